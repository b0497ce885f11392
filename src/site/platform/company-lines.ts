import { type Fact, factOn } from "../../domain/money/fact.ts";
import type { OwnPrices, Platform, PlatformIdentity } from "../../domain/platform/platform.ts";
import type { PriceGrade } from "../../domain/platform/price-grade.ts";
import { formatDay } from "../format.ts";
import { type FactLine, type FactSource, sourceOf, versionLines } from "../words/platform-facts.ts";
import { gradeText } from "./grade-text.ts";
import { COUNTRIES } from "./region-words.ts";

/** What a buyer asks of every platform, in one order; what nobody says is *not known*. Whose list it resells is told only where it is known. Another version of an answer follows the one that holds. */
export function companyLines(platform: Platform, grade: PriceGrade | null, asOf: string): readonly FactLine[] {
  const known = <T>(label: string, versions: readonly Fact<T>[] | undefined, text: (value: T) => string | null) =>
    knownLines(label, versions, asOf, text);
  return [
    ...known("Legal name", platform.identity, identityText),
    ...known("Country", platform.identity, ({ country }) => (country === null ? null : (COUNTRIES.of(country) ?? country))),
    ...known("OpenRouter lists it as a provider", platform.onOpenRouterList, (isListed) => (isListed ? "yes" : "no")),
    ...(platform.resells === undefined ? [] : known("Resells", platform.resells, ({ says }) => says)),
    ...known("Named by the maker, or tested", platform.makerPartner, (says) => says),
    ...known("Data policy", platform.dataPolicy, ({ says }) => says),
    ...certificateLines(platform, asOf),
    ...known("Status page", platform.statusPage, hostOf),
    ...known("Own prices", platform.ownPrices, ownPricesText),
    ...known("In catalogues since", platform.soldSince, formatDay),
    ...known("Billed in", platform.billing, ({ currency, says }) =>
      currency === null ? null : `${currency}${says === undefined ? "" : `. ${says}`}`,
    ),
    gradeLine(grade),
  ];
}

const NOT_KNOWN = "not known";

function knownLines<T>(
  label: string,
  versions: readonly Fact<T>[] | undefined,
  asOf: string,
  text: (value: T) => string | null,
): readonly FactLine[] {
  const stated = (versions ?? []).filter(({ value }) => text(value) !== null);
  const lines = versionLines(label, stated, asOf, (value) => text(value) ?? NOT_KNOWN);
  return lines.length > 0 ? lines : [{ label, text: NOT_KNOWN, notes: [], sources: [], isCurrent: true }];
}

/** The address without its path: a phone has no room for more, and the source beside it links the rest. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, "");

/** A name from common knowledge is never shown as verified. */
function identityText({ legalName, basis }: PlatformIdentity): string {
  if (legalName === null) return "we found no legal entity in its public documents";
  if (basis === "read") return legalName;
  return `${legalName} (${basis === "thirdParty" ? "as third parties say" : "commonly known"}, not read in its documents)`;
}

const ownPricesText = ({ kind, url }: OwnPrices): string => `${OWN_PRICES_WORDS[kind]}${url === null ? "" : `: ${hostOf(url)}`}`;

const OWN_PRICES_WORDS = {
  api: "by API",
  page: "on a page",
  claim: "in its own articles or code",
  onRequest: "on request",
} as const satisfies Record<OwnPrices["kind"], string>;

/** One by one where they were read so, else as a text names them. */
function certificateLines({ certifications, statedCertifications }: Platform, asOf: string): readonly FactLine[] {
  const { soc2, iso27001, hipaa, fedramp } = certifications;
  const held = [
    { name: "SOC 2", fact: factOn<keyof typeof HELD_WORDS>(soc2, asOf) },
    { name: "ISO 27001", fact: factOn<keyof typeof HELD_WORDS>(iso27001, asOf) },
    { name: "HIPAA", fact: factOn<keyof typeof HELD_WORDS>(hipaa, asOf) },
    { name: "FedRAMP", fact: factOn<keyof typeof HELD_WORDS>(fedramp, asOf) },
  ].flatMap(({ name, fact }) => (fact === null ? [] : [{ text: `${name} ${HELD_WORDS[fact.value]}`, source: sourceOf(fact) }]));
  if (held.length === 0) return knownLines("Certificates", statedCertifications, asOf, (says) => says);
  const sources = held.map(({ source }) => source).filter(isFirst);
  return [{ label: "Certificates", text: held.map(({ text }) => text).join(", "), notes: [], sources, isCurrent: true }];
}

const isFirst = (source: FactSource, at: number, all: readonly FactSource[]): boolean =>
  all.findIndex(({ url, date }) => url === source.url && date === source.date) === at;

/** How a certificate is held, as the files keep it, in words. */
const HELD_WORDS = {
  type2: "Type II",
  type1: "Type I",
  unspecified: "held, type not said",
  inProgress: "in progress",
  none: "not held",
  held: "held",
  baa: "agreement signed",
  onRequest: "on request",
  listed: "named without terms",
  high: "High",
  moderate: "Moderate",
  low: "Low",
} as const;

function gradeLine(grade: PriceGrade | null): FactLine {
  const text = grade === null ? "none: it sells no tokens any more" : gradeText(grade);
  return { label: "Price grade", text, notes: [], sources: gradeSources(grade), isCurrent: true };
}

function gradeSources(grade: PriceGrade | null): readonly FactSource[] {
  if (grade === null || !("newest" in grade)) return [];
  const { url, readAt } = grade.newest;
  return [
    {
      url,
      host: new URL(url).hostname.replace(/^www\./, ""),
      date: formatDay(readAt),
      confidence: grade.grade === "A" ? "read by program" : "written down by a person",
    },
  ];
}

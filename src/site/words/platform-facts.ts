import { type Fact, factOn } from "../../domain/money/fact.ts";
import type { Fee } from "../../domain/platform/fee.ts";
import type { NotIncluded, PLATFORM_KINDS, Platform, PriceRule } from "../../domain/platform/platform.ts";
import { formatCount, formatDay, formatPercent } from "../format.ts";
import { ruleText } from "./rule-text.ts";

/** What a platform is, in a word and a sentence. */
export const KIND_WORDS = {
  direct: { word: "maker", says: "the maker’s own API" },
  cloud: { word: "cloud", says: "a cloud that sells makers’ models under its own account" },
  router: { word: "router", says: "a router: one key, many hosts behind it" },
  host: { word: "host", says: "a host that runs open weights itself" },
  reseller: { word: "reseller", says: "a reseller of other platforms’ models" },
  byok: { word: "BYOK", says: "a router over your own keys (BYOK): it sells no tokens" },
} as const satisfies Record<(typeof PLATFORM_KINDS)[number], { word: string; says: string }>;

/** Where one version of a fact was read. */
export interface FactSource {
  readonly url: string;
  readonly host: string;
  readonly date: string;
  readonly confidence: string;
}

/** One thing said of a platform, and everybody who says it. */
export interface FactLine {
  readonly label: string;
  readonly text: string;
  readonly notes: readonly string[];
  readonly sources: readonly FactSource[];
  /** False = another version holds on the day of the data. */
  readonly isCurrent: boolean;
}

/** Everything curated about a platform, every version with its source; what is not known is not there. */
export function factLines(platform: Platform, asOf: string): readonly FactLine[] {
  return [
    ...versionLines("Credit purchase fee", platform.fees.topUp, asOf, (fees) =>
      fees.length === 0 ? "none" : fees.map(feeText).join("; "),
    ),
    ...versionLines("Smallest top-up", platform.minimumTopUpCents, asOf, (cents) => `$${cents / 100}`),
    ...versionLines("Bonus", platform.fees.bonuses, asOf, (tiers) =>
      tiers.length === 0 ? "none" : tiers.map(bonusText).join("; "),
    ),
    ...versionLines("Markup on tokens", platform.fees.tokenMarkupBps, asOf, (bps) => (bps === 0 ? "none" : formatPercent(bps))),
    ...versionLines("Plan needed", platform.fees.subscriptionCentsPerMonth, asOf, (cents) =>
      cents === 0 ? "none" : `$${cents / 100} a month`,
    ),
    ...versionLines(
      "Your own key",
      platform.fees.byok,
      asOf,
      ({ percentBps, allowance }) => `${formatPercent(percentBps)}${allowanceText(allowance)}`,
    ),
    ...(platform.feeDetails ?? []).map((fact) => currentLine("Paying, in detail", fact.value, [fact])),
    ...notIncludedLines(platform, asOf),
    ...versionLines("Stated discount", platform.statedDiscount, asOf, ({ says }) => says),
    ...ruleLines("Batch", platform.batch),
    ...ruleLines("Prompt cache", platform.cache),
    ...ruleLines("Service tiers", platform.tiers),
    ...ruleLines("Long prompts", platform.longContext),
    ...ruleLines("Time of day", platform.timeOfDay),
    ...ruleLines("Residency", platform.residency),
    ...ruleLines("Tools", platform.tools),
    ...versionLines("Free tier", platform.freeTier, asOf, ({ says }) => says),
    ...versionLines("Own keys", platform.byokSupport, asOf, ({ says }) => says),
    ...versionLines("Failover", platform.failover, asOf, ({ says }) => says),
    ...versionLines("One bill", platform.unifiedBilling, asOf, ({ says }) => says),
    ...versionLines("Data residency", platform.dataResidency, asOf, ({ says }) => says),
    ...versionLines("Plans", platform.plans, asOf, ({ says }) => says),
    ...versionLines("Failed requests", platform.failedRequests, asOf, ({ says }) => says),
    ...versionLines("Credit expires", platform.creditExpiry, asOf, ({ says }) => says),
    ...(platform.news ?? []).map((fact) => currentLine("News", fact.value, [fact])),
  ];
}

/**
 * What its list prices leave out, by its own page; of a maker or a cloud whose page nobody read on it, that much is said, for most of them
 * have such terms.
 */
export function notIncludedLines(platform: Platform, asOf: string): readonly FactLine[] {
  if (platform.notIncluded !== undefined) return versionLines("Not included", platform.notIncluded, asOf, notIncludedText);
  if (platform.status === "closed" || (platform.kind !== "direct" && platform.kind !== "cloud")) return [];
  const all = Object.values(NOT_INCLUDED_WORDS).join(", ");
  return [currentLine("Not included", `${all}: not known, we read no page of its own on these`, [])];
}

/** Other prices than the listed one, in the field's words, for a sentence to end: `committed use, provisioned throughput. Sold by contract` */
function notIncludedText({ what, says }: NotIncluded): string {
  return `${what.map((each) => NOT_INCLUDED_WORDS[each]).join(", ")}${says === undefined ? "" : `. ${says.replace(/\.$/, "")}`}`;
}

const NOT_INCLUDED_WORDS = {
  committedUse: "committed use",
  volumeTiers: "volume tiers",
  provisionedThroughput: "provisioned throughput",
  negotiatedRates: "negotiated rates",
} as const satisfies Record<NotIncluded["what"][number], string>;

/** `none known`, or the fees that held on the day in one line for a list. */
export function feeSummary(platform: Platform, asOf: string): string {
  const topUp = factOn(platform.fees.topUp, asOf)?.value;
  const markup = factOn(platform.fees.tokenMarkupBps, asOf)?.value ?? 0;
  const parts = [
    ...(topUp === undefined ? [] : topUp.length === 0 ? ["no credit purchase fee"] : [feeText(topUp[0] ?? NO_FEE)]),
    ...(markup === 0 ? [] : [`${formatPercent(markup)} on tokens`]),
  ];
  return parts.length === 0 ? "unknown" : parts.join(", ");
}

const NO_FEE: Fee = { method: "card", percentBps: 0, minimumCents: 0 };

function feeText({ method, percentBps, minimumCents, fixedCents }: Fee): string {
  const minimum = minimumCents === 0 ? "" : `, at least $${(minimumCents / 100).toFixed(2)}`;
  const fixed = fixedCents === undefined ? "" : ` plus $${(fixedCents / 100).toFixed(2)} a top-up`;
  return `${formatPercent(percentBps)}${fixed} by ${method}${minimum}`;
}

function bonusText({
  fromCents,
  bonusBps,
  firstTopUpOnly,
}: {
  readonly fromCents: number;
  readonly bonusBps: number;
  readonly firstTopUpOnly: boolean;
}): string {
  return `${formatPercent(bonusBps)} from $${formatCount(fromCents / 100)}${firstTopUpOnly ? ", first top-up only" : ""}`;
}

function allowanceText(allowance: { readonly unit: string; readonly perMonth: number } | null): string {
  if (allowance === null) return " of what the call would have cost";
  const free =
    allowance.unit === "requests"
      ? `${formatCount(allowance.perMonth)} requests`
      : `$${formatCount(allowance.perMonth / 100)} at list`;
  return ` of what the call would have cost, beyond ${free} a month`;
}

/** One line per thing said; versions that say the same share it, the one that holds first. */
export function versionLines<T>(
  label: string,
  versions: readonly Fact<T>[] | undefined,
  asOf: string,
  text: (value: T) => string,
): readonly FactLine[] {
  const current = factOn(versions, asOf);
  const groups = [...Map.groupBy(versions ?? [], ({ value }) => text(value))];
  const all = groups.map(([words, facts]) => ({
    ...currentLine(label, words, facts),
    isCurrent: current !== null && facts.includes(current),
  }));
  return all.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

const ruleLines = (label: string, facts: readonly Fact<PriceRule>[] | undefined): readonly FactLine[] =>
  (facts ?? []).map((fact) => currentLine(label, ruleText(fact.value), [fact]));

function currentLine(label: string, text: string, facts: readonly Fact<unknown>[]): FactLine {
  const notes = facts.flatMap(({ note }) => (note === undefined ? [] : [note]));
  return { label, text, notes, sources: facts.map(sourceOf), isCurrent: true };
}

/** Where a fact was read, for a page: a text without a date says the day our copy was read. */
export function sourceOf({ sourceUrl, date, undated, confidence }: Fact<unknown>): FactSource {
  const day = undated === true ? `undated, read ${dateText(date)}` : dateText(date);
  return { url: sourceUrl, host: new URL(sourceUrl).hostname.replace(/^www\./, ""), date: day, confidence };
}

const dateText = (date: string): string => (date.length === 10 ? formatDay(date) : date);

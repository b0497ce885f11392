import { RANKED_FACTS, storedOffer } from "../../../data/json/stored-offer.ts";
import type { Workload } from "../../../domain/cost/workload.ts";
import { valueOn } from "../../../domain/money/fact.ts";
import type { Sellers } from "../../../domain/offer/seller.ts";
import { feeScheduleOn, type Platform } from "../../../domain/platform/platform.ts";
import type { PlatformRow } from "../../../domain/platform/platform-summary.ts";
import { priceGrade } from "../../../domain/platform/price-grade.ts";
import type { ModelSheet, SheetRow } from "../../../domain/reference/model-sheet.ts";
import type { AssessedOffer } from "../../../domain/source/assessed-offer.ts";
import { formatDay, formatPlural } from "../../../site/format.ts";
import { companyLines } from "../../../site/platform/company-lines.ts";
import { purchaseText } from "../../../site/words/month-cell.ts";
import { factLines, KIND_WORDS } from "../../../site/words/platform-facts.ts";
import { ruleText } from "../../../site/words/rule-text.ts";
import { COMPARED_FACTS } from "./compare-facts.ts";
import type { ComparedOffer, PlatformFacts, PlatformFile, SoldModel } from "./compared-platform.ts";
import { listingsOf, type UnnamedListing } from "./listings.ts";

/** What comparisons are made over. */
export interface ListingCatalogue {
  readonly sellers: Sellers;
  /** By use, most used first. */
  readonly sheets: readonly ModelSheet[];
  readonly asOf: string;
  /** The workload of the sheets' months. */
  readonly workload: Workload;
}

/** A platform's offers of every model, its facts, and what to know before comparing them. */
export function platformFile(platform: Platform, catalogue: ListingCatalogue): PlatformFile {
  const { sheets, asOf, workload } = catalogue;
  const rows = rowsOf(sheets);
  const sold =
    platform.kind === "byok"
      ? sheets.flatMap((sheet) => listedModel(platform, sheet) ?? [])
      : [...Map.groupBy(rows.of(platform.id), ({ sheet }) => sheet)].flatMap(
          ([sheet, rowsHere]) => soldModel(sheet, rowsHere.map(offerOf)) ?? [],
        );
  const file = { id: platform.id, sellsTokens: platform.kind !== "byok", models: sold };
  const listings = listingsOf(file, { workload, region: "any", counted: "confirmed" }, catalogue.sellers);
  const listed = listings.flatMap((listing) => {
    const row = rows.byOffer.get(listing.offerId);
    return row === undefined ? [] : [{ listing, row }];
  });
  return {
    ...file,
    name: platform.name,
    notes: notesOf(platform, listed, asOf),
    who: whoOf(platform, catalogue),
    facts: factsOf(platform, asOf),
    hasUnknownFees: platform.kind === "byok" ? hasUnknownPlan(platform, asOf) : unknownFees(listed).length > 0,
  };
}

interface Listed {
  readonly listing: UnnamedListing;
  readonly row: SheetRow;
}

/** Every row of a catalogue, by offer and by platform, in the order of the sheets. */
interface RowsOf {
  readonly byOffer: ReadonlyMap<string, SheetRow>;
  readonly of: (platformId: string) => readonly PlatformRow[];
}

const rowsOfSheets = new WeakMap<readonly ModelSheet[], RowsOf>();

/** Found once for a catalogue: two hundred platforms ask. */
function rowsOf(sheets: readonly ModelSheet[]): RowsOf {
  const earlierRows = rowsOfSheets.get(sheets);
  if (earlierRows !== undefined) return earlierRows;
  const rows = sheets.flatMap((sheet) => sheet.rows.map((row) => ({ sheet, row })));
  const byPlatform = Map.groupBy(rows, ({ row }) => row.offer.platform);
  const rowsFinder = {
    byOffer: new Map(rows.map(({ row }) => [row.offer.id, row])),
    of: (platformId: string) => byPlatform.get(platformId) ?? [],
  };
  rowsOfSheets.set(sheets, rowsFinder);
  return rowsFinder;
}

const offerOf = ({ row }: PlatformRow): AssessedOffer => row.offer;

/** Null = the platform sells nothing of the model that may be compared. */
function soldModel({ model }: ModelSheet, offersHere: readonly AssessedOffer[]): SoldModel | null {
  const offers = standingFor(offersHere);
  return offers.length === 0 ? null : { id: model.id, name: model.name, offers: offers.map((offer) => comparedOffer(offer)) };
}

/** A platform of own keys sells no tokens: it is at list plus its own fee. Null = the model has no list price. */
function listedModel({ status }: Platform, { model, rows, reference }: ModelSheet): SoldModel | null {
  if (status === "closed" || reference?.kind !== "list") return null;
  const list = rows.find(({ offer }) => offer.id === reference.offer.id)?.offer;
  if (list === undefined) return null;
  const { prices, conditions } = reference.offer;
  const offer = comparedOffer({ ...list, prices, conditions, discountBps: null });
  const isBeforeFees = reference.atOpenrouter !== undefined;
  return { id: model.id, name: model.name, offers: [isBeforeFees ? { ...offer, isBeforeFees } : offer] };
}

/** What may stand for the platform somewhere: a router's hosts only where they name a region, or where it has no offer of its own. */
function standingFor(offers: readonly AssessedOffer[]): readonly AssessedOffer[] {
  const onSale = offers.filter(
    ({ tier, status, prices }) =>
      (tier === "standard" || tier === "batch") &&
      status !== "retired" &&
      (prices.input !== undefined || prices.output !== undefined),
  );
  const hasOwn = onSale.some(({ host, tier }) => host === null && tier === "standard");
  return onSale.some(({ tier }) => tier === "standard")
    ? onSale.filter(({ host, regionGroup }) => host === null || !hasOwn || regionGroup !== null)
    : [];
}

const comparedOffer = (offer: AssessedOffer): ComparedOffer => ({
  ...storedOffer(offer, SHOWN_FACTS),
  readOn: offer.restsOn.readAt.slice(0, 10),
});

/** What a comparison shows of an offer beside what ranks it. */
const SHOWN_FACTS = [...RANKED_FACTS, "gaps", "doubts"] as const;

/** Everything that keeps its prices from being compared like any other's. */
function notesOf(platform: Platform, sold: readonly Listed[], asOf: string): readonly string[] {
  const { name, kind, status, closedOn } = platform;
  if (status === "closed") {
    return [`${name} is closed${closedOn === undefined ? "" : ` since ${formatDay(closedOn)}`}: it sells no tokens any more.`];
  }
  if (kind === "byok") return [ownKeyNote(platform, asOf)];
  if (sold.length === 0) return [`We know no token price of ${name}: only fees and terms can be compared.`];
  return [...partNotes(name, sold), ...claimNotes(platform, sold, asOf), ...handNotes(name, sold), ...feeNotes(name, sold)];
}

const hasUnknownPlan = (platform: Platform, asOf: string): boolean =>
  feeScheduleOn(platform, asOf).subscriptionCentsPerMonth === null;

function ownKeyNote(platform: Platform, asOf: string): string {
  const { byok, subscriptionCentsPerMonth } = feeScheduleOn(platform, asOf);
  const fee =
    byok === null
      ? "what it charges for that is not known"
      : byok.percentBps === 0
        ? "it adds no share of its own"
        : "its fee for that is in";
  const plan =
    subscriptionCentsPerMonth === null ? "; what the service itself costs was not found, so its months leave that out" : "";
  return `${platform.name} sells no tokens: you bring your own keys and each maker bills you. It stands here at the makers’ list prices; ${fee}${plan}.`;
}

/** Prices of which only one half is known are compared by that half. */
function partNotes(name: string, sold: readonly Listed[]): readonly string[] {
  return (["input", "output"] as const).flatMap((meter) => {
    const missing = sold.filter(({ listing }) => listing[meter] === null).length;
    const other = meter === "input" ? "output" : "input";
    if (missing === 0) return [];
    return [
      `Of ${formatPlural(sold.length, "price")} of ${name} we know ${missing} by ${other} only: they are compared on that, and have no month.`,
    ];
  });
}

/** The platform's own claims, or prices on request. */
function claimNotes(platform: Platform, sold: readonly Listed[], asOf: string): readonly string[] {
  const kind = valueOn(platform.ownPrices, asOf)?.kind ?? null;
  if (kind !== "claim" && kind !== "onRequest") return [];
  const days = sold.map(({ listing }) => listing.readOn).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const daysText = first === last ? `of ${formatDay(first)}` : `of ${formatDay(first)} to ${formatDay(last)}`;
  return [`Prices of ${platform.name} are its own claims ${daysText}, from its articles and site; no machine can check them.`];
}

function handNotes(name: string, sold: readonly Listed[]): readonly string[] {
  const unconfirmed = sold.filter(({ listing }) => listing.isUnconfirmed);
  if (unconfirmed.length === 0) return [];
  const [isDoubtful, isOne] = [unconfirmed.some(({ row }) => row.offer.doubts.length > 0), sold.length === 1];
  const why = `one catalogue alone names ${isOne ? "it" : "them"}${isDoubtful ? ", or something speaks against it" : ""}`;
  if (isOne) return [`The only price of ${name} is unconfirmed: ${why}.`];
  const share = unconfirmed.length === sold.length ? "All " : `${unconfirmed.length} of `;
  return [`${share}${formatPlural(sold.length, "price")} of ${name} are unconfirmed: ${why}.`];
}

function feeNotes(name: string, sold: readonly Listed[]): readonly string[] {
  const unknown = unknownFees(sold);
  return unknown.length === 0 ? [] : [`Not known of months at ${name}: ${unknown.join("; ")}.`];
}

const unknownFees = (sold: readonly Listed[]): readonly string[] =>
  [...new Set(sold.flatMap(({ row }) => row.landed?.assumptions ?? []))].map(purchaseText);

function whoOf(platform: Platform, { sheets, asOf }: ListingCatalogue): PlatformFacts["who"] {
  const offers = rowsOf(sheets).of(platform.id).map(offerOf);
  const current = companyLines(platform, priceGrade(platform, offers, asOf), asOf).filter(({ isCurrent }) => isCurrent);
  return current.map(({ label, text, sources }) => {
    const [source] = sources;
    return { label, text, source: source === undefined ? null : { url: source.url, day: source.date } };
  });
}

function factsOf(platform: Platform, asOf: string): PlatformFacts["facts"] {
  const dialects = valueOn(platform.api, asOf)?.speaks ?? [];
  const kind = ["Kind", KIND_WORDS[platform.kind].says] as const;
  const api = dialects.length === 0 ? [] : [["API", apiWords(dialects)] as const];
  const lines = factLines(platform, asOf).filter(({ isCurrent, label }) => isCurrent && COMPARED_FACTS.includes(label));
  const rules = new Map([
    ["Batch", ruleTexts(platform.batch)],
    ["Prompt cache", ruleTexts(platform.cache)],
  ]);
  const texts = [...Map.groupBy(lines, ({ label }) => label)].map(([label, same]) => {
    const parts = rules.get(label) ?? same.map(({ text }) => text);
    return [label, parts.join("; ")] as const;
  });
  return [kind, ...api, ...texts];
}

/** The routing dialect is the plain one and more: a platform that speaks both is said to speak it once. */
const apiWords = (dialects: readonly (keyof typeof API_WORDS)[]): string =>
  dialects
    .filter((dialect) => dialect !== "openai" || !dialects.includes("openrouter"))
    .map((dialect) => API_WORDS[dialect])
    .join(", ");

const API_WORDS = {
  openai: "OpenAI-compatible",
  openrouter: "OpenAI-compatible with routing",
  anthropic: "Anthropic Messages",
  gemini: "Gemini",
  bedrock: "Bedrock Converse",
} as const;

const ruleTexts = (rules: Platform["batch"]): readonly string[] => (rules ?? []).map(({ value }) => ruleText(value));

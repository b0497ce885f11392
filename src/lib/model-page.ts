import { integerToDecimal } from "../domain/decimal.ts";
import type { ModelSheet, SheetRow } from "../domain/model-sheet.ts";
import { TIERS } from "../domain/offer.ts";
import type { Workload } from "../domain/workload.ts";
import {
  formatCount,
  formatDay,
  formatDelta,
  formatMultiple,
  formatPercent,
  formatPlural,
  formatTokens,
  formatUsd,
  formatUsdPerMTok,
  WORDS,
} from "./format.ts";
import { type OfferRow, offerRow, sourceName } from "./offer-row.ts";
import { type Names, sellerText } from "./seller-label.ts";

/** A run of plain and stressed text: the answer is a sentence with the winner in bold. */
export interface Phrase {
  readonly text: string;
  readonly strong?: true;
}

export interface OfferGroup {
  readonly title: string;
  readonly rows: readonly OfferRow[];
}

/** The first thing the page says, made from data. A winner only second-hand sources know is said to be so, and the best first-hand one named. */
export function answerOf(sheet: ModelSheet, workloadName: string, names: Names): readonly Phrase[] {
  const size = sizeOf(sheet);
  if (sheet.rows.length === 0) return [{ text: "No platform we read sells this model." }];
  const { cheapest } = sheet;
  if (cheapest === null || cheapest.landed === null) return [{ text: `No price is known that counts as cheapest. ${size}` }];
  const month = `${formatUsd(cheapest.landed.usd)} a month${againstReference(sheet, cheapest, names)}`;
  return [
    { text: `Cheapest for a ${workloadName.toLowerCase()} workload is ` },
    { text: sellerText(cheapest.offer, names), strong: true },
    { text: ` at ${month}${unconfirmed(sheet, cheapest, names)}. ${size}` },
  ];
}

function unconfirmed({ rows }: ModelSheet, cheapest: SheetRow, names: Names): string {
  if (cheapest.offer.source.hand === "first") return "";
  const doubt = `, by ${sourceName(cheapest.offer.source)}’s figure, not confirmed by the platform`;
  const confirmed = rows.find(({ standing, offer }) => standing === "counts" && offer.source.hand === "first");
  if (confirmed === undefined || confirmed.landed === null) return doubt;
  return `${doubt}; cheapest by its own word is ${sellerText(confirmed.offer, names)} at ${formatUsd(confirmed.landed.usd)}`;
}

/** `46 % under Anthropic’s own API`: the landed month against the list offer's, where there is one. */
function againstReference({ reference, rows, model }: ModelSheet, cheapest: SheetRow, names: Names): string {
  if (reference === null) return "";
  if (reference.kind === "medianHost") return ` (no list price: ${model.makerName} sells no API of its own that we know)`;
  if (reference.offer.id === cheapest.offer.id) return `, ${possessive(model.makerName)} own API`;
  const list = rows.find(({ offer }) => offer.id === reference.offer.id)?.landed?.usd ?? null;
  if (list === null || list === 0 || cheapest.landed === null) return "";
  const bps = Math.round(((cheapest.landed.usd - list) / list) * 10_000);
  const seller = `${possessive(names.platform(reference.offer.platform))} own API`;
  if (bps === 0) return `, the same as ${seller}`;
  return `, ${formatDelta(Math.abs(bps)).slice(1)} ${bps < 0 ? "under" : "over"} ${seller}`;
}

const possessive = (name: string): string => `${name}’${name.endsWith("s") ? "" : "s"}`;

function sizeOf({ rows }: ModelSheet): string {
  const platforms = new Set(rows.map(({ offer }) => offer.platform)).size;
  const inputs = rows
    .filter(({ offer }) => offer.tier === "standard")
    .flatMap(({ offer }) => ((offer.prices.input ?? 0) > 0 ? [offer.prices.input ?? 0] : []));
  const spread = inputs.length < 2 ? 1 : Math.max(...inputs) / Math.min(...inputs);
  const apart = spread > 1 ? `, ${formatMultiple(spread)} apart on input` : "";
  return `${formatPlural(rows.length, "offer")} on ${formatPlural(platforms, "platform")}${apart}.`;
}

/** The facts under the answer: label and value, only what is known. */
export function factsOf({ model, reference }: ModelSheet, asOf: string): readonly (readonly [label: string, value: string])[] {
  const yesNo = (value: boolean | null, yes: string, no: string) => (value === null ? WORDS.unknown : value ? yes : no);
  return [
    ["Maker", model.makerName],
    [
      reference?.kind === "medianHost" ? `Median of ${reference.hosts} hosts` : "List price",
      reference === null ? WORDS.unknown : pairText(reference.prices),
    ],
    ["Context", model.contextTokens === null ? WORDS.unknown : formatTokens(model.contextTokens)],
    ["Longest answer", model.maxOutputTokens === null ? WORDS.unknown : formatTokens(model.maxOutputTokens)],
    ["Weights", yesNo(model.openWeights, "open", "closed")],
    ["Takes", model.inputModalities.join(", ") || WORDS.unknown],
    ["Released", model.releasedOn === null ? WORDS.unknown : formatDay(model.releasedOn)],
    ["Data as of", formatDay(asOf)],
  ];
}

export function pairText({ input, output }: { readonly input: number | null; readonly output: number | null }): string {
  const text = (price: number | null) => (price === null ? WORDS.unknown : price === 0 ? WORDS.free : formatUsdPerMTok(price));
  return `${text(input)} in · ${text(output)} out`;
}

const GROUP_TITLES = {
  standard: "Standard",
  batch: "Batch: answers within a day",
  flex: "Flex: slower, when there is room",
  priority: "Priority",
  fast: "Fast",
  free: "Free, with limits",
} as const;

/** Offers by service tier, each group by landed month. */
export function offerGroups({ rows, reference }: ModelSheet, names: Names): readonly OfferGroup[] {
  const listId = reference?.kind === "list" ? reference.offer.id : null;
  const groups = TIERS.map((tier) => ({
    title: GROUP_TITLES[tier],
    rows: rows.filter(({ offer }) => offer.tier === tier).map((row) => offerRow(row, listId, names)),
  }));
  return groups.filter((group) => group.rows.length > 0);
}

/** Standard-tier input prices, what the ladder draws. */
export function ladderMarks({ rows }: ModelSheet): readonly number[] {
  return rows.flatMap(({ offer }) =>
    offer.tier === "standard" && (offer.prices.input ?? 0) > 0 ? [offer.prices.input ?? 0] : [],
  );
}

/** The page's title: `Claude Opus 4.8: 63 prices on 60 platforms`. */
export function titleOf({ model, rows }: ModelSheet): string {
  const platforms = new Set(rows.map(({ offer }) => offer.platform)).size;
  if (rows.length === 0) return model.name;
  return `${model.name}: ${formatPlural(rows.length, "price")} on ${formatPlural(platforms, "platform")}`;
}

/** What the table's month and prices mean. */
export function monthCaption(workload: Workload): string {
  return `Prices in US dollars per million tokens. Month = ${monthMeaning(workload)}. * = something is assumed; hover or focus tells what.`;
}

/** `100,000 requests of 2,000 tokens in, 50 % of them read from cache, 500 out; $100 top-ups by card`. */
export function monthMeaning({
  requests,
  inputTokens,
  outputTokens,
  cachedShare,
  cacheWriteShare,
  batchShare,
}: Workload): string {
  const cached = cachedShare === 0 ? "" : `, ${formatPercent(cachedShare * 10_000)} of them read from cache`;
  const written = cacheWriteShare === 0 ? "" : `, ${formatPercent(cacheWriteShare * 10_000)} written to it`;
  const batch = batchShare === 0 ? "" : `, ${formatPercent(batchShare * 10_000)} in batches`;
  const size = `${formatCount(requests)} requests of ${formatCount(inputTokens)} tokens in${cached}${written}, ${formatCount(outputTokens)} out${batch}`;
  return `${size}; $100 top-ups by card`;
}

/** schema.org: the model as a product, its priced offers as an aggregate. Dollars per million input tokens. */
export function modelJsonLd({ model, rows }: ModelSheet): unknown {
  const inputs = rows.flatMap(({ offer }) =>
    offer.tier === "standard" && (offer.prices.input ?? 0) > 0 ? [offer.prices.input ?? 0] : [],
  );
  const offers = { "@type": "AggregateOffer", priceCurrency: "USD", offerCount: inputs.length };
  const range = { lowPrice: integerToDecimal(Math.min(...inputs)), highPrice: integerToDecimal(Math.max(...inputs)) };
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: model.name,
    productID: model.id,
    brand: { "@type": "Brand", name: model.makerName },
    ...(inputs.length === 0 ? {} : { offers: { ...offers, ...range } }),
  };
}

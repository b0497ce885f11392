import type { Model } from "../../domain/model/model.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import { integerToDecimal } from "../../domain/money/decimal.ts";
import { isPromptCondition } from "../../domain/offer/condition.ts";
import type { Offer } from "../../domain/offer/offer.ts";
import type { Quality } from "../../domain/quality/quality.ts";
import type { Ineligible } from "../../domain/ranking/eligibility.ts";
import { deltaBps, pricePair, type Reference } from "../../domain/reference/delta.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { standardInputs } from "../../domain/reference/standard-inputs.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { EVIDENCE } from "../../domain/source/evidence-class.ts";
import { formatDay, formatPercent, formatPlural, formatTokens, formatUsdPerMTok, WORDS } from "../../site/format.ts";
import { answerOf, type Phrase } from "../../site/words/answer.ts";
import { evidenceInShort, namesPrice } from "../../site/words/evidence-text.ts";
import { listPriceText, pairText, unconfirmedListText } from "../../site/words/price-pair-text.ts";
import { formatElo, intervalText } from "../../site/words/quality-text.ts";

/** A label and what is below it. */
export type LabelledFact = readonly [label: string, value: string];

/** The facts under the answer: what the maker asks, then what the model can; only what is known. */
export function modelFacts(
  { model, reference, unconfirmedList, rows }: ModelSheet,
  quality: Quality | null,
): readonly LabelledFact[] {
  const yesNo = (value: boolean | null, yes: string, no: string) => (value === null ? WORDS.unknown : value ? yes : no);
  const output = model.outputModalities.join(", ");
  return [
    ...(unconfirmedList === null ? [] : [["List price, unconfirmed", unconfirmedListText(unconfirmedList)] as const]),
    ...(reference === null && unconfirmedList !== null ? [] : [referenceFact(reference)]),
    ...(reference?.kind === "list" ? cardFacts(reference.offer, rows) : []),
    ["Quality", quality?.value == null ? "not rated" : qualityFact(quality)],
    ["Context", model.contextTokens === null ? WORDS.unknown : `${formatTokens(model.contextTokens)} tokens`],
    ...longestPromptFact(rows),
    ["Max output tokens", model.maxOutputTokens === null ? WORDS.unknown : formatTokens(model.maxOutputTokens)],
    ["Input modalities", model.inputModalities.join(", ") || WORDS.unknown],
    ...(output === "" || output === "text" ? [] : [["Output modalities", output] as const]),
    ["Tool calling", yesNo(model.tools, "yes", "no")],
    ["Weights", yesNo(model.openWeights, "open", "closed")],
    ["Released", model.releasedOn === null ? WORDS.unknown : formatDay(model.releasedOn)],
  ];
}

/** The longest prompt that anybody takes, where that is less than the context: GPT-5 takes 272,000 of its 400,000 tokens as a prompt. */
function longestPromptFact(rows: ModelSheet["rows"]): readonly LabelledFact[] {
  const longest = Math.max(...rows.map(({ offer }) => offer.maxInputTokens ?? offer.contextTokens ?? Number.POSITIVE_INFINITY));
  const isLimit = rows.some(({ offer }) => offer.maxInputTokens === longest);
  return isLimit ? [["Max prompt tokens", formatTokens(longest)]] : [];
}

/** `1,506 (1,492–1,520)`: the 90 % interval in brackets. */
function qualityFact({ value, interval, status }: Quality): string {
  const range = interval === null ? "" : ` (${intervalText({ low: interval[0], high: interval[1] })})`;
  return `${formatElo(value ?? 0)}${range}${status === "provisional" ? ", one source" : ""}`;
}

const referenceFact = (reference: Reference | null): LabelledFact => [
  reference?.kind === "medianHost" ? `Median of ${formatPlural(reference.hosts, "host")}` : "List price",
  reference === null ? WORDS.unknown : reference.kind === "list" ? listPriceText(reference) : pairText(reference.prices),
];

/** What else the maker's card says: cached input and cache writes, the batch card, the card of long prompts. */
function cardFacts(list: Offer, rows: ModelSheet["rows"]): readonly LabelledFact[] {
  const { prices, conditions } = list;
  const { input, cacheRead, cacheWrite5m } = prices;
  const less = input === undefined || cacheRead === undefined ? null : deltaBps(cacheRead, input);
  const batch = rows.find(({ offer }) => offer.tier === "batch" && PLACE.every((part) => offer[part] === list[part]));
  const long = conditions.find(isPromptCondition);
  return [
    ...(cacheRead === undefined ? [] : [["Cached input", `${formatUsdPerMTok(cacheRead)}${lessText(less)}`] as const]),
    ...(cacheWrite5m === undefined ? [] : [["Cache writes", formatUsdPerMTok(cacheWrite5m)] as const]),
    ...(batch === undefined || batch.offer.id === list.id
      ? []
      : [["Via Batch API", pairText(pricePair(batch.offer, null))] as const]),
    ...(long === undefined
      ? []
      : [[`Prompts over ${formatTokens(long.promptTokensAbove)}`, pairText(pricePair({ prices, conditions }, long))] as const]),
  ];
}

/** Whose card it is, beside its tier. */
const PLACE = ["platform", "host", "region", "quantization", "variant"] as const satisfies readonly (keyof Offer)[];

const lessText = (bps: number | null): string => (bps === null || bps >= 0 ? "" : `, ${formatPercent(bps)} less`);

/** The page's title: `Claude Opus 4.8: 63 prices on 60 platforms`. An offer that names no price is none of them. */
export function titleOf({ model, rows }: ModelSheet): string {
  const offers = rows.map(({ offer }) => offer).filter(namesPrice);
  const platforms = new Set(offers.map(({ platform }) => platform)).size;
  if (offers.length === 0) return model.name;
  return `${model.name}: ${formatPlural(offers.length, "price")} on ${formatPlural(platforms, "platform")}`;
}

/** The first sentences about a model for the default workload, as one piece: `leadText` where there is one, and the answer. */
export function modelAnswer(sheet: ModelSheet, workloadName: string): readonly Phrase[] {
  const lead = leadText(sheet);
  if (lead === null) return answerOf(sheet, workloadName);
  // That no month has a price says nothing new where nothing is billed by the token.
  return lead.startsWith(OTHER_UNIT) ? [{ text: lead }] : [{ text: `${lead} ` }, ...answerOf(sheet, workloadName)];
}

/** Where nothing may win: who gives the model away or bills it in another unit, whatever the workload, or why no offer may. Null for most. */
export function leadText({ cheapest, cheapestReported, lastConfirmed, rows }: ModelSheet): string | null {
  if (cheapest !== null || cheapestReported !== null || lastConfirmed !== null) return null;
  const offers = rows.map(({ offer }) => offer).toSorted((a, b) => rankOfEvidence(a) - rankOfEvidence(b));
  const isSold = rows.some(({ ineligible }) => ineligible === null || !["free", "unpriced", "notCurrent"].includes(ineligible));
  const free = isSold ? undefined : offers.find(({ tier, doubts }) => tier === "free" && doubts.length === 0);
  if (free !== undefined) return `Free at ${free.platformName}, with limits; ${evidenceInShort(free)}.`;
  const billed = offers.find(namesPrice);
  const [unit] = Object.values(billed?.unitPrices ?? {});
  if (billed === undefined || unit === undefined || offers.some(({ prices }) => Object.keys(prices).length > 0))
    return whyNone(rows);
  return `${OTHER_UNIT}: $${unit.amount} per ${unit.per} at ${billed.platformName}; ${evidenceInShort(billed)}.`;
}

/** Why an offer may not win, after *is* or *are*. */
const WHY_NOT = {
  free: "free",
  otherTier: "of another tier",
  notCurrent: "held back",
  ownKey: "for a key of your own",
  conditional: "sold on a condition only",
  unpriced: "without a price by the token",
  doesNotFit: "too small for the request",
  doubtful: "in doubt",
  expired: "too old to count",
  aging: "too old to count",
  unconfirmed: "one catalogue’s word only",
} as const satisfies Record<Ineligible, string>;

/** `Of its 6 offers 4 are too old to count, 1 is in doubt, 1 is held back.`, `Its only offer is without a price by the token.` */
function whyNone(rows: ModelSheet["rows"]): string | null {
  const reasons = rows.flatMap(({ ineligible, offer: { doubts } }) => {
    if (ineligible === null) return [];
    return [WHY_NOT[ineligible === "free" && doubts.length > 0 ? "doubtful" : ineligible]];
  });
  const counts = [...Map.groupBy(reasons, (reason) => reason)]
    .map(([reason, { length }]) => ({ reason, length }))
    .toSorted((a, b) => b.length - a.length || compareText(a.reason, b.reason));
  const [most] = counts;
  if (most === undefined) return null;
  if (counts.length === 1) return `${rows.length === 1 ? "Its only offer is" : `Its ${rows.length} offers are`} ${most.reason}.`;
  return `Of its ${rows.length} offers ${counts.map(({ reason, length }) => `${length} ${length === 1 ? "is" : "are"} ${reason}`).join(", ")}.`;
}

const OTHER_UNIT = "Not billed by the token";
const rankOfEvidence = ({ evidence }: AssessedOffer): number => EVIDENCE.indexOf(evidence);

/** That nobody lists the model any more, and the day that OpenRouter named for its end there; empty for most. */
export function endNotes({ status, retiresOn }: Pick<Model, "status" | "retiresOn">, asOf: string): readonly string[] {
  const isPast = retiresOn !== null && retiresOn <= asOf;
  return [
    ...(status === "retired"
      ? ["Retired: no current list names this model. What follows are its last known prices; it may no longer be sold."]
      : []),
    ...(retiresOn === null ? [] : [`${isPast ? "Was to leave" : "Leaves"} OpenRouter on ${formatDay(retiresOn)}.`]),
  ];
}

/** What the prices of JSON-LD are for: without it one of 0.15 reads as that of the whole product. */
const UNIT = "dollars per million input tokens";

/** schema.org: the model as a product, the offers that may win as an aggregate. Dollars per million input tokens. */
export function modelJsonLd(sheet: ModelSheet): unknown {
  const { model } = sheet;
  const inputs = standardInputs({ rows: sheet.rows.filter(({ ineligible }) => ineligible === null) });
  const offers = { "@type": "AggregateOffer", priceCurrency: "USD", offerCount: inputs.length };
  const range = { lowPrice: integerToDecimal(Math.min(...inputs)), highPrice: integerToDecimal(Math.max(...inputs)) };
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: model.name,
    productID: model.id,
    brand: { "@type": "Brand", name: model.makerName },
    ...(inputs.length === 0 ? {} : { offers: { ...offers, ...range, description: UNIT } }),
  };
}

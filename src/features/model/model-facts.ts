import { integerToDecimal } from "../../domain/money/decimal.ts";
import type { Reference } from "../../domain/reference/delta.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { standardInputs } from "../../domain/reference/standard-inputs.ts";
import { formatDay, formatPlural, formatTokens, WORDS } from "../../site/format.ts";
import { listPriceText, pairText, unconfirmedListText } from "../../site/words/price-pair-text.ts";

/** The facts under the answer: label and value, only what is known. */
export function factsOf(
  { model, reference, unconfirmedList }: ModelSheet,
  asOf: string,
): readonly (readonly [label: string, value: string])[] {
  const yesNo = (value: boolean | null, yes: string, no: string) => (value === null ? WORDS.unknown : value ? yes : no);
  return [
    ["Maker", model.makerName],
    ...(unconfirmedList === null ? [] : [["List price, unconfirmed", unconfirmedListText(unconfirmedList)] as const]),
    ...(reference === null && unconfirmedList !== null ? [] : [referenceFact(reference)]),
    ["Context", model.contextTokens === null ? WORDS.unknown : formatTokens(model.contextTokens)],
    ["Longest answer", model.maxOutputTokens === null ? WORDS.unknown : formatTokens(model.maxOutputTokens)],
    ["Weights", yesNo(model.openWeights, "open", "closed")],
    ["Takes", model.inputModalities.join(", ") || WORDS.unknown],
    ["Released", model.releasedOn === null ? WORDS.unknown : formatDay(model.releasedOn)],
    ["Data as of", formatDay(asOf)],
  ];
}

const referenceFact = (reference: Reference | null): readonly [label: string, value: string] => [
  reference?.kind === "medianHost" ? `Median of ${reference.hosts} hosts` : "List price",
  reference === null ? WORDS.unknown : reference.kind === "list" ? listPriceText(reference) : pairText(reference.prices),
];

/** The page's title: `Claude Opus 4.8: 63 prices on 60 platforms`. */
export function titleOf({ model, rows }: ModelSheet): string {
  const platforms = new Set(rows.map(({ offer }) => offer.platform)).size;
  if (rows.length === 0) return model.name;
  return `${model.name}: ${formatPlural(rows.length, "price")} on ${formatPlural(platforms, "platform")}`;
}

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
    ...(inputs.length === 0 ? {} : { offers: { ...offers, ...range } }),
  };
}

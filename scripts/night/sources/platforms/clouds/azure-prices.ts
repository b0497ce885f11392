import { z } from "zod";
import { isWrongShape, type PriceUnit, readPriceAmount } from "../amount.ts";
import { parseShape } from "../parse-shape.ts";
import type { ReadPlatformRow } from "../platform-card.ts";
import type { BodySpec } from "../platform-spec.ts";
import { type AzureMeter, readAzureMeter } from "./azure-meter.ts";
import { cardsOf, type PricedLine } from "./priced-lines.ts";

/** One region of each data zone; what is sold globally costs the same in both. */
const ZONE_OF_REGION: ReadonlyMap<string, string> = new Map([
  ["eastus2", "us"],
  ["swedencentral", "eu"],
]);

const url = (region: string) =>
  `https://prices.azure.com/api/retail/prices?currencyCode=USD&$filter=${encodeURIComponent(
    `serviceName eq 'Foundry Models' and armRegionName eq '${region}' and priceType eq 'Consumption'`,
  )}`;
const [first = "", ...others] = [...ZONE_OF_REGION.keys()].map(url);

/** Azure's Retail Prices API: a meter a row, its meaning in its name. */
export const azure: BodySpec = {
  id: "azure-retail-prices",
  urls: [first, ...others],
  nextAt: "NextPageLink",
  joinAt: "Items",
  family: "json body",
  readRows: (content) => readRetailPrices(content),
};

const Item = z.object({
  retailPrice: z.number({ error: "a price as a number" }),
  unitOfMeasure: z.string({ error: "a unit" }),
  meterName: z.string({ error: "the name of a meter" }),
  productName: z.string({ error: "the name of a product" }),
  armRegionName: z.string({ error: "a region" }),
  type: z.string({ error: "a type" }),
  tierMinimumUnits: z.number().default(0),
  reservationTerm: z.string().nullish(),
});
type Item = z.output<typeof Item>;
const RetailPrices = z.object({
  BillingCurrency: z.literal("USD", { error: "dollars" }),
  Items: z.array(Item, { error: "a list of items" }),
});

const UNITS: ReadonlyMap<string, PriceUnit> = new Map([
  ["1K", "per1K"],
  ["10K", "per10K"],
  ["100K", "per100K"],
  ["1M", "perM"],
]);

/** The cards of all pages. */
function readRetailPrices(content: unknown): readonly ReadPlatformRow[] {
  const { Items } = parseShape(RetailPrices, content);
  const lines = Items.map((item, index) => readItem(item, index));
  return [...cardsOf(lines.filter((each) => "meter" in each)), ...lines.filter((each) => "why" in each)];
}

function readItem(item: Item, index: number): PricedLine | ReadPlatformRow {
  const { meterName, productName, unitOfMeasure } = item;
  const isListed = item.type === "Consumption" && item.reservationTerm == null && item.tierMinimumUnits === 0;
  const unit = UNITS.get(unitOfMeasure);
  if (!isListed || item.retailPrice <= 0) return { subject: meterName, why: "no list price of a unit" };
  if (unit === undefined) return { subject: meterName, why: "not priced by tokens" };
  const isGrok = /grok/i.test(productName);
  const meter = readAzureMeter(meterName, { isGrok });
  if (meter === null) return { subject: meterName, why: "no meter of text tokens" };
  const amount = readPriceAmount({ path: `Items[${index}].retailPrice`, value: item.retailPrice }, unit, "number");
  if (isWrongShape(amount)) throw amount;
  if (amount === null) return { subject: meterName, why: "no list price of a unit" };
  const upstreamId = idOf(meter.model, productName);
  return {
    upstreamId,
    name: upstreamId,
    region: regionOf(meter, item.armRegionName),
    tier: meter.tier,
    variant: null,
    meter: meter.meter,
    above: meter.isLongContext ? LONG_CONTEXT[isGrok ? "grok" : "openai"] : null,
    amount,
    raw: `"${meterName}" ${item.retailPrice} per ${unitOfMeasure}`,
  };
}

/** The limits are not in the list, they are on the price page: xAI's tier begins with its 200,000th token. */
const LONG_CONTEXT = { openai: 272_000, grok: 199_999 } as const;

/** What is sold globally, or without a word, is the plain offer of its model. */
function regionOf({ deployment }: AzureMeter, region: string): string | null {
  if (deployment === "regional") return region;
  return deployment === "dataZone" ? (ZONE_OF_REGION.get(region) ?? region) : null;
}

/** A bare number is a model of its product's maker: `5.4` of OpenAI's is `gpt-5.4`, `54` too, `4.3` of xAI's is `grok-4.3`. */
function idOf(model: string, productName: string): string {
  if (/openai/i.test(productName) && /^\d/.test(model)) return `gpt-${model.replace(/^([5-9])(\d)(?=-|$)/, "$1.$2")}`;
  if (/grok/i.test(productName) && /^\d/.test(model)) return `grok-${model}`;
  if (/deepseek/i.test(productName) && /^[vr]\d/.test(model)) return `deepseek-${model}`;
  return /^k\d/.test(model) ? `kimi-${model}` : model;
}

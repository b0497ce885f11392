import { z } from "zod";
import { isWrongShape, type PriceUnit, readPriceAmount } from "../amount.ts";
import { parseShape } from "../parse-shape.ts";
import type { ReadPlatformRow } from "../platform-card.ts";
import type { BodySpec } from "../platform-spec.ts";
import { type AwsUsage, readAwsUsage } from "./aws-usage.ts";
import { cardsOf, type PricedLine } from "./priced-lines.ts";

const OFFERS = ["AmazonBedrock", "AmazonBedrockFoundationModels"];
/** The geographic profile that bills as each of them does; a second region of one geography has none. */
const GEO_OF_REGION: ReadonlyMap<string, string | null> = new Map([
  ["us-east-1", "us"],
  ["us-west-2", null],
  ["eu-central-1", "eu"],
  ["ap-northeast-1", "jp"],
]);

const url = (offer: string, region: string) =>
  `https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/${offer}/current/${region}/index.json`;
const [first = "", ...others] = OFFERS.flatMap((offer) => [...GEO_OF_REGION.keys()].map((region) => url(offer, region)));

/** Amazon Bedrock by the AWS price list: a file for each offer and region, products joined with their terms. */
export const bedrock: BodySpec = {
  id: "bedrock-price-list",
  urls: [first, ...others],
  family: "json body",
  readRows: (content) => readPriceList(content),
};

const Attributes = z.record(z.string(), z.string().optional().catch(undefined));
const Dimension = z.object({
  unit: z.string(),
  beginRange: z.string().optional(),
  pricePerUnit: z.record(z.string(), z.string({ error: "a price as text" })),
});
const Terms = z.record(z.string(), z.object({ priceDimensions: z.record(z.string(), Dimension) }));
const PriceList = z.object({
  offerCode: z.string({ error: "an offer code" }),
  products: z.record(z.string(), z.object({ attributes: Attributes }), { error: "a table of products" }),
  terms: z.object({ OnDemand: z.record(z.string(), Terms, { error: "a table of terms" }) }, { error: "tables of terms" }),
});

const UNITS: ReadonlyMap<string, PriceUnit> = new Map([
  ["1k tokens", "per1K"],
  ["1000 tokens", "per1K"],
  ["1m tokens", "perM"],
  ["1000000 tokens", "perM"],
  ["million tokens", "perM"],
]);

/** The cards of one file. */
function readPriceList(content: unknown): readonly ReadPlatformRow[] {
  const { products, terms } = parseShape(PriceList, content);
  const linesOrSkipped = Object.entries(products).flatMap(([sku, { attributes }]): readonly (AwsLine | ReadPlatformRow)[] => {
    const usage = readAwsUsage(attributes["usagetype"] ?? "");
    const model = modelOf(attributes, usage);
    const region = attributes["regionCode"] ?? "";
    if (usage === null || model === null) return [{ subject: attributes["usagetype"] ?? sku, why: "no meter of text tokens" }];
    if (!GEO_OF_REGION.has(region)) return [{ subject: model.upstreamId, why: "a region nobody asked for" }];
    return linesOf(sku, terms.OnDemand[sku] ?? {}, { usage, region, ...model });
  });
  const lines = withoutDoubles(linesOrSkipped.filter(isLine));
  return [...cardsOf(lines.flatMap((line) => asSold(line, lines))), ...linesOrSkipped.filter((each) => "why" in each)];
}

interface Sold {
  readonly usage: AwsUsage;
  readonly region: string;
  readonly upstreamId: string;
  readonly name: string;
}

interface AwsLine extends PricedLine, Pick<Sold, "usage"> {}

const isLine = (each: AwsLine | ReadPlatformRow): each is AwsLine => "usage" in each;

/** A volume discount is no price of the first token. */
function linesOf(
  sku: string,
  terms: z.output<typeof Terms>,
  { usage, region, upstreamId, name }: Sold,
): readonly (AwsLine | ReadPlatformRow)[] {
  const dimensions = Object.values(terms).flatMap(({ priceDimensions }) => Object.values(priceDimensions));
  return dimensions.flatMap(({ unit, beginRange = "0", pricePerUnit }): readonly (AwsLine | ReadPlatformRow)[] => {
    const places = UNITS.get(unit.toLowerCase());
    if (places === undefined || beginRange !== "0") return [{ subject: upstreamId, why: "not priced by tokens" }];
    const amount = readPriceAmount(
      { path: `terms.OnDemand.${sku}.pricePerUnit.USD`, value: pricePerUnit["USD"] },
      places,
      "text",
    );
    if (isWrongShape(amount)) throw amount;
    if (amount === null || amount === 0) return [{ subject: upstreamId, why: "no price in dollars" }];
    const above = usage.isLongContext ? longContextOf(name) : null;
    if (above === undefined) return [{ subject: upstreamId, why: "nobody knows where its long prompts begin" }];
    const raw = `${usage.meter} "${pricePerUnit["USD"]}" per ${unit}`;
    const { meter, tier, variant } = usage;
    return [{ upstreamId, name, region, tier, variant, meter, above, amount, raw, usage }];
  });
}

/** The limit is not in the list, it is on the models' cards. */
function longContextOf(name: string): number | undefined {
  if (/^claude/i.test(name)) return 200_000;
  return /^gpt/i.test(name) ? 272_000 : undefined;
}

/** `"Claude Opus 5.5 (Amazon Bedrock Edition)"` is `claude-opus-5-5`; the mantle endpoint has ids of its own. */
function modelOf(attributes: z.output<typeof Attributes>, usage: AwsUsage | null): Pick<Sold, "upstreamId" | "name"> | null {
  const sold =
    attributes["model"] ?? attributes["titanModel"] ?? attributes["servicename"]?.replace(/ \(Amazon Bedrock Edition\)$/, "");
  if (sold === undefined || sold === "") return null;
  const slug = sold
    .toLowerCase()
    .replaceAll(/\.0(?= |$)/g, "")
    .replaceAll(/[\s.]+/g, "-");
  return { name: sold, upstreamId: usage?.mantleId ?? slug };
}

/** A model of both endpoints is asked for at the older one. */
function withoutDoubles(lines: readonly AwsLine[]): readonly AwsLine[] {
  const older = new Set(lines.filter(({ usage }) => usage.mantleId === null).map(({ name }) => name));
  return lines.filter(({ usage, name }) => usage.mantleId === null || !older.has(name));
}

/**
 * Where a line is sold. The list has no line of the geographic profiles: they bill as their region does. They are named for models that also have a
 * global line, which are sold across regions; of the others nobody can tell. Virginia's is the price of the id without any region.
 */
function asSold(line: AwsLine, lines: readonly AwsLine[]): readonly PricedLine[] {
  const { usage, region, ...priced } = line;
  if (usage.isGlobal) return [{ ...priced, region: "global" }];
  const regionalOffer = { ...priced, region: region === "us-east-1" ? null : region };
  const geo = GEO_OF_REGION.get(region ?? "") ?? null;
  const isAcross = lines.some(
    (other) => other.usage.isGlobal && other.upstreamId === line.upstreamId && other.tier === line.tier,
  );
  return geo === null || !isAcross ? [regionalOffer] : [regionalOffer, { ...priced, region: geo }];
}

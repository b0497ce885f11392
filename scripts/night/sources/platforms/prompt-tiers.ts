import { type Condition, compareConditions, type PromptCondition } from "../../../../src/domain/offer/condition.ts";
import { METERS, type Meter, type Prices } from "../../../../src/domain/offer/meter.ts";
import { isFields } from "../../../../src/domain/text/is-fields.ts";
import { changesAnything } from "../token-prices.ts";
import { isWrongShape, readPriceAmount } from "./amount.ts";
import { type JsonRow, valueAt } from "./json-path.ts";
import { discountOf, type ReadFigures, readFigures } from "./json-prices.ts";
import type { JsonSpec, PromptTiers } from "./platform-spec.ts";
import { readTierSentence } from "./tier-sentence.ts";
import { wrongShape } from "./wrong-shape.ts";

/** A base card with its cards for long prompts. */
export interface TieredFigures extends ReadFigures {
  readonly conditions: readonly Condition[];
}

/** The base card of a row as its tiers leave it, and the more expensive cards behind it; a tier that changes nothing is none. */
export function withPromptTiers(row: JsonRow, base: ReadFigures, spec: JsonSpec): TieredFigures {
  const { promptTiers } = spec;
  if (promptTiers === undefined) return { ...base, conditions: [] };
  if ("at" in promptTiers) return ofRows(base, readTierRows(row, promptTiers, spec), promptTiers);
  if (promptTiers.own === "sentence") return ofSentence(row, base, spec);
  return promptTiers.own === "perMeterLists" ? ofMeterLists(row, base, spec) : ofNamedVariants(row, base, spec);
}

interface Tier {
  /** The fewest tokens of a prompt it is for. */
  readonly atLeast: number;
  readonly prices: Prices;
}

function readTierRows(row: JsonRow, tiers: PromptTiers, spec: JsonSpec): readonly Tier[] {
  const tierList = valueAt(row, tiers.at);
  if (tierList.value === undefined || tierList.value === null) return [];
  const list = Array.isArray(tierList.value) ? tierList.value : [tierList.value];
  return list.map((value, index): Tier => {
    const path = Array.isArray(tierList.value) ? `${tierList.path}[${index}]` : tierList.path;
    if (!isFields(value)) throw wrongShape(path, value, "a card for long prompts");
    const tier: JsonRow = { path, value, parent: row, key: null };
    const from = valueAt(tier, tiers.from.at);
    const tokens = tokensOf(from.path, from.value);
    const { prices } = readFigures(tier, tiers.prices, spec);
    return { atLeast: tiers.from.means === "above" ? tokens + 1 : tokens, prices };
  });
}

function tokensOf(path: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw wrongShape(path, value, "a number of tokens");
  return value;
}

function ofRows(base: ReadFigures, tiers: readonly Tier[], { isBaseIncluded }: PromptTiers): TieredFigures {
  const sorted = tiers.toSorted((a, b) => a.atLeast - b.atLeast);
  const [lowest, ...longerTiers] = sorted;
  if (isBaseIncluded !== true || lowest === undefined) return { ...base, conditions: conditionsOf(base.prices, sorted) };
  const prices = { ...base.prices, ...lowest.prices };
  return {
    ...base,
    raw: `${base.raw}, lowest tier ${rawOf(lowest.prices)}`,
    prices,
    conditions: conditionsOf(prices, longerTiers),
  };
}

const rawOf = (prices: Prices): string => JSON.stringify(prices);

const conditionsOf = (base: Prices, tiers: readonly Tier[]): readonly PromptCondition[] =>
  tiers
    .filter(({ atLeast, prices }) => atLeast > 1 && changesAnything(base, prices))
    .map(({ atLeast, prices }) => ({ promptTokensAbove: atLeast - 1, prices }))
    .toSorted(compareConditions);

/** `input_tiers: [{ cost, max: 200000 }, { cost, min: 200000 }]`, a list beside each meter's flat price. */
function ofMeterLists(row: JsonRow, base: ReadFigures, spec: JsonSpec): TieredFigures {
  const prices: Prices = { ...base.prices };
  const byStart = new Map<number, Prices>();
  for (const meter of METERS) {
    const field = spec.prices[meter];
    if (typeof field !== "string") continue;
    for (const { atLeast, amount } of meterList(row, `${field}_tiers`, meter, spec)) {
      if (atLeast <= 1) prices[meter] = amount;
      else byStart.set(atLeast, { ...byStart.get(atLeast), [meter]: amount });
    }
  }
  const tiers = [...byStart].map(([atLeast, tierPrices]) => ({ atLeast, prices: tierPrices }));
  return { ...base, prices, conditions: conditionsOf(prices, tiers) };
}

function meterList(row: JsonRow, at: string, meter: Meter, { unit, form }: JsonSpec) {
  const { path, value } = valueAt(row, at);
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrongShape(path, value, `the tiers of ${meter}`);
  return value.map((each: unknown, index) => {
    const tier: JsonRow = { path: `${path}[${index}]`, value: each, parent: row, key: null };
    const min = valueAt(tier, "min");
    const amount = readPriceAmount(valueAt(tier, "cost"), unit, form);
    if (amount === null || isWrongShape(amount)) throw amount ?? wrongShape(tier.path, each, "a tier with a price");
    return { atLeast: min.value === undefined ? 0 : tokensOf(min.path, min.value), amount };
  });
}

function ofSentence(row: JsonRow, base: ReadFigures, spec: JsonSpec): TieredFigures {
  const { path, value } = valueAt(row, "pricing.full");
  const sentence = typeof value === "string" ? readTierSentence(value) : null;
  if (sentence === null) return { ...base, conditions: [] };
  if (discountOf(row, spec) !== null)
    throw wrongShape(path, value, "a price list beside a discount: nobody knows which of them has it in");
  const prices = { ...base.prices, ...sentence.base };
  return { ...base, raw: `${base.raw}, ${JSON.stringify(value)}`, prices, conditions: conditionsOf(prices, sentence.tiers) };
}

/** DigitalOcean's names of the cards for long prompts, and where each begins. */
const LONG_VARIANTS: ReadonlyMap<unknown, number> = new Map([
  ["MODEL_PRICING_TIER_EXTENDED_1M", 200_000],
  ["MODEL_PRICING_TIER_EXTENDED_272K", 272_000],
]);

/** `variants: [{ mode, tier, prices }]`: of the interactive ones, those whose name says where they begin. */
function ofNamedVariants(row: JsonRow, base: ReadFigures, spec: JsonSpec): TieredFigures {
  const { path, value } = valueAt(row, "pricing_detail.variants");
  if (value === undefined || value === null) return { ...base, conditions: [] };
  if (!Array.isArray(value)) throw wrongShape(path, value, "a list of variants");
  const tiers = value.flatMap((each: unknown, index) => {
    const variant: JsonRow = { path: `${path}[${index}]`, value: each, parent: row, key: null };
    const above = LONG_VARIANTS.get(valueAt(variant, "tier").value);
    if (above === undefined || valueAt(variant, "mode").value !== "MODEL_BILLING_MODE_INTERACTIVE") return [];
    const fields = Object.fromEntries(
      Object.entries(spec.prices).map(([meter, field]) => [meter, String(field).replace("pricing.", "prices.")]),
    );
    return [{ atLeast: above + 1, prices: readFigures(variant, fields, spec).prices }];
  });
  return { ...base, conditions: conditionsOf(base.prices, tiers) };
}

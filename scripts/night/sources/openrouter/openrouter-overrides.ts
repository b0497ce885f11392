import {
  type Condition,
  compareConditions,
  isPromptCondition,
  isWindowCondition,
  type PromptCondition,
} from "../../../../src/domain/offer/condition.ts";
import { METERS, type Prices } from "../../../../src/domain/offer/meter.ts";
import { isFields } from "../../../../src/domain/text/is-fields.ts";
import type { LooseFields } from "../loose-row.ts";
import { offPeakBase, readClock } from "./openrouter-clock.ts";
import { readMeters } from "./openrouter-meters.ts";

/** A base card and what changes it. */
interface Conditioned {
  readonly base: Prices;
  readonly conditions: readonly Condition[];
  readonly unread: readonly string[];
}

interface Override {
  /** Null: an entry we cannot express. */
  readonly condition: Condition | null;
  readonly unread: readonly string[];
}

const CONDITION_KEYS: ReadonlySet<string> = new Set(["min_prompt_tokens", "utc_start", "utc_end", "utc_days"]);
const UNREADABLE: Override = { condition: null, unread: ["overrides"] };

/**
 * `pricing.overrides` → conditions. `min_prompt_tokens: 272000` is strictly greater. Later entries win per key and a missing key
 * inherits, so a higher tier takes over what a lower one said. An entry we cannot express is an unread meter, `overrides`.
 */
export function readOverrides(inForce: Prices, overrides: unknown, free: { readonly free: boolean }): Conditioned {
  const overridden = entriesOf(overrides).map((entry) => readOverride(entry, free));
  const conditions = overridden.flatMap(({ condition }) => (condition === null ? [] : [condition]));
  const clock = offPeakBase(inForce, conditions.filter(isWindowCondition));
  const tiers = cumulativeTiers(clock.base, conditions.filter(isPromptCondition));
  return {
    base: clock.base,
    conditions: [...tiers, ...clock.windows].toSorted(compareConditions),
    unread: overridden.flatMap(({ unread }) => unread),
  };
}

function entriesOf(overrides: unknown): readonly unknown[] {
  if (overrides === undefined || overrides === null) return [];
  return Array.isArray(overrides) ? overrides : [overrides];
}

function readOverride(entry: unknown, free: { readonly free: boolean }): Override {
  if (!isFields(entry)) return UNREADABLE;
  const { prices, unitPrices, unread } = readMeters(pricesOf(entry), free);
  const condition = conditionOf(entry, prices);
  // A condition carries token meters only: another unit inside it would be lost without a word.
  return condition === null ? UNREADABLE : { condition, unread: [...unread, ...Object.keys(unitPrices)] };
}

const pricesOf = (entry: LooseFields): LooseFields =>
  Object.fromEntries(Object.entries(entry).filter(([key]) => !CONDITION_KEYS.has(key)));

function conditionOf(entry: LooseFields, prices: Prices): Condition | null {
  const tokens = entry["min_prompt_tokens"];
  const clocked = "utc_start" in entry || "utc_end" in entry || "utc_days" in entry;
  if (tokens !== undefined) return isCount(tokens) && !clocked ? { promptTokensAbove: tokens, prices } : null;
  const clock = readClock(entry);
  return clock === null ? null : { ...clock, prices };
}

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value > 0;

/** The card above each threshold: every tier that holds there, in upstream's order. Tiers that change nothing are left out. */
function cumulativeTiers(base: Prices, tiers: readonly PromptCondition[]): readonly PromptCondition[] {
  const thresholds = [...new Set(tiers.map((tier) => tier.promptTokensAbove))];
  const cards = thresholds.map((promptTokensAbove) => {
    const holding = tiers.filter((tier) => tier.promptTokensAbove <= promptTokensAbove);
    return { promptTokensAbove, prices: laterWins(holding) };
  });
  return cards.filter(({ prices }) => METERS.some((meter) => prices[meter] !== undefined && prices[meter] !== base[meter]));
}

function laterWins(tiers: readonly PromptCondition[]): Prices {
  const prices: Prices = {};
  for (const tier of tiers) Object.assign(prices, tier.prices);
  return prices;
}

import { microOn, type PriceStep } from "../chart/price-step.ts";
import { compareText } from "../money/compare-text.ts";
import { median } from "../money/median.ts";
import { MicroUsdPerMTok } from "../money/money.ts";
import type { QualityMark } from "../quality/quality-mark.ts";
import type { PriceBand } from "../reference/price-bands.ts";

/** Models of at least so much quality and less than the next tier asks, on the scale of the quality marks. */
export interface QualityTier {
  readonly id: PriceBand;
  readonly fromElo: number;
  /** Null = no upper end. */
  readonly belowElo: number | null;
}

/** A rated model and the past of its list price. */
export interface IndexedModel {
  readonly elo: number;
  readonly input: readonly PriceStep[];
  readonly output: readonly PriceStep[];
}

/** What the models of a tier listed at in the middle, from a day until the day before `to`; `to: null` = still. */
export interface IndexStep {
  readonly from: string;
  readonly to: string | null;
  /** The median of their blended prices, three input tokens to one output token; null = of fewer than `INDEX_MIN_MODELS` models. */
  readonly micro: MicroUsdPerMTok | null;
  readonly models: number;
}

export interface TierIndex {
  readonly tier: QualityTier;
  readonly steps: readonly IndexStep[];
}

/** How many input tokens the index counts to one output token. */
export const INDEX_INPUT_WEIGHT = 3;

/** A middle of fewer models says more about them than about the market. */
export const INDEX_MIN_MODELS = 5;

/**
 * The bands' marks as tiers, best first: each reaches up to the next higher mark. Marks of 1,450, 1,380 and 1,250 make [1,450, ∞),
 * [1,380, 1,450) and [1,250, 1,380). A mark that lies above a better band's mark makes no tier: it would be empty.
 */
export function qualityTiers(marks: readonly QualityMark[]): readonly QualityTier[] {
  const tiers: QualityTier[] = [];
  for (const { id, elo } of marks) {
    const belowElo = tiers.at(-1)?.fromElo ?? null;
    if (id !== "best" && (belowElo === null || elo < belowElo)) tiers.push({ id, fromElo: elo, belowElo });
  }
  return tiers;
}

/**
 * The market index: for each tier the median blended list price of the models listed at a price on a day, from the first such day on. A
 * price is (3 · input + output) / 4; free and unknown prices do not count; of an even number the mean of the two in the middle. Quality is
 * a model's own and does not change with the day, so a step means that a model came, went or changed its price. Of six models at $1, $1,
 * $2, $4, $5 and $9 the index is $3; when one more at $2 joins them, $2.
 */
export function marketIndex(models: readonly IndexedModel[], tiers: readonly QualityTier[], asOf: string): readonly TierIndex[] {
  return tiers.map((tier) => {
    const tierModels = models.filter(({ elo }) => elo >= tier.fromElo && (tier.belowElo === null || elo < tier.belowElo));
    return { tier, steps: stepsOf(tierModels, asOf) };
  });
}

/** The step in force on a day: of steps from the 1st and the 9th, on the 8th the first. Null = before the first. */
export const stepOn = (steps: readonly IndexStep[], day: string): IndexStep | null =>
  steps.findLast(({ from }) => from <= day) ?? null;

function stepsOf(models: readonly IndexedModel[], asOf: string): readonly IndexStep[] {
  const edges = models.flatMap(({ input, output }) => [...input, ...output].flatMap(({ from, to }) => [from, to]));
  const pastEdges = edges.filter((day) => day !== null).filter((day) => day <= asOf);
  const days = [...new Set(pastEdges)].toSorted(compareText);
  const readings = days.map((day) => ({ from: day, prices: models.flatMap((model) => blendOn(model, day)) }));
  const first = readings.findIndex(({ prices }) => prices.length > 0);
  if (first === -1) return [];
  const steps = readings.slice(first).map(({ from, prices }) => ({ from, micro: medianBlend(prices), models: prices.length }));
  const changed = steps.filter((step, index) => {
    const before = steps[index - 1];
    return before === undefined || before.micro !== step.micro || before.models !== step.models;
  });
  return changed.map((step, index) => ({ ...step, to: changed[index + 1]?.from ?? null }));
}

/** In quarters of a millionth: whole numbers until the median is taken. */
function blendOn({ input, output }: IndexedModel, day: string): readonly number[] {
  const [inputMicro, outputMicro] = [microOn(input, day), microOn(output, day)];
  if (inputMicro === null || outputMicro === null) return [];
  const blend = INDEX_INPUT_WEIGHT * inputMicro + outputMicro;
  return blend === 0 ? [] : [blend];
}

function medianBlend(blends: readonly number[]): MicroUsdPerMTok | null {
  const middle = median(blends);
  if (blends.length < INDEX_MIN_MODELS || middle === null) return null;
  return MicroUsdPerMTok.parse(Math.round(middle / (INDEX_INPUT_WEIGHT + 1)));
}

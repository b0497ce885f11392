import { settledSeriesOf } from "../../domain/chart/price-series.ts";
import { type StepChart, stepChart } from "../../domain/chart/step-chart.ts";
import type { Change } from "../../domain/history/change.ts";
import {
  INDEX_INPUT_WEIGHT,
  INDEX_MIN_MODELS,
  type IndexedModel,
  type IndexStep,
  marketIndex,
  qualityTiers,
  stepOn,
  type TierIndex,
} from "../../domain/history/market-index.ts";
import { addDays } from "../../domain/money/days.ts";
import { readOfferId } from "../../domain/offer/offer-id.ts";
import type { QualityMark } from "../../domain/quality/quality-mark.ts";
import { deltaBps } from "../../domain/reference/delta.ts";
import type { PriceBand } from "../../domain/reference/price-bands.ts";
import { formatCount, formatDay, formatDelta, formatPlural, formatUsd } from "../../site/format.ts";

/** The market index as text, and drawn. */
export interface MarketIndexView {
  readonly chart: StepChart;
  readonly tiers: readonly TierLine[];
  /** One line a month, newest first: the cells of each tier. */
  readonly months: readonly { readonly month: string; readonly cells: readonly MonthCell[] }[];
  readonly method: readonly string[];
  readonly label: string;
}

export interface TierLine {
  readonly id: PriceBand;
  readonly name: string;
  /** `quality 1,463 and more`. */
  readonly range: string;
  readonly words: string;
}

export interface MonthCell {
  readonly price: string;
  readonly models: string;
}

/** What the index is made of. */
export interface IndexSource {
  /** The lines of every model, oldest first. */
  readonly changes: readonly Change[];
  /** Whether a platform's own price of a model is the maker's list price. */
  isList(platform: string, model: string): boolean;
  /** The fitted quality; null = not rated. */
  qualityOf(model: string): number | null;
  readonly marks: readonly QualityMark[];
}

const NAMES = { frontier: "Frontier", mid: "Mid", light: "Light" } as const satisfies Record<PriceBand, string>;

/** Null where no tier ever had enough models. */
export function marketIndexView(source: IndexSource, asOf: string): MarketIndexView | null {
  const { rated, unrated } = indexedModels(source);
  const index = marketIndex(rated, qualityTiers(source.marks), asOf);
  const shown = index.map((each) => ({ ...each, steps: fromFirstPrice(each.steps) })).filter(({ steps }) => steps.length > 0);
  const chart = stepChart(
    shown.map(({ steps }) => steps),
    asOf,
  );
  if (chart === null) return null;
  const tiers = shown.map((each) => tierLine(each, asOf));
  return {
    chart,
    tiers,
    months: monthsOf(chart.from, asOf).map((day) => ({
      month: day === asOf ? formatDay(day) : formatDay(day).slice(3),
      cells: shown.map(({ steps }) => monthCell(stepOn(steps, day))),
    })),
    method: methodTexts(shown, { rated: rated.length, unrated, from: chart.from }),
    label: `Market index. ${tiers.map(({ name, range, words }) => `${name}, ${range}: ${words}`).join(" ")}`,
  };
}

function indexedModels({ changes, isList, qualityOf }: IndexSource) {
  const lines = changes.filter(
    ({ offerId, model, platform, condition }) => condition === null && isPlain(offerId) && isList(platform, model),
  );
  const models = [...Map.groupBy(lines, ({ offerId }) => offerId)].map(([id, offerLines]) => ({
    elo: qualityOf(readOfferId(id).model),
    input: settledSeriesOf(offerLines, id, "input", null),
    output: settledSeriesOf(offerLines, id, "output", null),
  }));
  const rated = models.flatMap(({ elo, ...steps }): readonly IndexedModel[] => (elo === null ? [] : [{ elo, ...steps }]));
  return { rated, unrated: models.length - rated.length };
}

/** The maker's standard offer: no host, region, quantization or variant of its own. */
function isPlain(offerId: string): boolean {
  const { host, region, tier, quantization, variant } = readOfferId(offerId);
  return tier === "standard" && [host, region, quantization, variant].every((part) => part === null);
}

function fromFirstPrice(steps: readonly IndexStep[]): readonly IndexStep[] {
  const first = steps.findIndex(({ micro }) => micro !== null);
  return first === -1 ? [] : steps.slice(first);
}

function tierLine({ tier: { id, fromElo, belowElo }, steps }: TierIndex, asOf: string): TierLine {
  const range =
    belowElo === null
      ? `quality ${formatCount(fromElo)} and more`
      : `quality ${formatCount(fromElo)} to ${formatCount(belowElo)}`;
  const [now, before, first] = [stepOn(steps, asOf), stepOn(steps, addDays(asOf, -90)), steps[0]];
  const bps = deltaBps(now?.micro ?? null, before?.micro ?? null);
  const today =
    now?.micro == null ? "no index today" : `${dollars(now.micro)}, the middle of ${formatPlural(now.models, "model")}`;
  const trend = bps === null ? "" : `; ${formatDelta(bps)} in 90 days`;
  const start = first?.micro == null ? "" : `; ${dollars(first.micro)} on ${formatDay(first.from)}`;
  return { id, name: NAMES[id], range, words: `${today}${trend}${start}.` };
}

/** A median, so to the cent: nobody lists it. */
const dollars = (micro: number): string => formatUsd(micro / 1_000_000);

const monthCell = (step: IndexStep | null): MonthCell => ({
  price: step?.micro == null ? "–" : dollars(step.micro),
  models: step === null ? "–" : formatCount(step.models),
});

/** The last days of the months, newest first; of the running month the day of the data. */
function monthsOf(from: string, asOf: string): readonly string[] {
  const days = [asOf];
  for (let day = addDays(`${asOf.slice(0, 7)}-01`, -1); day >= from; day = addDays(`${day.slice(0, 7)}-01`, -1)) days.push(day);
  return days;
}

function methodTexts(
  index: readonly TierIndex[],
  { rated, unrated, from }: { readonly rated: number; readonly unrated: number; readonly from: string },
): readonly string[] {
  const lowest = index.at(-1)?.tier.fromElo ?? 0;
  return [
    `A tier is a range of quality: it begins at the median quality of today’s models of one price band and ends where the next begins. A model keeps its quality, so a step means that a model came, went or changed its list price. Models below ${formatCount(lowest)} are in no tier.`,
    `A model’s price on a day is (${INDEX_INPUT_WEIGHT} × input + output) ÷ ${INDEX_INPUT_WEIGHT + 1} of its maker’s own list price: standard tier, short prompts, outside time windows. The index is the median of the tier’s models that had one on that day; of fewer than ${INDEX_MIN_MODELS} there is none. Free models do not count.`,
    `It knows ${formatPlural(rated, "rated model")} since ${formatDay(from)}, nearly all by models.dev’s copy of the makers’ lists; a model that was copied late came late here too. It cannot know ${formatPlural(unrated, "model")} with a list price that nobody has rated, models whose maker sells no API, and what was gone before.`,
    "It is what makers ask, not what anybody paid: no discounts, no other sellers, no share of use.",
  ];
}

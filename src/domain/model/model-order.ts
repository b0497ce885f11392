import { compareText } from "../money/compare-text.ts";
import type { Model } from "./model.ts";
import { modelVersion, newerVersionFirst } from "./model-version.ts";

/** How old an order of use may be before newer models take their predecessors' places. */
export const ORDER_MAX_AGE_DAYS = 30;

type Ordered = Pick<Model, "id" | "usageRank" | "releasedOn">;

/** What places a model that follows none: sold by fewer platforms than this, it is behind all others. */
const LEAST_PLATFORMS = 3;
/** So many models by use are before each new one that follows none. */
const BETWEEN_NEW_ONES = 2;

export interface OrderFacts {
  /** The first day after the order of use was read. */
  readonly newSince: string;
  /** The day a model without a release day was first seen; null = it has been there as long as anybody looked. */
  readonly arrivedOn: (model: string) => string | null;
  readonly platforms: (model: string) => number;
}

/**
 * Models in the order to list them while the order of use is old. A model that is in no order takes the place of the one it succeeds (same maker,
 * same line), which takes its own predecessor's. A new model that succeeds none stands after every second one, newest month first, then by the
 * number of platforms. All others follow by release. Opus 5 8th, Opus 4.8 32nd, Opus 5.5 new: 5.5 stands 8th, 5 32nd, 4.8 behind them.
 */
export function orderBySuccession<Row extends Ordered>(models: readonly Row[], facts: OrderFacts): readonly Row[] {
  const places = new Map(linesOf(models).flatMap(placesIn));
  const placed = models
    .filter(({ id }) => places.has(id))
    .toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0) || newerFirst(a, b));
  const unplaced = models.filter(({ id }) => !places.has(id));
  const day = ({ id, releasedOn }: Row) => releasedOn ?? facts.arrivedOn(id) ?? "";
  const isNew = (row: Row) => day(row) >= facts.newSince && facts.platforms(row.id) >= LEAST_PLATFORMS;
  const byMonth = (a: Row, b: Row) =>
    compareText(day(b).slice(0, 7), day(a).slice(0, 7)) ||
    facts.platforms(b.id) - facts.platforms(a.id) ||
    compareText(a.id, b.id);
  const byDay = (a: Row, b: Row) => compareText(day(b), day(a)) || compareText(a.id, b.id);
  return [...woven(placed, unplaced.filter(isNew).toSorted(byMonth)), ...unplaced.filter((row) => !isNew(row)).toSorted(byDay)];
}

const linesOf = <Row extends Ordered>(models: readonly Row[]): readonly (readonly Row[])[] => [
  ...Map.groupBy(models, ({ id }) => modelVersion(id).line).values(),
];

/** The places of a line, the newest model at the best of them. A line without a newcomer keeps its places. */
function placesIn(line: readonly Ordered[]): readonly (readonly [string, number])[] {
  const ranks = line.flatMap(({ usageRank }) => usageRank ?? []).toSorted((a, b) => a - b);
  const newestFirst = line.toSorted(newerFirst);
  const oldestPlaced = newestFirst.findLastIndex(({ usageRank }) => usageRank !== null);
  const inOrder = newestFirst.slice(0, oldestPlaced + 1);
  if (inOrder.every(({ usageRank }) => usageRank !== null))
    return inOrder.map(({ id, usageRank }) => [id, usageRank ?? 0] as const);
  const last = ranks.at(-1) ?? 0;
  return inOrder.map(({ id }, index) => [id, ranks[index] ?? last] as const);
}

const newerFirst = (a: Ordered, b: Ordered): number =>
  newerVersionFirst(modelVersion(a.id), modelVersion(b.id)) || compareText(a.id, b.id);

function woven<Row>(placed: readonly Row[], added: readonly Row[]): readonly Row[] {
  const mixed = placed.flatMap((row, index) => {
    const next = (index + 1) % BETWEEN_NEW_ONES === 0 ? added[(index + 1) / BETWEEN_NEW_ONES - 1] : undefined;
    return next === undefined ? [row] : [row, next];
  });
  return [...mixed, ...added.slice(Math.floor(placed.length / BETWEEN_NEW_ONES))];
}

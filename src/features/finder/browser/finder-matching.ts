import { DATA_PROMISES } from "../../../domain/ranking/filter/data-promise.ts";
import { EVIDENCE } from "../../../domain/source/evidence-class.ts";
import { type FinderData, type FinderMonth, upperMonthUsd } from "../find-models.ts";
import type { DataPolicyFilter, FinderState } from "../finder-state.ts";
import type { FinderPlaces } from "../matching-offers.ts";

/** What comes with the sellers: the data with the months, sellers and lowest input prices of the sellers that are left; models with none left are not kept. */
export function withMatchingOffers(data: FinderData, places: FinderPlaces, state: FinderState): FinderData {
  const at = Math.max(
    data.workloads.findIndex(({ id }) => id === state.workload),
    0,
  );
  const winners = data.ids.map((): Winner => NOBODY);
  for (const [model, rows] of matchingRows(data, places, state)) winners[model] = winnerOf(rows, places, at);
  const column = <Value>(value: (winner: Winner) => Value) => winners.map(value);
  const assumed = new Set(places.assumed[at]);
  const sellerAt = (row: number) => (places.sellers[row] ?? 0) + (assumed.has(row) ? places.sellerTexts.length : 0);
  const { region, dataPolicy } = state;
  return {
    ...data,
    ...(region === "" && dataPolicy === "" ? {} : { isKept: column(({ isSold }) => isSold) }),
    lowestInput: column(({ lowestInput }) => lowestInput),
    evidence: column(({ row }) => (row === null ? null : (places.evidence[row] ?? null))),
    sellers: [...places.sellerTexts, ...places.sellerTexts.map((seller) => seller + places.assumedNote)],
    workloads: data.workloads.map((workload, place) =>
      place !== at
        ? workload
        : {
            ...{ id: workload.id, meaning: workload.meaning, months: column(({ month }) => month) },
            cheapest: column(({ row }) => (row === null ? null : sellerAt(row))),
          },
    ),
  };
}

/** The rows that are left, by their model's place. */
function matchingRows(data: FinderData, places: FinderPlaces, state: FinderState): ReadonlyMap<number, readonly number[]> {
  const { policies, contextTokens } = data;
  const rowsByModel = new Map<number, number[]>();
  let model = 0;
  for (const [row, step] of places.models.entries()) {
    model += step;
    const region = places.regionIds[places.regions[row] ?? -1] ?? "";
    const context = places.contexts[row] ?? contextTokens[model] ?? 0;
    const isLeft =
      (state.region === "" || state.region === region) &&
      (policies[places.platforms[row] ?? -1] ?? 0) >= rankOf(state.dataPolicy) &&
      context >= (state.minContextTokens ?? 0) &&
      (state.unconfirmed || EVIDENCE[places.evidence[row] ?? 0] !== "reported");
    if (isLeft) rowsByModel.set(model, [...(rowsByModel.get(model) ?? []), row]);
  }
  return rowsByModel;
}

interface Winner {
  readonly isSold: boolean;
  /** Null = nobody's. */
  readonly row: number | null;
  readonly month: FinderMonth;
  readonly lowestInput: number | null;
}

const NOBODY: Winner = { isSold: false, row: null, month: null, lowestInput: null };

/** The cheapest of one model's rows by the most a month may be; of equal ones the first. A model that nobody has room for does not fit. */
function winnerOf(rows: readonly number[], { months, isAging, evidence, inputs }: FinderPlaces, at: number): Winner {
  const monthOf = (row: number): FinderMonth => months[at]?.[row] ?? null;
  const upper = (row: number): number => upperMonthUsd(monthOf(row)) ?? -2;
  const priced = rows.filter((row) => upper(row) >= 0);
  const hasFresh = priced.some((row) => isAging[row] === 0 && EVIDENCE[evidence[row] ?? 0] !== "reported");
  const counted = hasFresh ? priced.filter((row) => isAging[row] === 0) : priced;
  const row = counted.reduce<number | null>((best, each) => (best === null || upper(each) < upper(best) ? each : best), null);
  const lowestInput = Math.min(...rows.map((each) => inputs[each] ?? Number.POSITIVE_INFINITY));
  const gap = rows.some((each) => monthOf(each) === -1) ? -1 : null;
  return {
    ...{ isSold: rows.length > 0, row, month: row === null ? gap : monthOf(row) },
    lowestInput: Number.isFinite(lowestInput) ? lowestInput : null,
  };
}

/** The place of what is asked among `DATA_PROMISES`: a stricter promise is also every weaker one. */
const rankOf = (policy: DataPolicyFilter | ""): number => (policy === "" ? 0 : DATA_PROMISES.indexOf(policy));

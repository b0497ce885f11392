import { makerOfId } from "../../domain/model/maker-of-id.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import { dayNumber } from "../../domain/money/day-number.ts";
import { pastNoise } from "../../domain/money/micro-usd.ts";
import { type PriceRange, priceRange } from "../../domain/money/price-range.ts";
import { LEAST_UNKNOWN_SHARE } from "../../domain/purchase/unknown-share.ts";
import { EVIDENCE } from "../../domain/source/evidence-class.ts";
import { type Haystack, type SearchResult, searchRows, wordsOf } from "../../domain/text/word-search.ts";
import { formatUsd, formatUsdRange, WORDS } from "../../site/format.ts";
import { CAPABILITIES, type FinderSort, type FinderState, MODALITIES, orderOf } from "./finder-state.ts";

/**
 * What the finder knows of each model, a column each: `ids[3]`, `contextTokens[3]` … are one model's, in the order of use.
 * Of a price null = unknown, 0 = free.
 */
export interface FinderData {
  readonly ids: readonly string[];
  readonly platforms: readonly string[];
  /** Places in `platforms`, the first as it is, each other as the step from the one before. */
  readonly soldOn: readonly (readonly number[])[];
  /** A bit for each word of CAPABILITIES that is known to hold. */
  readonly capabilities: readonly number[];
  /** A bit for each word of MODALITIES. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly openWeights: readonly (0 | 1 | null)[];
  readonly contextTokens: readonly (number | null)[];
  /** Days since 1970-01-01. */
  readonly releasedDay: readonly (number | null)[];
  /** The maker's, in millionths of a dollar per million tokens. */
  readonly listInput: readonly (number | null)[];
  readonly listOutput: readonly (number | null)[];
  /** The least anybody asks for input at the standard tier. */
  readonly lowestInput: readonly (number | null)[];
  /** How the price of the first workload's cheapest month is known: places in `EVIDENCE`; null = none may win. */
  readonly evidence: readonly (number | null)[];
  /** The fitted quality, to the whole point; null = not rated. */
  readonly quality: readonly (number | null)[];
  /** How far each of `platforms` leaves a customer's data alone: places in `DATA_PROMISES`. */
  readonly policies: readonly number[];
  /** Whether anybody who is left sells it; absent = nobody was left out. */
  readonly isKept?: readonly boolean[];
  /** Who sells something cheapest, as text. */
  readonly sellers: readonly string[];
  /** The default first. */
  readonly workloads: readonly FinderWorkload[];
}

/** The file of it: ids are left to the rows, which are in the same order or say their places. */
export type FinderFile = Omit<FinderData, "ids">;

export interface FinderWorkload {
  readonly id: string;
  /** What its month is: `monthMeaning`. */
  readonly meaning: string;
  readonly months: readonly FinderMonth[];
  /** Places in `sellers`. */
  readonly cheapest: readonly (number | null)[];
  /** From a file of its own, when it is asked for. */
  reported?: ReportedMonths | undefined;
}

/** The models whose month is another with one catalogue's word counted too: their places, and that month and seller of each. */
export interface ReportedMonths {
  readonly at: readonly number[];
  readonly months: readonly FinderMonth[];
  readonly cheapest: readonly (number | null)[];
}

/**
 * The cheapest landed month in dollars, as exact as it is shown; the least and the most it may be where a fee is unknown; −1 and below =
 * `MONTH_GAPS`.
 */
export type FinderMonth = number | readonly [low: number, high?: number] | null;

/** What a month is ranked and filtered by: the most it may be. */
export const upperMonthUsd = (month: FinderMonth | undefined): number | null =>
  month == null ? null : typeof month === "number" ? month : (month[1] ?? withUnknownFee(month[0]));

/** The most a month may be whose fee is unknown, as shown: `10` → 10.55. Files leave it out where it is this. */
export const withUnknownFee = (low: number): number => roundedAsShown(low * (1 + LEAST_UNKNOWN_SHARE));

/** Rounded as `formatUsd` rounds it: what shows equal is equal. */
export function roundedAsShown(usd: number): number {
  if (usd < 0.01) return Number(usd.toPrecision(2));
  return Number(pastNoise(usd).toFixed(usd < 999.995 ? 2 : 0));
}

/** The workload a state asks for, with one catalogue's word counted where the state says so and it is there. */
export function chosenWorkload({ workloads }: Pick<FinderData, "workloads">, state: ChosenWorkload): FinderWorkload | null {
  const chosen = workloads.find(({ id }) => id === state.workload) ?? workloads[0] ?? null;
  if (chosen?.reported === undefined || !state.unconfirmed) return chosen;
  const [months, cheapest] = [[...chosen.months], [...chosen.cheapest]];
  const { reported } = chosen;
  for (const [place, at] of reported.at.entries()) {
    months[at] = reported.months[place] ?? null;
    cheapest[at] = reported.cheapest[place] ?? null;
  }
  return { ...chosen, months, cheapest };
}

export type ChosenWorkload = Pick<FinderState, "workload" | "unconfirmed">;

/** Why a workload has no cheapest month, by its code: −1 is the first. */
export const MONTH_GAPS: readonly string[] = [WORDS.doesNotFit, WORDS.otherUnit, WORDS.notSold];

/** `2` → `$2.00`, `[2, 3]` → `$2.00 – $3.00`, `0` → `free`, `-1` → `does not fit`, null → `unknown`. */
export function monthWord(month: FinderMonth): string {
  if (month === null) return WORDS.unknown;
  if (typeof month !== "number") return formatUsdRange(month[0], upperMonthUsd(month) ?? month[0]);
  return month > 0 ? formatUsd(month) : month === 0 ? WORDS.free : (MONTH_GAPS[-1 - month] ?? WORDS.unknown);
}

/** What a row says, and what a search looks through. */
export interface FinderRow {
  /** The model's place in the data. */
  readonly at: number;
  readonly name: string;
  readonly haystack: Haystack;
}

/**
 * The rows that are asked for, in the order that is asked for. Every order ends in the order of use, which ends in the id. Rows are only
 * close where no row of the list is written like the query, whatever the filters leave of it.
 */
export function findModels<Row extends FinderRow>(rows: readonly Row[], data: FinderData, state: FinderState): SearchResult<Row> {
  const fits = filterOf(data, state);
  const { rows: written, isClose } = searchRows(rows, wordsOf(state.query));
  const fitting = written.filter(({ at }) => fits(at));
  const { by, direction } = orderOf(state, data.workloads[0]?.id ?? "");
  const key = keyOf(by, data, state);
  const turn = direction === "ascending" ? 1 : -1;
  const sorted = fitting
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => a.key.place - b.key.place || turn * compareValues(a.key.value, b.key.value) || a.row.at - b.row.at);
  return { rows: sorted.map(({ row }) => row), isClose };
}

/** Prices first, then what is free, then what has no price for a reason, then what is unknown, in either direction. */
interface SortValue {
  readonly place: 0 | 1 | 2 | 3;
  readonly value: number | string;
}

const UNKNOWN: SortValue = { place: 3, value: 0 };
const FREE: SortValue = { place: 1, value: 0 };

function keyOf(by: FinderSort, data: FinderData, state: FinderState): (row: FinderRow) => SortValue {
  const chosen = chosenWorkload(data, state);
  switch (by) {
    case "use":
      return ({ at }) => ({ place: 0, value: at });
    case "name":
      return ({ name }) => ({ place: 0, value: name.toLowerCase() });
    case "list":
      return ({ at }) => priceKey(data.listInput[at]);
    case "output":
      return ({ at }) => priceKey(data.listOutput[at]);
    case "month":
      return ({ at }) => priceKey(upperMonthUsd(chosen?.months[at]));
    case "seller":
      return ({ at }) => textKey(data.sellers[chosen?.cheapest[at] ?? -1]?.toLowerCase());
    case "discount":
      return ({ at }) => shareKey(data.lowestInput[at], data.listInput[at]);
    case "platforms":
      return ({ at }) => ({ place: 0, value: data.soldOn[at]?.length ?? 0 });
    case "context":
      return ({ at }) => numberKey(data.contextTokens[at]);
    case "released":
      return ({ at }) => numberKey(data.releasedDay[at]);
    case "quality":
      return ({ at }) => numberKey(data.quality[at]);
    default:
      return by satisfies never;
  }
}

const numberKey = (value: number | null | undefined): SortValue => (value == null ? UNKNOWN : { place: 0, value });
const textKey = (value: string | null | undefined): SortValue => (value == null ? UNKNOWN : { place: 0, value });
function priceKey(value: number | null | undefined): SortValue {
  if (value === 0) return FREE;
  return value != null && value < 0 ? { place: 2, value } : numberKey(value);
}

const shareKey = (price: number | null | undefined, list: number | null | undefined): SortValue =>
  price == null || price === 0 || list == null || list === 0 ? UNKNOWN : { place: 0, value: price / list };

const compareValues = (a: number | string, b: number | string): number =>
  typeof a === "number" && typeof b === "number" ? a - b : compareText(String(a), String(b));

/** Everything but the words of the query. What is unknown passes no filter that asks about it. */
function filterOf(data: FinderData, state: FinderState): (at: number) => boolean {
  const platforms = new Set(state.platforms.map((id) => data.platforms.indexOf(id)));
  const { months } = chosenWorkload(data, state) ?? { months: [] };
  const wantedEvidence = state.evidence === "" ? -1 : EVIDENCE.indexOf(state.evidence);
  const can = bitsOf(CAPABILITIES, state.capabilities);
  const [takes, makes] = [bitsOf(MODALITIES, state.inputs), bitsOf(MODALITIES, state.outputs)];
  const weights = { "": undefined, yes: 1, no: 0 }[state.openWeights];
  const [input, month] = [priceRange(state.inputPrice), priceRange(state.monthPrice)];
  return (at) =>
    (state.makers.length === 0 || state.makers.includes(makerOfId(data.ids[at] ?? ""))) &&
    (platforms.size === 0 || placesOf(data.soldOn[at] ?? []).some((platform) => platforms.has(platform))) &&
    holds(data.capabilities[at], can) &&
    holds(data.inputs[at], takes) &&
    holds(data.outputs[at], makes) &&
    (wantedEvidence < 0 || data.evidence[at] === wantedEvidence) &&
    (weights === undefined || data.openWeights[at] === weights) &&
    atLeast(data.contextTokens[at], state.minContextTokens) &&
    (input === null || isWithin(perMillion(data.lowestInput[at]), input)) &&
    (month === null || isWithin(upperMonthUsd(months[at]), month)) &&
    atLeast(data.quality[at], state.minQuality) &&
    (data.isKept?.[at] ?? true) &&
    atLeast(data.releasedDay[at], state.since === null ? null : dayNumber(state.since));
}

/** The platforms that sell any of these models. */
export const platformNamesAt = ({ platforms, soldOn }: FinderData, places: readonly number[]): readonly string[] =>
  [...new Set(places.flatMap((at) => placesOf(soldOn[at] ?? [])))].map((place) => platforms[place] ?? "");

/** `[2, 1, 4]` → `[2, 3, 7]`: the places of platforms are in the file as steps from one to the next. */
function placesOf(steps: readonly number[]): readonly number[] {
  let place = 0;
  return steps.map((step) => {
    place += step;
    return place;
  });
}

/** `bitsOf(["a", "b", "c"], ["a", "c"])` → 5. */
export const bitsOf = (words: readonly string[], held: readonly string[]): number =>
  words.reduce((bits, word, at) => (held.includes(word) ? bits | (1 << at) : bits), 0);

const holds = (bits = 0, wanted: number): boolean => (bits & wanted) === wanted;
const atLeast = (value: number | null | undefined, least: number | null): boolean =>
  least === null || (value != null && value >= least);
/** Ranges are in whole millionths, which figures shown in dollars are too. */
const isWithin = (usd: number | null, { least, most }: PriceRange): boolean =>
  usd !== null && usd >= 0 && usd * 1e6 >= least - 0.5 && usd * 1e6 <= most + 0.5;
const perMillion = (micro: number | null | undefined): number | null => (micro == null ? null : micro / 1e6);

import type { Workload, WorkloadPreset } from "../../domain/cost/workload.ts";
import { NEEDS, type Need } from "../../domain/model/need.ts";
import { JUDGES, type Judge } from "../../domain/quality/task-success.ts";
import { DATA_PROMISES, type DataPromise } from "../../domain/ranking/filter/data-promise.ts";
import type { OutputLength } from "../../domain/ranking/ranking-input.ts";
import {
  amountField,
  type Field,
  type Fields,
  optionalAmountField,
  type Problems,
  readFields,
  wordField,
} from "../../site/address/field.ts";
import { REGION_FIELD, type RegionChoice } from "../../site/address/region-choice.ts";
import { idsParam, someOfParam, stateTexts, writeState } from "../../site/address/url-state.ts";
import { NUMBER_FIELDS, numbersOf, sharesThatFit } from "../../site/address/workload-fields.ts";

/** What the full table is in the order of; the rank stays the rank. `value` was the default before rankings were by net cost. */
export const BEST_SORTS = ["net-cost", "month", "quality", "value"] as const;
export type BestSort = (typeof BEST_SORTS)[number];

/** What a reader asks of a ranking page: it is in the URL. The workload's name and the need are in the path. */
export interface BestState extends Workload {
  /** Dollars that a worse answer costs the reader. */
  readonly worseAnswerUsd: number;
  /** Who says how good an answer is. */
  readonly judge: Judge;
  /** Whether models that think are billed for the output they were measured to write. */
  readonly length: OutputLength;
  /** A quality on LMArena's scale, or the name of one. */
  readonly bar: string;
  /** Whether models below it are ranked too. */
  readonly below: "ranked" | "out";
  /** What a model must be able to do beside the need in the path, all of it. */
  readonly needs: readonly Need[];
  /** Only these; none = all. */
  readonly makers: readonly string[];
  /** Bought only there; none = anywhere. */
  readonly platforms: readonly string[];
  /** Where an offer must name its region. */
  readonly region: RegionChoice;
  /** What the seller must promise about what is sent to it. */
  readonly dataPromise: DataPromise;
  /** The most a month may cost; null = any sum. */
  readonly mostUsdPerMonth: number | null;
  readonly sort: BestSort;
  /** Whether platforms count whose price one catalogue alone names. */
  readonly unconfirmed: "yes" | "no";
}

/** The makers and platforms there are to choose from. */
export interface BestWords {
  readonly makers: ReadonlySet<string>;
  readonly platforms: ReadonlySet<string>;
}

/** What a state takes of a workload: its numbers, and what a worse answer costs there. */
export type BestPreset = Workload & Pick<WorkloadPreset, "worseAnswer">;

/** The bar of a plain URL. */
export const DEFAULT_BAR = "frontier";
const BAR_NAMES = /^(best|frontier|mid|light)$/;
/** What a quality can be: the scale of LMArena to a tenth, or points of a hundred. */
const BAR_NUMBER = /^[1-9]\d{1,3}(\.\d)?$/;

/** Whether a bar is a reader's own number, and no name. */
export const isCustomBar = (bar: string): boolean => BAR_NUMBER.test(bar);

/** The published parameters: workload numbers are called what the calculator calls them. */
const FIELDS: Fields<BestState> = {
  worseAnswerUsd: amountField("worse-answer", 0.0001, 10_000),
  judge: wordField("by", JUDGES),
  ...NUMBER_FIELDS,
  length: wordField("length", ["measured", "same"]),
  bar: barField(),
  below: wordField("below", ["ranked", "out"]),
  needs: { ...someOfParam("needs", NEEDS.slice(1)), wants: "a list of needs" },
  makers: { ...idsParam("maker"), wants: "a list of makers" },
  platforms: { ...idsParam("platform"), wants: "a list of platforms" },
  region: REGION_FIELD,
  dataPromise: wordField("data-policy", DATA_PROMISES),
  mostUsdPerMonth: optionalAmountField("max-month", 0.01, 1e9),
  sort: wordField("sort", BEST_SORTS),
  unconfirmed: wordField("unconfirmed", ["no", "yes"]),
};

/** What an address could hold while rankings were by quality per dollar, beside the order: that one was left out, being the usual one. */
const OLDER_NAMES: ReadonlySet<string> = new Set([
  ...Object.values(NUMBER_FIELDS).map(({ name }) => name),
  ...[FIELDS.bar, FIELDS.makers, FIELDS.platforms, FIELDS.unconfirmed].map(({ name }) => name),
]);

/**
 * Whether a link may be of the time when rankings were by quality per dollar, and its reader expect that: `?bar=1450&maker=openai` may,
 * `?bar=1450&sort=month` and `?bar=1450&worse-answer=2` say themselves what they are by. A plain address says nothing.
 */
export function mayBeOlder(query: URLSearchParams): boolean {
  const names = rankingParamsIn(query);
  return names.length > 0 && names.every((name) => OLDER_NAMES.has(name));
}

/** What an address asks of a ranking, by name: `?as-of=2026-08-22&needs=vision&maker=openai` → needs, maker. */
export const rankingParamsIn = (query: URLSearchParams): readonly string[] => {
  const names: ReadonlySet<string> = new Set(Object.values(FIELDS).map(({ name }) => name));
  return [...new Set(query.keys())].filter((name) => names.has(name));
};

/** What a plain address of a ranking asks for: the workload as published, its own price of a worse answer, every maker and platform. */
export function defaultBestState(preset: BestPreset): BestState {
  const { usd } = preset.worseAnswer;
  return {
    worseAnswerUsd: usd,
    judge: "votes",
    ...numbersOf(preset),
    ...{ length: "measured", bar: DEFAULT_BAR, below: "ranked" },
    ...{ needs: [], makers: [], platforms: [], region: "any", dataPromise: "any", mostUsdPerMonth: null },
    ...{ sort: "net-cost", unconfirmed: "no" },
  };
}

/** `?out=900&bar=1450&platform=openrouter`: the state, its junk replaced by defaults, and a message for every piece of junk by its name. */
export function readBest(
  preset: BestPreset,
  words: BestWords,
  query: URLSearchParams,
): { readonly state: BestState; readonly problems: Problems } {
  const { state, problems } = readFields(FIELDS, defaultBestState(preset), query);
  const shares = sharesThatFit(state, 0);
  const makers = onlyKnown("maker", query, words.makers, state.makers);
  const platforms = onlyKnown("platform", query, words.platforms, state.platforms);
  return {
    state: { ...state, ...shares.value, makers: makers.value, platforms: platforms.value },
    problems: new Map([...problems, ...shares.problems, ...makers.problems, ...platforms.problems]),
  };
}

/** The shortest query that reads back to the same state. */
export const writeBest = (preset: BestPreset, state: BestState): string => writeState(FIELDS, defaultBestState(preset), state);

/** What of a state holds for every workload: the query of a link to another one. */
export const writeBestTerms = (preset: BestPreset, state: BestState): string =>
  writeBest(preset, { ...state, ...numbersOf(preset), worseAnswerUsd: preset.worseAnswer.usd });

/** What the controls say, by the names of the parameters. */
export const bestTexts = (state: BestState): ReadonlyMap<string, string> => stateTexts(FIELDS, state);

/** The ids we know; the others are left out, and said to be. */
function onlyKnown(
  name: string,
  query: URLSearchParams,
  knownIds: ReadonlySet<string>,
  wanted: readonly string[],
): { readonly value: readonly string[]; readonly problems: Problems } {
  const ids = (query.get(name) ?? "").split(",").filter((id) => id !== "");
  const strangers = ids.filter((id) => !knownIds.has(id)).map((id) => `“${id.trim().slice(0, 24)}”`);
  const value = wanted.filter((id) => knownIds.has(id));
  const used = value.length === 0 ? "All are used" : "It is left out";
  const problem = `${strangers.slice(0, 3).join(", ")}: no ${name} of a ranked model. ${used}.`;
  return { value, problems: new Map(strangers.length === 0 ? [] : [[name, problem]]) };
}

/** `frontier`, `best`, `mid`, `light`, or a number: `1450`, `1450.5`. */
function barField(): Field<string> {
  const read = (text: string) => {
    const bar = text
      .trim()
      .replace(/^(\d),(?=\d{3}\b)/, "$1")
      .replace(/\.0$/, "");
    return BAR_NAMES.test(bar) || BAR_NUMBER.test(bar) ? bar : undefined;
  };
  return { name: "bar", wants: "best, frontier, mid, light or a quality from 10 to 9999", read, write: (bar) => bar };
}

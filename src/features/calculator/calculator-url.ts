import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { complaint, type Fields, type Problems, readFields, wordField } from "../../site/address/field.ts";
import { DEFAULT_TERMS, type LineNumbers, lineFields, lineName, TERMS_FIELDS } from "../../site/address/purchase-fields.ts";
import { REGION_FIELD, type RegionChoice } from "../../site/address/region-choice.ts";
import { sharesThatFit } from "../../site/address/workload-fields.ts";
import {
  discountText,
  modelField,
  ownPriceText,
  PAID_AT_FIELD,
  paidField,
  REQUEST_KEYS,
  readDiscount,
  readOwnPrice,
  readPlatform,
  TOKEN_KEYS,
} from "./calculator-fields.ts";
import {
  type CalculatorDefaults,
  type CalculatorState,
  DEFAULT_PAID_AT,
  type LineState,
  lineDefaults,
  MOST_LINES,
  presetOf,
} from "./calculator-state.ts";

/** A calculator's state and what in the query was junk, by the name of the field. */
export interface ReadCalculator {
  readonly state: CalculatorState;
  readonly problems: Problems;
}

/**
 * `?model=anthropic/claude-opus-4.7&million-in=100&model2=openai/gpt-5.4&million-in2=200&platform=openrouter,tokenmart` → the state, defaults
 * for what it leaves out. A line counts tokens where it says how many millions. Junk is a default and a message; reading never throws.
 */
export function readCalculator(query: URLSearchParams, defaults: CalculatorDefaults): ReadCalculator {
  const problems = new Map<string, string>();
  const take = <Value>(part: { readonly value: Value; readonly problems: Problems }): Value => {
    for (const [name, problem] of part.problems) problems.set(name, problem);
    return part.value;
  };
  const workload = take(readWorkload(query, defaults));
  const terms = take(asValue(readFields(TERMS_FIELDS, DEFAULT_TERMS, query)));
  const lineNumbers = [0, ...laterLines(query)];
  const preset = presetOf(defaults, workload);
  const lines = lineNumbers.map((from, index) => take(readLine(renumbered(query, from, index), index, preset, defaults.model)));
  const discounts = take(readList("discount", query.get("discount"), "a platform and a percentage, azure:12", readDiscount));
  const platforms = take(readList("platform", query.get("platform"), "a platform’s id", readPlatform));
  const { region } = take(
    asValue(readFields<{ readonly region: RegionChoice }>({ region: REGION_FIELD }, { region: "any" }, query)),
  );
  const { paidAt } = take(asValue(readFields({ paidAt: PAID_AT_FIELD }, { paidAt: DEFAULT_PAID_AT }, query)));
  const state = {
    ...terms,
    paidAt,
    workload,
    lines,
    discounts: lastOfEach(discounts),
    platforms: [...new Set(platforms)],
    region,
  };
  return { state, problems };
}

/**
 * The query that `readCalculator` reads back to the same state. It always names the workload and the models, so that a link means the same
 * when another model becomes the default; the rest is left out where it is the workload's own.
 */
export function writeCalculator(state: CalculatorState, defaults: CalculatorDefaults): string {
  const preset = presetOf(defaults, state.workload);
  const pairs = [
    ["workload", preset.id] as const,
    ...state.lines.flatMap((line, index) => linePairs(line, index, lineDefaults(preset, line.countBy))),
    ...changedFields(TERMS_FIELDS, state, DEFAULT_TERMS),
    ...changed("discount", state.discounts.map(discountText).join(), ""),
    ...changed("platform", state.platforms.join(), ""),
    ...changed(REGION_FIELD.name, state.region, "any"),
    ...changed(PAID_AT_FIELD.name, state.paidAt, DEFAULT_PAID_AT),
  ];
  return `?${pairs.map(([name, text]) => `${name}=${readable(text)}`).join("&")}`;
}

interface Read<Value> {
  readonly value: Value;
  readonly problems: Problems;
}

const asValue = <State>({ state, problems }: { readonly state: State; readonly problems: Problems }): Read<State> => ({
  value: state,
  problems,
});

function readWorkload(query: URLSearchParams, defaults: CalculatorDefaults): Read<string> {
  const field = wordField(
    "workload",
    defaults.presets.map(({ id }) => id),
  );
  const fields = readFields({ workload: field }, { workload: presetOf(defaults, "").id }, query);
  return { value: fields.state.workload, problems: fields.problems };
}

/** The lines after the first that name a model, in the order of their numbers; gaps close. */
function laterLines(query: URLSearchParams): readonly number[] {
  return Array.from({ length: MOST_LINES - 1 }, (_, at) => at + 1).filter((index) => query.has(lineName("model", index)));
}

/** A line from a query of its own parameters, which it takes out of it. */
function readLine(lineQuery: URLSearchParams, index: number, preset: WorkloadPreset, usualModel: string): Read<LineState> {
  const countsTokens = lineQuery.has(lineName("million-in", index)) || lineQuery.has(lineName("million-out", index));
  const countBy = countsTokens ? "tokens" : lineQuery.has(lineName("paid", index)) ? "paid" : "requests";
  for (const key of unusedKeys(countBy)) lineQuery.delete(lineFields(index)[key].name);
  const base = lineDefaults(preset, countBy);
  const { state, problems } = readFields(lineFields(index), base, lineQuery);
  const model = readFields({ model: modelField(index) }, { model: usualModel }, lineQuery);
  const paid = readFields({ paidUsd: paidField(index) }, { paidUsd: 0 }, countBy === "paid" ? lineQuery : new URLSearchParams());
  const prices = readList(
    lineName("price", index),
    lineQuery.get(lineName("price", index)),
    "a platform and its prices",
    readOwnPrice,
  );
  const shares = sharesThatFit(state, index);
  return {
    value: { ...state, ...shares.value, ...model.state, ...paid.state, countBy, ownPrices: lastOfEach(prices.value) },
    problems: new Map([...problems, ...model.problems, ...paid.problems, ...prices.problems, ...shares.problems]),
  };
}

/** A line's own parameters under the number it gets. */
function renumbered(query: URLSearchParams, from: number, index: number): URLSearchParams {
  const names = [...LINE_NAMES].flatMap((name) => {
    const text = query.get(lineName(name, from));
    return text === null ? [] : [[lineName(name, index), text]];
  });
  return new URLSearchParams(names);
}

const LINE_NAMES: readonly string[] = ["model", "price", "paid", ...Object.values(lineFields(0)).map(({ name }) => name)];

/** A comma list: what can be read of it, and one message for all that cannot. */
function readList<Item>(
  name: string,
  text: string | null,
  wants: string,
  read: (text: string) => Item | undefined,
): Read<readonly Item[]> {
  const typed = (text ?? "").split(",").filter((item) => item.trim() !== "");
  const items = typed.map((item) => ({ item, value: read(item) }));
  const complaints = items.filter(({ value }) => value === undefined).map(({ item }) => complaint(item, wants, ""));
  const value = items.flatMap((each) => (each.value === undefined ? [] : [each.value]));
  return { value, problems: complaints.length === 0 ? new Map() : new Map([[name, complaints.join(" ")]]) };
}

/** One entry per platform: of two for one the second is valid. */
const lastOfEach = <Item extends { readonly platform: string }>(items: readonly Item[]): readonly Item[] =>
  items.filter((item, at) => items.findLastIndex(({ platform }) => platform === item.platform) === at);

type Pair = readonly [name: string, text: string];

function linePairs(line: LineState, index: number, base: LineNumbers): readonly Pair[] {
  return [
    [lineName("model", index), line.model],
    ...(line.countBy === "paid" ? [[lineName("paid", index), paidField(index).write(line.paidUsd)] as const] : []),
    ...(line.countBy === "tokens" ? tokenPairs(line, index) : []),
    ...changedFields(lineFields(index), line, base, [...unusedKeys(line.countBy), "millionIn", "millionOut"]),
    ...changed(lineName("price", index), line.ownPrices.map(ownPriceText).join(), ""),
  ];
}

const unusedKeys = (countBy: LineState["countBy"]) => UNUSED_KEYS[countBy];
const UNUSED_KEYS = { requests: TOKEN_KEYS, tokens: REQUEST_KEYS, paid: ["requests", ...TOKEN_KEYS] } as const;

/** Who counts tokens says so by naming at least one number of them. */
function tokenPairs(line: LineState, index: number): readonly Pair[] {
  const { millionIn, millionOut } = lineFields(index);
  const both = [
    ...changed(millionIn.name, millionIn.write(line.millionIn), "0"),
    ...changed(millionOut.name, millionOut.write(line.millionOut), "0"),
  ];
  return both.length === 0 ? [[millionIn.name, "0"]] : both;
}

function changedFields<State extends object>(
  fields: Fields<State>,
  state: State,
  defaults: State,
  without: readonly string[] = [],
): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const key in fields) {
    const { name, write } = fields[key];
    if (!without.includes(key)) pairs.push(...changed(name, write(state[key]), write(defaults[key])));
  }
  return pairs;
}

const changed = (name: string, text: string, usualText: string): readonly Pair[] => (text === usualText ? [] : [[name, text]]);

/** `,` `/` and `:` stay as they are. */
const readable = (text: string): string => encodeURIComponent(text).replace(/%(2C|2F|3A)/g, decodeURIComponent);

import { millionthText } from "../../domain/money/micro-usd.ts";
import type { Param } from "./url-state.ts";

/** One value that is in a form and in the URL, the same text in both, and what it accepts in words: "“abc” is not …". */
export interface Field<Value> extends Param<Value> {
  readonly wants: string;
}

/** The fields of a state, key by key, in the order they are in the URL. */
export type Fields<State> = { readonly [Key in keyof State]: Field<State[Key]> };

/** What was wrong with what somebody typed, by the name of the field: "“abc” is not a whole number. 2,000 is used." */
export type Problems = ReadonlyMap<string, string>;

/** What a form was filled with, as text, and what was wrong with it. */
export interface TypedQuery {
  readonly query: URLSearchParams;
  readonly problems: Problems;
}

/** The texts with a problem, by the name of their field, which keeps them for its reader to mend. */
export const textsToMend = ({ query, problems }: TypedQuery): readonly (readonly [name: string, text: string])[] =>
  [...problems.keys()].map((name) => [name, query.get(name) ?? ""]);

/** The state a query asks for, its junk replaced by defaults, and a message for every piece of junk. */
export function readFields<State extends object>(
  fields: Fields<State>,
  defaults: State,
  query: URLSearchParams,
): { readonly state: State; readonly problems: Problems } {
  const state = { ...defaults };
  const problems = new Map<string, string>();
  for (const key in fields) {
    const field = fields[key];
    const text = query.get(field.name);
    if (text === null) continue;
    const value = field.read(text);
    if (value === undefined) problems.set(field.name, complaint(text, field.wants, shownText(field.write(defaults[key]))));
    else state[key] = value;
  }
  return { state, problems };
}

/** A field's text as people read it: `"100000"` → `"100,000"`. It is read back the same. */
export const shownText = (text: string): string => (/^\d{4,15}$/.test(text) ? grouped.format(Number(text)) : text);

/** "“abc” is not a whole number. 2,000 is used." The text is cut: a message stays one line. */
export function complaint(text: string, wants: string, used: string): string {
  const shown = text.trim().slice(0, 24);
  const wrong = shown === "" ? `This needs ${wants}.` : `“${shown}” is not ${wants}.`;
  return used === "" ? wrong : `${wrong} ${used} is used.`;
}

/** A whole number, as people write it: `100,000`, `100k`, `1.5M`. */
export function countField(name: string, min: number, max: number): Field<number> {
  const wants = `a whole number from ${min} to ${grouped.format(max)}`;
  return { name, wants, read: (text) => wholeIn(readAmount(text), min, max), write: String };
}

/** A decimal to the millionth: `0.77`, `12.5M`. */
export function amountField(name: string, min: number, max: number): Field<number> {
  const read = (text: string) => numberIn(readAmount(text), min, max);
  return { name, wants: `a number from ${min} to ${grouped.format(max)}`, read, write: millionthText };
}

/** The same; empty = not asked for. */
export function optionalAmountField(name: string, min: number, max: number): Field<number | null> {
  const { wants, read, write } = amountField(name, min, max);
  return {
    name,
    wants,
    read: (text) => (text.trim() === "" ? null : read(text)),
    write: (value) => (value === null ? "" : write(value)),
  };
}

/** A share, written in percent: `12.5` or `12.5%` → 0.125. */
export function shareField(name: string): Field<number> {
  return { name, wants: "a percentage from 0 to 100", read: readShare, write: (value) => millionthText(value * 100) };
}

/** The same; empty = not asked for. */
export function optionalShareField(name: string): Field<number | null> {
  const { wants, read, write } = shareField(name);
  return {
    name,
    wants,
    read: (text) => (text.trim() === "" ? null : read(text)),
    write: (value) => (value === null ? "" : write(value)),
  };
}

/** One word of a closed list. */
export function wordField<const Word extends string>(name: string, words: readonly Word[]): Field<Word> {
  return {
    name,
    wants: `one of ${words.join(", ")}`,
    read: (text) => words.find((each) => each === text.trim()),
    write: (value) => value,
  };
}

/** `"1,500.5"` → 1500.5, `"1.5M"` → 1500000. Undefined for what is no plain number: a comma that groups nothing may be a decimal point. */
export function readAmount(text: string): number | undefined {
  const parts = /^(\d{1,15}|\d{1,3}(?:[, _]\d{3})+)(\.\d{1,6})?\s?([kmb])?$/i.exec(text.trim());
  if (parts === null) return undefined;
  const [, whole = "", fraction = "", unit = ""] = parts;
  const value = Number(`${whole.replace(/[, _]/g, "")}${fraction}`) * (UNITS[unit.toLowerCase()] ?? 1);
  return Number(value.toFixed(6));
}

/** `"12.5%"` → 0.125, exact to the millionth. */
export function readShare(text: string): number | undefined {
  const percent = numberIn(readAmount(text.trim().replace(/\s?%$/, "")), 0, 100);
  return percent === undefined ? undefined : Math.round(percent * 10_000) / 1_000_000;
}

const UNITS: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000, b: 1_000_000_000 };
const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

const numberIn = (value: number | undefined, min: number, max: number): number | undefined =>
  value !== undefined && value >= min && value <= max ? value : undefined;

const wholeIn = (value: number | undefined, min: number, max: number): number | undefined =>
  Number.isSafeInteger(value) ? numberIn(value, min, max) : undefined;

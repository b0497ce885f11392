/**
 * A page's state in its query string: readable names, defaults left out, junk ignored.
 * A page describes its state once, as a table of parameters beside its defaults; reading never throws.
 */

/** One value of the state: its published name and how it is read and written. `read` gives undefined for junk. */
export interface Param<Value> {
  readonly name: string;
  read(text: string): Value | undefined;
  write(value: Value): string;
}

/** The parameters of a state, key by key, in the order they are in the URL. */
export type Params<State> = { readonly [Key in keyof State]: Param<State[Key]> };

/** `"?sort=output&junk=1"` → the defaults with what the query says and can be read. A parameter given twice counts once, the first. */
export function readState<State extends object>(params: Params<State>, defaults: State, search: string): State {
  const query = new URLSearchParams(search);
  const state = { ...defaults };
  for (const key in params) {
    const text = query.get(params[key].name);
    const value = text === null ? undefined : params[key].read(text);
    if (value !== undefined) state[key] = value;
  }
  return state;
}

/** The shortest query that `readState` reads back to the same state: `""` for the defaults, else `"?sort=output&maker=anthropic"`. */
export function writeState<State extends object>(params: Params<State>, defaults: State, state: State): string {
  const pairs: string[] = [];
  for (const key in params) {
    const text = params[key].write(state[key]);
    if (text !== params[key].write(defaults[key])) pairs.push(`${params[key].name}=${readable(text)}`);
  }
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** Every value as the URL would write it, defaults too, by the names of the parameters: what controls show. */
export function stateTexts<State extends object>(params: Params<State>, state: State): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const key in params) texts.set(params[key].name, params[key].write(state[key]));
  return texts;
}

/** One word of a closed list: `oneOfParam("sort", ["input", "output"])`. */
export function oneOfParam<const Word extends string>(name: string, words: readonly Word[]): Param<Word> {
  return { name, read: (text) => words.find((word) => word === text), write: (word) => word };
}

/** Several words of a closed list, in the list's order: `?modality=image,audio`. */
export function someOfParam<const Word extends string>(name: string, words: readonly Word[]): Param<readonly Word[]> {
  const pick = (wanted: readonly string[]) => words.filter((word) => wanted.includes(word));
  return { name, read: (text) => pick(text.split(",")), write: (chosen) => pick(chosen).join(",") };
}

/** Ids whose list is not at hand, sorted and once each: `?maker=anthropic,z-ai`. What could be no id is left out. */
export function idsParam(name: string, most = 50): Param<readonly string[]> {
  const clean = (wanted: readonly string[]) => [...new Set(wanted.filter(isId))].sort().slice(0, most);
  return { name, read: (text) => clean(text.split(",")), write: (chosen) => clean(chosen).join(",") };
}

/** The same in the order they were chosen: `?p=openrouter,anthropic`. */
export function orderedIdsParam(name: string, most = 50): Param<readonly string[]> {
  const clean = (wanted: readonly string[]) => [...new Set(wanted.filter(isId))].slice(0, most);
  return { name, read: (text) => clean(text.split(",")), write: (chosen) => clean(chosen).join(",") };
}

/** A whole number of `min` to `max`; null = not asked for. `?min-context=200000`. */
export function wholeNumberParam(name: string, min: number, max: number): Param<number | null> {
  const read = (text: string) => readNumber(text, /^\d{1,15}$/, min, max);
  return { name, read, write: (value) => (value === null ? "" : String(value)) };
}

/** On or off: `?first-hand=yes`. */
export function flagParam(name: string): Param<boolean> {
  return {
    name,
    read: (text) => (text === "yes" ? true : text === "no" ? false : undefined),
    write: (value) => (value ? "yes" : "no"),
  };
}

/** A calendar month; null = not asked for. `?since=2026-01`. */
export function yearMonthParam(name: string): Param<string | null> {
  const read = (text: string) => (text === "" ? null : /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined);
  return { name, read, write: (month) => month ?? "" };
}

/** What somebody typed, trimmed, at most `longest` characters. `?q=claude opus` */
export function textParam(name: string, longest = 100): Param<string> {
  const clean = (typed: string) => typed.trim().slice(0, longest).toWellFormed().trim();
  return { name, read: clean, write: clean };
}

/** Null for nothing, so that a state without the number can be distinguished from a default with one. */
function readNumber(text: string, form: RegExp, min: number, max: number): number | null | undefined {
  if (text === "") return null;
  const value = form.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}

const isId = (word: string) => /^[\w.@;=:/~+-]{1,200}$/.test(word);

/** Query text that people can read: `,` `/` `:` `@` stay as they are, a space is a plus. */
function readable(value: string): string {
  return encodeURIComponent(value)
    .replace(/%20/g, "+")
    .replace(/%(2C|2F|3A|40)/g, decodeURIComponent);
}

/** Several queries as one: `?a=1`, nothing and `?b=2` → `?a=1&b=2`; nothing where all are empty. */
export const joinedSearches = (searches: readonly string[]): string => {
  const pairs = searches.flatMap((search) => (search === "" ? [] : search.slice(1)));
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
};

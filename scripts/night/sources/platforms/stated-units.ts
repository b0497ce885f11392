import { isFields } from "../../../../src/domain/text/is-fields.ts";
import type { PriceUnit } from "./amount.ts";
import { type FoundValue, type JsonRow, valueAt } from "./json-path.ts";
import type { JsonSpec } from "./platform-spec.ts";
import { type WrongShape, wrongShape } from "./wrong-shape.ts";

const CURRENCY_KEY = /^((billing|price|pricing)_?)?currency(_?code)?$/i;
const UNIT_KEY = /^((price|pricing|billing)_?)?units?$/i;
const DOLLARS = /^(usd|us\$|\$|(us )?dollars?)$/i;

/** Texts of a unit that leave no doubt how many tokens a price is for. Any other text says nothing. */
const UNIT_TEXTS: readonly (readonly [text: RegExp, tokens: number])[] = [
  [/(?<![\d.])(1|one)?[ _]?(million|mtok|m[ _]?tokens?|000,?000)(?![a-z])|\b(1m|1e6|1000000)\b/i, 1_000_000],
  [/(?<![\d.])(1|one)?[ _]?(thousand|ktok|k[ _]?tokens?)(?![a-z])|\b(1k|1e3|1000)\b/i, 1_000],
  [/^(usd[ _/]*)?(per[ _])?(1[ _])?token$/i, 1],
];

/** How many tokens the fields of a spec are prices of: `perToken` and cents a token are of one. */
const TOKENS_OF: Readonly<Record<PriceUnit, number>> = {
  ...{ perToken: 1, centsPerToken: 1, per1K: 1_000, per10K: 10_000, per100K: 100_000 },
  ...{ perM: 1_000_000, tenThousandthsPerM: 1_000_000 },
};

/**
 * A currency or a unit that a row names beside its prices, or its body for all of them, where it is another than its spec's; null = it names none. A
 * platform may name them tomorrow that names none today, and a switch from dollars to euros is no move that any price would be held for.
 */
export function otherStatedUnit(row: JsonRow, spec: JsonSpec): WrongShape | null {
  const stated = tablesOf(row, spec).flatMap(fieldsOf);
  const currency = stated.find(({ name, value }) => CURRENCY_KEY.test(name) && isOtherCurrency(value, spec));
  if (currency !== undefined) return wrongShape(currency.path, currency.value, spec.currency?.is ?? "dollars");
  const wanted = TOKENS_OF[spec.unit];
  const unit = stated.find(({ name, value }) => UNIT_KEY.test(name) && (tokensIn(value) ?? wanted) !== wanted);
  return unit === undefined ? null : wrongShape(unit.path, unit.value, `a price of ${wanted.toLocaleString("en-US")} tokens`);
}

/** `"per_million_tokens"` → 1_000_000, `"1K tokens"` → 1_000; null = it says nothing of tokens. */
export const tokensIn = (value: unknown): number | null =>
  typeof value === "string" ? (UNIT_TEXTS.find(([text]) => text.test(value.trim()))?.[1] ?? null) : null;

const isOtherCurrency = (value: unknown, { currency }: JsonSpec): boolean =>
  typeof value === "string" &&
  value.trim() !== "" &&
  (currency === undefined ? !DOLLARS.test(value.trim()) : value !== currency.is);

/** The body, the row, and every table between the row and its input price. */
function tablesOf(row: JsonRow, { prices: { input = "" } }: JsonSpec): readonly FoundValue[] {
  const paths = (typeof input === "string" ? input : input.at).split("|");
  const around = paths.flatMap((path) => path.split(".").map((_, index, names) => names.slice(0, index).join(".")));
  const inner = [...new Set(around)].filter((path) => path !== "" && path !== "..").map((path) => valueAt(row, path));
  return [...rowsAround(row), ...inner];
}

const rowsAround = (row: JsonRow): readonly FoundValue[] => [...(row.parent === null ? [] : rowsAround(row.parent)), row];

const fieldsOf = ({ path, value }: FoundValue) =>
  isFields(value)
    ? Object.entries(value).map(([name, each]) => ({ name, value: each, path: path === "" ? name : `${path}.${name}` }))
    : [];

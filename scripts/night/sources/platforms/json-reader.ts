import { toDecimal } from "../../../../src/domain/money/rational.ts";
import { METERS, type Prices } from "../../../../src/domain/offer/meter.ts";
import { TIERS } from "../../../../src/domain/offer/tier.ts";
import { isFields } from "../../../../src/domain/text/is-fields.ts";
import { looseDay, looseText, looseTokens, WRONG_SHAPE } from "../loose-row.ts";
import type { Skipped } from "../source.ts";
import { type JsonRow, rowsAt, valueAt } from "./json-path.ts";
import { discountOf, readFigures } from "./json-prices.ts";
import type { PlatformCard, ReadPlatformRow } from "./platform-card.ts";
import type { JsonSpec } from "./platform-spec.ts";
import { withPromptTiers } from "./prompt-tiers.ts";
import { passesRowTest } from "./row-test.ts";
import { otherStatedUnit } from "./stated-units.ts";
import { quotedValue, WrongShape, wrongShape } from "./wrong-shape.ts";

/** The cards of a JSON body by its spec. A body of another shape throws; a row of another shape is left out, with the path and the value that were odd. */
export function readJsonBody(spec: JsonSpec, content: unknown, day: string): readonly ReadPlatformRow[] {
  return rowsAt(content, spec.rows).flatMap((row): readonly ReadPlatformRow[] => {
    try {
      return readRow(row, spec, day);
    } catch (error) {
      if (!(error instanceof WrongShape)) throw error;
      return [{ subject: subjectOf(row, spec), why: WRONG_SHAPE, detail: error.message, ...atHost(row, spec) }];
    }
  });
}

function readRow(row: JsonRow, spec: JsonSpec, day: string): readonly ReadPlatformRow[] {
  if (!isFields(row.value) && row.key === null && spec.idAt !== "@row") throw wrongShape(row.path, row.value, "a row");
  const { currency } = spec;
  const stated = currency === undefined ? null : valueAt(row, currency.at);
  if (stated !== null && stated.value !== currency?.is) throw wrongShape(stated.path, stated.value, JSON.stringify(currency?.is));
  const failed = spec.only?.find((test) => !passesRowTest(row, test));
  if (failed !== undefined) return [{ subject: subjectOf(row, spec), why: failed.why }];
  const otherUnit = otherStatedUnit(row, spec);
  if (otherUnit !== null) throw otherUnit;
  const upstreamId = idOf(row, spec);
  const retiresOn = retirementOf(row, spec);
  if (retiresOn !== null && retiresOn <= day) return [{ subject: upstreamId, why: "no longer sold" }];
  const base = readCard(row, upstreamId, spec);
  if ("why" in base) return [base];
  const card = { ...base, retiresOn };
  return [card, ...otherTiers(row, card, spec), ...regionCards(row, card, spec)];
}

const subjectOf = (row: JsonRow, spec: JsonSpec): string => looseText.parse(valueAt(row, spec.idAt).value) ?? row.path;

/** A character that no decoder could read is no part of an id. */
function idOf(row: JsonRow, { idAt }: JsonSpec): string {
  const { path, value } = valueAt(row, idAt);
  if (typeof value !== "string" || value.trim() === "" || value.includes("\uFFFD")) throw wrongShape(path, value, "an id");
  return value;
}

function readCard(row: JsonRow, upstreamId: string, spec: JsonSpec): ReadPlatformRow {
  const { prices, raw, conditions } = withPromptTiers(row, readFigures(row, spec.prices, spec), spec);
  const { input, output } = prices;
  if (input === undefined && output === undefined)
    return { subject: upstreamId, why: "no price per token", detail: whereInputIs(row, spec), ...atHost(row, spec) };
  if (input === undefined || output === undefined) return { subject: upstreamId, why: ONLY_ONE, ...atHost(row, spec) };
  const isFree = input + output === 0 && spec.freeWhere !== undefined && passesRowTest(row, spec.freeWhere);
  return {
    upstreamId,
    raw,
    prices: isFree ? { input, output, ...withoutZeros(prices) } : withoutZeros(prices),
    conditions: conditions.map((condition) => ({ ...condition, prices: withoutZeros(condition.prices) })),
    ...(isFree ? { tier: "free" as const } : {}),
    unreadMeters: unreadKeys(row, spec),
    discountBps: basisPoints(row, spec),
    ...factsOf(row, spec),
  };
}

/** `data[0].pricing.input is missing`. */
function whereInputIs(row: JsonRow, { prices: { input = "" } }: JsonSpec): string {
  const { path, value } = valueAt(row, typeof input === "string" ? input : input.at);
  return `${path} is ${quotedValue(value)}`;
}

/** A zero stands for no price, except where the offer is free. */
const withoutZeros = (prices: Prices): Prices =>
  Object.fromEntries(METERS.flatMap((meter) => ((prices[meter] ?? 0) > 0 ? [[meter, prices[meter]]] : [])));

const ONLY_ONE = "only one of input and output has a price";

/** Several hosts may sell under one id: a row that is left out stands for its own alone. */
function atHost(row: JsonRow, spec: JsonSpec): Pick<Skipped, "of"> {
  const host = hostOf(row, spec);
  return host === null ? {} : { of: { host } };
}

const hostOf = (row: JsonRow, spec: JsonSpec): string | null =>
  spec.hostOf?.(subjectOf(row, spec)) ?? (spec.hostAt === undefined ? null : looseText.parse(valueAt(row, spec.hostAt).value));

function factsOf(row: JsonRow, spec: JsonSpec): Partial<PlatformCard> {
  const text = (at: string | undefined) => (at === undefined ? null : looseText.parse(valueAt(row, at).value));
  const tokens = (at: string | undefined) => (at === undefined ? null : tokensOf(valueAt(row, at).value));
  const host = hostOf(row, spec);
  return {
    name: text(spec.nameAt),
    huggingFaceId: text(spec.huggingFaceAt),
    contextTokens: tokens(spec.contextAt),
    maxOutputTokens: tokens(spec.maxOutputAt),
    ...(host === null ? {} : { host }),
  };
}

/** Some write the limit as text. */
const tokensOf = (value: unknown): number | null =>
  looseTokens.parse(typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value);

function basisPoints(row: JsonRow, spec: JsonSpec): number | null {
  const share = discountOf(row, spec);
  return share === null ? null : Number(toDecimal(share, 4).replace(".", "")) || null;
}

/** A price key that nobody reads may cost money that no meter shows: unless it says nothing, or zero. */
function unreadKeys(
  row: JsonRow,
  { tableAt, notPrices = [], prices, otherTiers: other = {}, regions }: JsonSpec,
): readonly string[] {
  const table = tableAt === undefined ? null : valueAt(row, tableAt).value;
  if (!isFields(table)) return [];
  const fields = [prices, ...Object.values(other)].flatMap((each) => Object.values(each));
  const paths = fields.flatMap((field) => (typeof field === "string" ? field : field.at).split("|")).concat(regions?.at ?? []);
  const keysRead = new Set([...paths.map((path) => path.slice(`${tableAt}.`.length).split(".")[0] ?? ""), ...notPrices]);
  const saysNothing = (value: unknown) => value === null || value === "" || Number(value) === 0;
  const keys = Object.keys(table).filter((key) => !keysRead.has(key) && !keysRead.has(key.replace(/_tiers$/, "")));
  return keys.filter((key) => !saysNothing(table[key])).toSorted();
}

/** The day it stops being sold. Null: none is named. */
function retirementOf(row: JsonRow, { retiresAt }: JsonSpec): string | null {
  if (retiresAt === undefined) return null;
  const { value } = valueAt(row, retiresAt);
  if (typeof value === "number" && value > 0 && value < 1e11) return new Date(value * 1_000).toISOString().slice(0, 10);
  return typeof value === "string" ? looseDay.parse(value.slice(0, 10)) : null;
}

/** A tier without input and output is not sold; one that has only one of them is told. */
function otherTiers(row: JsonRow, base: PlatformCard, spec: JsonSpec): readonly ReadPlatformRow[] {
  const { otherTiers: fieldsOfTier } = spec;
  if (fieldsOfTier === undefined) return [];
  const around = readFigures(row, spec.prices, spec).list;
  return TIERS.flatMap((tier): readonly ReadPlatformRow[] => {
    const fields = fieldsOfTier[tier];
    if (fields === undefined) return [];
    const { prices, raw } = readFigures(row, fields, spec, around);
    if (!prices.input && !prices.output) return [];
    if (!prices.input || !prices.output) return [onlyOne(row, base, spec, { tier })];
    return [{ ...base, tier, raw, prices: withoutZeros(prices), conditions: [] }];
  });
}

const onlyOne = (row: JsonRow, { upstreamId }: PlatformCard, spec: JsonSpec, of: Skipped["of"]): Skipped => ({
  subject: upstreamId,
  why: ONLY_ONE,
  of: { ...atHost(row, spec).of, ...of },
});

/** A region without input and output is not sold; one that has only one of them is told. */
function regionCards(row: JsonRow, base: PlatformCard, spec: JsonSpec): readonly ReadPlatformRow[] {
  const { regions, ...reads } = spec;
  if (regions === undefined) return [];
  const table = valueAt(row, regions.at);
  if (!isFields(table.value)) return [];
  return Object.entries(table.value).flatMap(([region, value]): readonly ReadPlatformRow[] => {
    const { prices, raw } = readFigures(
      { path: `${table.path}.${region}`, value, parent: row, key: region },
      regions.prices,
      reads,
    );
    if (prices.input === undefined && prices.output === undefined) return [];
    if (prices.input === undefined || prices.output === undefined) return [onlyOne(row, base, spec, { region })];
    return [{ ...base, region, raw, prices, conditions: [] }];
  });
}

import { expect, test } from "vitest";
import type { PlatformSourceId } from "../../../../src/domain/source/platforms/platform-sources.ts";
import { fixtureTexts, readTexts } from "../../../../tests/fixtures/platform-fixture.ts";
import { tokensIn } from "./stated-units.ts";

test.each([
  ["per_million_tokens", 1_000_000],
  ["USD per 1M tokens", 1_000_000],
  ["1,000,000 tokens", 1_000_000],
  ["MTok", 1_000_000],
  ["per_1k_tokens", 1_000],
  ["1000 tokens", 1_000],
  ["thousand_tokens", 1_000],
  ["per_token", 1],
  ["usd/token", 1],
  ["tokens", null],
  ["100K tokens", null],
  ["per_image", null],
  [1_000, null],
])("%j names the price of %j tokens", (text, tokens) => {
  expect(tokensIn(text)).toBe(tokens);
});

const fixture = (id: PlatformSourceId): string => fixtureTexts(id)[0] ?? "";

/** A field more beside a platform's prices, where `data[0]` has its own. */
const withField = (id: PlatformSourceId, at: "body" | "row" | "pricing", field: Readonly<Record<string, unknown>>): string => {
  const body = JSON.parse(fixture(id));
  const rows = body.data.map((row: Readonly<Record<string, unknown>>) =>
    at === "row" ? { ...row, ...field } : at === "pricing" ? { ...row, pricing: { ...Object(row["pricing"]), ...field } } : row,
  );
  return JSON.stringify({ ...body, ...(at === "body" ? field : {}), data: rows });
};

test.each<[PlatformSourceId, "body" | "row" | "pricing", Readonly<Record<string, unknown>>, RegExp | null]>([
  ["nearai-models", "pricing", { currency: "EUR" }, /pricing\.currency is "EUR", not dollars/],
  ["vercel-models", "row", { currency_code: "CNY" }, /currency_code is "CNY", not dollars/],
  ["chutes-models", "body", { currency: "CHF" }, /currency is "CHF", not dollars/],
  ["chutes-models", "pricing", { unit: "per_1k_tokens" }, /pricing\.unit is "per_1k_tokens", not a price of 1,000,000 tokens/],
  ["requesty-models", "row", { unit: "per million tokens" }, /unit is "per million tokens", not a price of 1 tokens/],
  ["cortecs-models", "pricing", { currency: "USD" }, /pricing\.currency is "USD", not "EUR"/],
  ["nearai-models", "pricing", { currency: "usd" }, null],
  ["chutes-models", "pricing", { unit: "1M tokens" }, null],
  ["chutes-models", "body", { currency: null, unit: "tokens" }, null],
])("%s: a %s that names %j", (id, at, field, why) => {
  const read = () => readTexts(id, [withField(id, at, field), ...fixtureTexts(id).slice(1)]).readings.length;
  if (why === null) expect(read()).toBeGreaterThan(0);
  else expect(read).toThrow(why);
});

test("one row in another currency is left out with its reason, and the others are read", () => {
  const row = (id: string) => ({ id, api: "chat", input_price: 1e-6, output_price: 2e-6 });
  const rows = Array.from({ length: 20 }, (_, index) => row(`acme/nova-${index}`));
  const body = { data: [...rows, { ...row("acme/odd"), currency: "CNY" }] };
  const { readings, skipped } = readTexts("requesty-models", [JSON.stringify(body)]);
  expect(readings).toHaveLength(20);
  expect(skipped).toMatchObject([{ subject: "acme/odd", why: "row has the wrong shape", of: { host: "acme" } }]);
});

test("a tier or a region that has only one of input and output is told, one that has neither is not sold", () => {
  const pricing = { input: "0.000001", output: "0.000002" };
  const tiers = {
    service_tiers: { flex: { input: "0.0000005" }, priority: {} },
    regional: { eu: { output: "0.000002" }, us: {} },
  };
  const row = { id: "acme/nova", type: "language", pricing: { ...pricing, ...tiers } };
  const { readings, skipped } = readTexts("vercel-models", [JSON.stringify({ data: [row] })]);
  expect(readings.map(({ key }) => [key.tier, key.region])).toEqual([["standard", null]]);
  expect(skipped.map(({ of }) => of)).toEqual([{ tier: "flex" }, { region: "eu" }]);
});

test("of two rows of one id, one in another currency, neither is chosen", () => {
  const row = (id: string, input_price: number) => ({ id, api: "chat", input_price, output_price: 2e-6 });
  const rows = Array.from({ length: 20 }, (_, index) => row(`acme/nova-${index}`, 1e-6));
  const body = { data: [{ ...row("acme/twice", 1e-6), currency: "CNY" }, row("acme/twice", 1.1e-6), ...rows] };
  const { readings } = readTexts("requesty-models", [JSON.stringify(body)]);
  expect(readings.map(({ upstreamId }) => upstreamId)).toEqual(rows.map(({ id }) => id));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { A_CENT, aWorkload } from "../../../tests/builders/a-workload.ts";
import { REGION_CHOICES } from "../../site/address/region-choice.ts";
import type { CalculatorDefaults, CalculatorState, LineState } from "./calculator-state.ts";
import { defaultState, lineDefaults, presetOf } from "./calculator-state.ts";
import { readCalculator, writeCalculator } from "./calculator-url.ts";

const preset = (id: string, overrides: Partial<ReturnType<typeof aWorkload>>) => ({
  id,
  name: id,
  meaning: id,
  worseAnswer: A_CENT,
  ...aWorkload(overrides),
});
const DEFAULTS: CalculatorDefaults = {
  presets: [
    preset("chat", { requests: 100_000, inputTokens: 2_000, outputTokens: 500, cachedShare: 0.5 }),
    preset("coding-agent", {
      requests: 20_000,
      inputTokens: 60_000,
      outputTokens: 1_200,
      cachedShare: 0.85,
      cacheWriteShare: 0.05,
    }),
  ],
  model: "acme/nano",
};
const read = (query: string) => readCalculator(new URLSearchParams(query), DEFAULTS);
const write = (state: CalculatorState) => writeCalculator(state, DEFAULTS);

test("the plain URL is the first preset on the default model, and is written with both, so that it outlasts other defaults", () => {
  expect(read("")).toEqual({ state: defaultState(DEFAULTS), problems: new Map() });
  expect(write(defaultState(DEFAULTS))).toBe("?workload=chat&model=acme/nano");
});

test("a link means the same when another workload and another model are the defaults", () => {
  const link = write(read("in=7&top-up=50").state);
  const others: CalculatorDefaults = { presets: DEFAULTS.presets.toReversed(), model: "acme/mini" };
  expect(readCalculator(new URLSearchParams(link), others).state).toEqual(read("in=7&top-up=50").state);
});

test("whatever a model is called stands in the state, and no other in its place", () => {
  const { state, problems } = read("model=Gemini 3.1 Pro&model2=<script>");
  expect(state.lines.map(({ model }) => model)).toEqual(["Gemini 3.1 Pro", "<script>"]);
  expect(problems.size).toBe(0);
});

test("the 800M-token table of three models is one readable link", () => {
  const link =
    "?workload=chat&model=anthropic/claude-opus-4.7&million-in=100&price=openrouter:5,tokenmart:4.25&model2=openai/gpt-5.4&million-in2=200&price2=tokenmart:2&model3=google/gemini-3.1-pro-preview&million-in3=500&price3=tokenmart:0.77&top-up=50&platform=openrouter,tokenmart";
  const { state, problems } = read(link);
  expect(problems.size).toBe(0);
  expect(state.lines.map(({ model, countBy, millionIn, millionOut }) => [model, countBy, millionIn, millionOut])).toEqual([
    ["anthropic/claude-opus-4.7", "tokens", 100, 0],
    ["openai/gpt-5.4", "tokens", 200, 0],
    ["google/gemini-3.1-pro-preview", "tokens", 500, 0],
  ]);
  expect(state.lines[2]?.ownPrices).toEqual([{ platform: "tokenmart", input: "0.77", output: "", cacheRead: "" }]);
  expect(state.platforms).toEqual(["openrouter", "tokenmart"]);
  expect(write(state)).toBe(link);
});

test("a preset sets what the URL does not say", () => {
  const [line] = read("workload=coding-agent&in=50k").state.lines;
  expect(line).toMatchObject({ requests: 20_000, inputTokens: 50_000, cachedShare: 0.85, cacheWriteShare: 0.05 });
});

test("who counts tokens starts without a cache", () => {
  expect(read("million-in=1").state.lines[0]).toMatchObject({ countBy: "tokens", cachedShare: 0, batchShare: 0 });
});

test("what is paid a month stands for the requests, at the shape of the workload", () => {
  const { state, problems } = read("workload=coding-agent&model=acme/nano&paid=2000&model2=acme/mini&paid2=1,000&paid-at=azure");
  expect(state.lines.map(({ countBy, paidUsd, cachedShare }) => [countBy, paidUsd, cachedShare])).toEqual([
    ["paid", 2_000, 0.85],
    ["paid", 1_000, 0.85],
  ]);
  expect([state.paidAt, problems.size]).toEqual(["azure", 0]);
  expect(write(state)).toBe("?workload=coding-agent&model=acme/nano&paid=2000&model2=acme/mini&paid2=1000&paid-at=azure");
});

test("gaps between lines close, and messages follow", () => {
  const { state, problems } = read("model=acme/nano&model7=acme/mini&in7=abc");
  expect(state.lines.map(({ model }) => model)).toEqual(["acme/nano", "acme/mini"]);
  expect([...problems.keys()]).toEqual(["in2"]);
});

test.each([
  ["requests=-5", "requests", "“-5” is not a whole number from 0 to 1,000,000,000. 100,000 is used."],
  ["in=abc", "in", "“abc” is not a whole number from 0 to 100,000,000. 2,000 is used."],
  ["cached=150", "cached", "“150” is not a percentage from 0 to 100. 50 is used."],
  ["cached=60&written=50", "written", "Read and written are over 100 % of the input together. 40 is used."],
  ["keep=2h", "keep", "“2h” is not one of 5m, 1h. 5m is used."],
  ["top-up=0", "top-up", "“0” is not a number from 1 to 1,000,000. 100 is used."],
  ["pay=cheque", "pay", "“cheque” is not one of card, crypto, bank, invoice. card is used."],
  ["region=mars", "region", "“mars” is not one of any, global, us, eu, apac. any is used."],
  ["workload=poetry", "workload", "“poetry” is not one of chat, coding-agent. chat is used."],
  ["discount=azure:12,azure", "discount", "“azure” is not a platform and a percentage, azure:12."],
  ["price=tokenmart:cheap", "price", "“tokenmart:cheap” is not a platform and its prices."],
  ["platform=azure,../etc", "platform", "“../etc” is not a platform’s id."],
])("junk gets a message beside its field: %s", (query, name, message) => {
  const { problems } = read(query);
  expect([...problems]).toEqual([[name, message]]);
});

test("a platform named twice means the second time", () => {
  expect(read("discount=azure:1,azure:2").state.discounts).toEqual([{ platform: "azure", share: 0.02 }]);
});

test.each([
  "%E0%A4%A",
  "?model",
  "__proto__=1&constructor=2",
  "million-in=&million-out=",
  "model2=&model3=%00",
  "price=:::,,::1",
])("nothing in a query throws: %s", (query) => {
  expect(() => read(query)).not.toThrow();
});

const id = fc.constantFrom("openrouter", "azure", "tokenmart", "302ai", "amazon-bedrock");
const part = fc.integer({ min: 0, max: 500_000 }).map((millionths) => millionths / 1e6);
const usd = fc.constantFrom("", "0.77", "5", "0.000001");
const ownPrice = fc
  .record({ platform: id, input: usd, output: usd, cacheRead: usd })
  .filter(({ input, output, cacheRead }) => `${input}${output}${cacheRead}` !== "");
const onePerPlatform = { selector: ({ platform }: { readonly platform: string }) => platform, maxLength: 4 };

const line = (workload: string): fc.Arbitrary<LineState> =>
  fc
    .record({
      model: fc.constantFrom("acme/nano", "acme/mini", "openai/gpt-5.4"),
      countBy: fc.constantFrom("requests" as const, "tokens" as const, "paid" as const),
      paid: fc.nat(1_000_000),
      sizes: fc.tuple(fc.nat(1_000_000_000), fc.nat(100_000_000), fc.nat(100_000_000)),
      millions: fc.tuple(fc.nat(1e12), fc.nat(1e12)).map(([a, b]) => [a / 1e3, b / 1e6] as const),
      promptTokens: fc.integer({ min: 1, max: 100_000_000 }),
      cachedShare: part,
      cacheWriteShare: part,
      cacheWriteTtl: fc.constantFrom("5m" as const, "1h" as const),
      batchShare: part,
      peakShare: fc.option(part),
      ownPrices: fc.uniqueArray(ownPrice, onePerPlatform),
    })
    .map(({ sizes: [requests, inputTokens, outputTokens], millions: [millionIn, millionOut], promptTokens, paid, ...rest }) => {
      const defaults = lineDefaults(presetOf(DEFAULTS, workload), rest.countBy);
      const sizes = {
        requests: { requests, inputTokens, outputTokens },
        tokens: { millionIn, millionOut, promptTokens },
        paid: { inputTokens, outputTokens },
      } as const;
      return { ...defaults, ...rest, paidUsd: rest.countBy === "paid" ? paid : 0, ...sizes[rest.countBy] };
    });

const state: fc.Arbitrary<CalculatorState> = fc.constantFrom("chat", "coding-agent").chain((workload) =>
  fc.record({
    workload: fc.constant(workload),
    lines: fc.array(line(workload), { minLength: 1, maxLength: 5 }),
    topUpUsd: fc.integer({ min: 100, max: 100_000_000 }).map((cents) => cents / 100),
    method: fc.constantFrom("card" as const, "crypto" as const, "bank" as const, "invoice" as const),
    firstTopUp: fc.constantFrom("yes" as const, "no" as const),
    unconfirmed: fc.constantFrom("yes" as const, "no" as const),
    budgetUsd: fc.option(fc.nat(1_000_000)),
    systemTokens: fc.nat(100_000),
    discounts: fc.uniqueArray(fc.record({ platform: id, share: part }), onePerPlatform),
    platforms: fc.uniqueArray(id, { maxLength: 4 }),
    region: fc.constantFrom(...REGION_CHOICES),
    paidAt: id,
  }),
);

test("every state is read back from the URL it is written as", () => {
  fc.assert(
    fc.property(state, (anyState) => {
      expect(read(write(anyState))).toEqual({ state: anyState, problems: new Map() });
    }),
  );
});

test("whatever a query says, what is written of it says the same again", () => {
  const names = [
    "model",
    "model2",
    "in",
    "in2",
    "million-in",
    "cached",
    "written",
    "price",
    "discount",
    "platform",
    "top-up",
    "junk",
  ];
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 12 }), fc.constantFrom("acme/mini", "5", "100", "azure:5", "0"));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), text)), (pairs) => {
      const once = read(new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()).state;
      expect(read(write(once)).state).toEqual(once);
    }),
  );
});

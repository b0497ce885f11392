import fc from "fast-check";
import { expect, test } from "vitest";
import { A_CENT, aWorkload } from "../../../tests/builders/a-workload.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { OFFER_SORTS, type OfferSort } from "./offer-columns.ts";
import { DEFAULT_VIEW, hasOwnNumbers, type OffersState, offersSortedBy, offersUrl } from "./offers-state.ts";

const chat: WorkloadPreset = {
  id: "chat",
  name: "Chat",
  meaning: "",
  worseAnswer: A_CENT,
  ...aWorkload({ requests: 100_000, inputTokens: 2_000, outputTokens: 500, cachedShare: 0.5 }),
};
const rag: WorkloadPreset = { ...chat, id: "rag", name: "Answers", requests: 50_000, inputTokens: 8_000, cachedShare: 0.2 };
const url = offersUrl([chat, rag], { kinds: ["cloud", "direct"], regions: ["eu"], quantizations: ["bf16", "fp8"] });
const read = (search: string) => url.read(new URLSearchParams(search));

test.each([
  "",
  "?workload=rag",
  "?workload=rag&requests=1000&in=300&out=20&cached=85.5&written=5&keep=1h&batch=100&peak=30",
  "?top-up=25&pay=crypto&first-top-up=yes",
  "?kind=cloud,direct&region=eu&quantization=fp8&first-hand=yes&sort=input&order=descending",
  "?show=numbers&use=%40openrouter%3Bhost%3Dhostly",
])("%j reads and writes the same", (search) => {
  const { state, problems } = read(search);
  expect(url.write(state).replace("@", "%40").replace(":", "%3A")).toBe(search);
  expect(problems.size).toBe(0);
});

test("numbers are the preset's where the reader says nothing else", () => {
  const { state } = read("?workload=rag&requests=1000");
  expect(state.workload).toEqual({ ...numbers(rag), requests: 1_000 });
  expect(hasOwnNumbers(state)).toBe(true);
  expect(hasOwnNumbers(read("?workload=rag").state)).toBe(false);
  expect(hasOwnNumbers(read("?top-up=20").state)).toBe(true);
});

test("the long names are read too, the short ones written", () => {
  const { state } = read("?requests=5&input=7&output=9&method=bank");
  expect(state.workload).toMatchObject({ requests: 5, inputTokens: 7, outputTokens: 9 });
  expect(url.write(state)).toBe("?requests=5&in=7&out=9&pay=bank");
});

test("junk in a number is the default and a message, in a word it is nothing", () => {
  const { state, problems } = read("?requests=many&cached=120&sort=sideways&kind=bank&workload=juggling&quantization=fp1");
  expect(state).toEqual(url.defaults);
  expect([...problems.keys()]).toEqual(["requests", "cached"]);
  expect(problems.get("requests")).toContain("“many” is not a whole number");
});

test("shares that cannot be are cut, with a message", () => {
  const { state, problems } = read("?cached=80&written=40");
  expect(state.workload).toMatchObject({ cachedShare: 0.8, cacheWriteShare: 0.2 });
  expect(problems.get("written")).toContain("over 100 %");
});

test("a direction without a column is the monthly cost's, as in links from before", () => {
  expect(url.write(read("?order=descending").state)).toBe("?sort=month&order=descending");
});

test("the form shows every number", () => {
  const texts = url.numberTexts(read("?cached=12.5").state);
  expect(texts.get("requests")).toBe("100000");
  expect(texts.get("cached")).toBe("12.5");
  expect(texts.get("peak")).toBe("");
  expect(texts.get("top-up")).toBe("100");
});

test.each<[OfferSort, readonly string[]]>([
  ["input", ["?sort=input", "?sort=input&order=descending", ""]],
  ["read", ["?sort=read", "?sort=read&order=ascending", ""]],
  ["month", ["?sort=month", "?sort=month&order=descending", ""]],
])("the button of %s turns the order once, then gives it back", (column, searches) => {
  let view = DEFAULT_VIEW;
  for (const search of searches) {
    view = offersSortedBy(view, column);
    expect(url.write({ ...url.defaults, view })).toBe(search);
  }
});

test("a state that was written reads back the same", () => {
  const shares = fc.integer({ min: 0, max: 500_000 }).map((millionths) => millionths / 1_000_000);
  const anyState: fc.Arbitrary<OffersState> = fc.record({
    preset: fc.constantFrom(chat, rag),
    workload: fc.record({
      requests: fc.nat(1_000_000_000),
      inputTokens: fc.nat(1_000_000),
      outputTokens: fc.nat(1_000_000),
      cachedShare: shares,
      cacheWriteShare: shares,
      cacheWriteTtl: fc.constantFrom("5m", "1h"),
      batchShare: shares,
      peakShare: fc.option(shares),
    }),
    terms: fc.record({
      topUpUsd: fc.integer({ min: 100, max: 100_000_000 }).map((cents) => cents / 100),
      method: fc.constantFrom("card", "crypto", "bank", "invoice"),
      firstTopUp: fc.constantFrom("yes", "no"),
      unconfirmed: fc.constantFrom("yes", "no"),
    }),
    view: fc.record({
      sort: fc.constantFrom(...OFFER_SORTS),
      order: fc.constantFrom("", "descending"),
      kinds: fc.subarray(["cloud", "direct"]),
      regions: fc.subarray(["eu"]),
      quantizations: fc.subarray(["bf16", "fp8"]),
      firstHand: fc.boolean(),
      show: fc.constantFrom("", "numbers", "filters"),
      use: fc.constantFrom("", "cheapest", "@openrouter;host=hostly"),
    }),
  });
  fc.assert(
    fc.property(anyState, (state) => {
      const { state: again, problems } = read(url.write(state));
      expect({ ...again, view: { ...again.view, order: "" } }).toEqual({ ...state, view: { ...state.view, order: "" } });
      expect(problems.size).toBe(0);
      expect(url.write(again)).toBe(url.write(state));
    }),
  );
});

const numbers = ({ id, name, meaning, worseAnswer, ...workload }: WorkloadPreset) => workload;

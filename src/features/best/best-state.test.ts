import fc from "fast-check";
import { expect, test } from "vitest";
import { A_CENT, aWorkload } from "../../../tests/builders/a-workload.ts";
import { NEEDS } from "../../domain/model/need.ts";
import { JUDGES } from "../../domain/quality/task-success.ts";
import { DATA_PROMISES } from "../../domain/ranking/filter/data-promise.ts";
import { REGION_CHOICES } from "../../site/address/region-choice.ts";
import {
  BEST_SORTS,
  type BestState,
  defaultBestState,
  mayBeOlder,
  rankingParamsIn,
  readBest,
  writeBest,
  writeBestTerms,
} from "./best-state.ts";

const chat = {
  ...aWorkload({ requests: 100_000, inputTokens: 2_000, outputTokens: 500, cachedShare: 0.5 }),
  worseAnswer: A_CENT,
};
const MAKERS = ["anthropic", "openai", "z-ai"];
const PLATFORMS = ["amazon-bedrock", "google-vertex", "openrouter"];
const words = { makers: new Set(MAKERS), platforms: new Set(PLATFORMS) };
const read = (search: string) => readBest(chat, words, new URLSearchParams(search));

test.each([
  "",
  "?requests=1000&in=300&out=20&cached=85.5&written=5&keep=1h&batch=100&peak=30",
  "?bar=1450&maker=anthropic,openai&platform=openrouter&sort=quality",
  "?bar=1450.5",
  "?bar=best&sort=month",
  "?worse-answer=0.05&by=success",
  "?worse-answer=2.5&sort=value",
  "?bar=1450&below=out&needs=vision,tools&maker=openai&region=eu&data-policy=zero-retention&max-month=49.5",
])("%j reads and writes the same", (search) => {
  const { state, problems } = read(search);
  expect(writeBest(chat, state)).toBe(search);
  expect(problems.size).toBe(0);
});

test.each([
  ["?requests=1000&in=300&out=20&cached=85.5&written=5&keep=1h&batch=100&peak=30", true],
  ["?bar=1450&maker=anthropic,openai&platform=openrouter&unconfirmed=yes&from=somewhere", true],
  ["", false],
  ["?from=somewhere", false],
  ["?bar=1450&sort=value", false],
  ["?bar=1450&worse-answer=2", false],
  ["?out=900&by=success", false],
])("%j may be a link from before rankings were by net cost: %s", (search, may) => {
  expect(mayBeOlder(new URLSearchParams(search))).toBe(may);
});

test("what an address asks for is known by name, the day and junk apart", () => {
  expect(rankingParamsIn(new URLSearchParams("?as-of=2026-08-22&needs=vision&maker=openai&maker=z-ai&from=somewhere"))).toEqual([
    "needs",
    "maker",
  ]);
});

const share = fc.integer({ min: 0, max: 500_000 }).map((millionths) => millionths / 1e6);
const states: fc.Arbitrary<BestState> = fc.record({
  judge: fc.constantFrom(...JUDGES),
  length: fc.constantFrom("measured", "same"),
  worseAnswerUsd: fc
    .integer({ min: 1, max: 9 })
    .chain((digit) => fc.constantFrom(0.001, 0.1, 10).map((unit) => Number((digit * unit).toFixed(6)))),
  requests: fc.integer({ min: 0, max: 1e9 }),
  inputTokens: fc.integer({ min: 0, max: 1e8 }),
  outputTokens: fc.integer({ min: 0, max: 1e8 }),
  cachedShare: share,
  cacheWriteShare: share,
  cacheWriteTtl: fc.constantFrom("5m", "1h"),
  batchShare: share,
  peakShare: fc.option(share),
  bar: fc.oneof(fc.constantFrom("best", "frontier", "mid", "light"), fc.integer({ min: 1000, max: 99_999 }).map(tenths)),
  makers: fc.subarray(MAKERS),
  below: fc.constantFrom("ranked", "out"),
  needs: fc.subarray(NEEDS.slice(1)),
  platforms: fc.subarray(PLATFORMS),
  region: fc.constantFrom(...REGION_CHOICES),
  dataPromise: fc.constantFrom(...DATA_PROMISES),
  mostUsdPerMonth: fc.option(fc.integer({ min: 1, max: 100_000 }).map((cents) => cents / 100)),
  sort: fc.constantFrom(...BEST_SORTS),
  unconfirmed: fc.constantFrom("no", "yes"),
});

/** 14505 → `"1450.5"`, 14500 → `"1450"`. */
function tenths(value: number): string {
  return String(value / 10);
}

test("every state survives its address", () => {
  fc.assert(
    fc.property(states, (state) => {
      const { state: again, problems } = read(writeBest(chat, state));
      expect(again).toEqual(state);
      expect([...problems]).toEqual([]);
    }),
  );
});

test("no address throws, and what it gives is written and read the same", () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), (query) => {
      const { state } = read(query);
      expect(read(writeBest(chat, state)).state).toEqual(state);
    }),
  );
});

test("junk is the default and a message by its name", () => {
  const { state, problems } = read("?requests=many&cached=120&bar=huge&sort=sideways&maker=nobody&platform=nowhere,openrouter");
  expect(state).toEqual({ ...defaultBestState(chat), platforms: ["openrouter"] });
  expect([...problems.keys()]).toEqual(["requests", "cached", "bar", "sort", "maker", "platform"]);
  expect(problems.get("bar")).toBe("“huge” is not best, frontier, mid, light or a quality from 10 to 9999. frontier is used.");
  expect(problems.get("maker")).toBe("“nobody”: no maker of a ranked model. All are used.");
  expect(problems.get("platform")).toBe("“nowhere”: no platform of a ranked model. It is left out.");
});

test("shares that cannot be are cut, with a message", () => {
  const { state, problems } = read("?cached=80&written=40");
  expect(state).toMatchObject({ cachedShare: 0.8, cacheWriteShare: 0.2 });
  expect(problems.get("written")).toContain("over 100 %");
});

test("a link to another workload takes along what does not belong to this one", () => {
  expect(writeBestTerms(chat, read("?out=900&bar=1450&maker=openai").state)).toBe("?bar=1450&maker=openai");
});

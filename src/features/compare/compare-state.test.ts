import fc from "fast-check";
import { expect, test } from "vitest";
import { aPreset } from "../../../tests/builders/a-workload.ts";
import { numbersOf } from "../../site/address/workload-fields.ts";
import { compareUrl, isOwnWorkload } from "./compare-state.ts";
import { beyondSix, comparedQuery } from "./compared.ts";

const [chat, agent] = [aPreset("chat"), aPreset("coding-agent", { inputTokens: 60_000, cachedShare: 0.85 })];
const url = compareUrl([chat, agent]);
const read = (search: string) => url.read(new URLSearchParams(search)).state;
const usual = { platforms: [], models: [], unconfirmed: false, region: "any", preset: chat, workload: numbersOf(chat) } as const;

test.each([
  ["?p=openrouter,anthropic", { platforms: ["openrouter", "anthropic"] }],
  [
    "?m=openai/gpt-5.4,anthropic/claude-opus-4.8&p=vercel",
    { platforms: ["vercel"], models: ["openai/gpt-5.4", "anthropic/claude-opus-4.8"] },
  ],
  ["?p=a,b,a,<script>,c", { platforms: ["a", "b", "c"] }],
  ["?p=a,b,c,d,e,f,g", { platforms: ["a", "b", "c", "d", "e", "f"] }],
  ["?p=a,b&unconfirmed=yes", { platforms: ["a", "b"], unconfirmed: true }],
  ["?region=eu&workload=coding-agent", { region: "eu", preset: agent, workload: numbersOf(agent) }],
  ["?workload=coding-agent&cached=90", { preset: agent, workload: { ...numbersOf(agent), cachedShare: 0.9 } }],
  ["?region=moon&workload=none", {}],
  ["?p=&m", {}],
  ["", {}],
])("%s is read in the reader's order", (search, state) => {
  expect(read(search)).toEqual({ ...usual, ...state });
});

test.each([
  ["?p=a,b,c,d,e,f,g,h&m=x/y", ["g", "h"]],
  ["?m=a/1,a/2,a/3,a/4,a/5,a/6,a/7,a/1", ["a/7"]],
  ["?p=a,b,c,d,e,f", []],
  ["", []],
])("%s names %j beyond six of a kind", (search, ids) => {
  expect(beyondSix(new URLSearchParams(search))).toEqual(ids);
});

test("junk in a number is told beside its field, and the preset's is used", () => {
  const { state, problems } = url.read(new URLSearchParams("?cached=much"));
  expect(state.workload).toEqual(numbersOf(chat));
  expect([...problems.keys()]).toEqual(["cached"]);
});

test("a state is written readably, and nothing as nothing", () => {
  const state = read("?p=openrouter,vercel&m=openai/gpt-5.4&region=eu&workload=coding-agent&cached=90");
  expect(url.write(state)).toBe("?p=openrouter,vercel&m=openai/gpt-5.4&region=eu&workload=coding-agent&cached=90");
  expect(url.write(read(""))).toBe("");
  expect(comparedQuery({ platforms: ["a", "b"], models: [] })).toBe("?p=a,b");
});

test("numbers of one's own are told from a preset's", () => {
  expect([read("?workload=coding-agent"), read("?cached=12")].map(isOwnWorkload)).toEqual([false, true]);
});

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9./-]{1,12}$/), { maxLength: 6 });

test("a state that was written reads back the same", () => {
  fc.assert(
    fc.property(
      ids,
      ids,
      fc.boolean(),
      fc.constantFrom("any", "eu", "us"),
      fc.integer({ min: 1, max: 99 }),
      (p, m, unconfirmed, region, cached) => {
        const workload = { ...numbersOf(agent), cachedShare: cached / 100, cacheWriteShare: 0 };
        const state = { platforms: p, models: m, unconfirmed, region, preset: agent, workload };
        expect(read(url.write(state))).toEqual(state);
      },
    ),
  );
});

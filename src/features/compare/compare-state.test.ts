import fc from "fast-check";
import { expect, test } from "vitest";
import { readCompare, writeCompare } from "./compare-state.ts";

test.each([
  ["?p=openrouter,anthropic", { platforms: ["openrouter", "anthropic"], models: [], unconfirmed: false }],
  [
    "?m=openai/gpt-5.4,anthropic/claude-opus-4.8&p=vercel",
    { platforms: ["vercel"], models: ["openai/gpt-5.4", "anthropic/claude-opus-4.8"], unconfirmed: false },
  ],
  ["?p=a,b,a,<script>,c", { platforms: ["a", "b", "c"], models: [], unconfirmed: false }],
  ["?p=a,b,c,d,e,f,g", { platforms: ["a", "b", "c", "d", "e", "f"], models: [], unconfirmed: false }],
  ["?p=a,b&unconfirmed=yes", { platforms: ["a", "b"], models: [], unconfirmed: true }],
  ["?p=&m", { platforms: [], models: [], unconfirmed: false }],
  ["", { platforms: [], models: [], unconfirmed: false }],
])("%s is read in the reader's order", (search, state) => {
  expect(readCompare(search)).toEqual(state);
});

test("a state is written readably, and nothing as nothing", () => {
  expect(writeCompare({ platforms: ["openrouter", "vercel"], models: ["openai/gpt-5.4"], unconfirmed: false })).toBe(
    "?p=openrouter,vercel&m=openai/gpt-5.4",
  );
  expect(writeCompare({ platforms: [], models: [], unconfirmed: false })).toBe("");
});

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9./-]{1,12}$/), { maxLength: 6 });

test("a state that was written reads back the same", () => {
  fc.assert(
    fc.property(ids, ids, fc.boolean(), (platforms, models, unconfirmed) => {
      const state = { platforms, models, unconfirmed };
      expect(readCompare(writeCompare(state))).toEqual(state);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { readCompare, writeCompare } from "./compare-state.ts";

test.each([
  ["?p=openrouter,anthropic", { platforms: ["openrouter", "anthropic"], models: [] }],
  [
    "?m=openai/gpt-5.4,anthropic/claude-opus-4.8&p=vercel",
    { platforms: ["vercel"], models: ["openai/gpt-5.4", "anthropic/claude-opus-4.8"] },
  ],
  ["?p=a,b,a,<script>,c", { platforms: ["a", "b", "c"], models: [] }],
  ["?p=a,b,c,d,e,f,g", { platforms: ["a", "b", "c", "d", "e", "f"], models: [] }],
  ["?p=&m", { platforms: [], models: [] }],
  ["", { platforms: [], models: [] }],
])("%s is read in the reader's order", (search, state) => {
  expect(readCompare(search)).toEqual(state);
});

test("a state is written readably, and nothing as nothing", () => {
  expect(writeCompare({ platforms: ["openrouter", "vercel"], models: ["openai/gpt-5.4"] })).toBe(
    "?p=openrouter,vercel&m=openai/gpt-5.4",
  );
  expect(writeCompare({ platforms: [], models: [] })).toBe("");
});

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9./-]{1,12}$/), { maxLength: 6 });

test("a state that was written reads back the same", () => {
  fc.assert(
    fc.property(ids, ids, (platforms, models) => {
      expect(readCompare(writeCompare({ platforms, models }))).toEqual({ platforms, models });
    }),
  );
});

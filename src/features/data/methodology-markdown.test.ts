import { expect, test } from "vitest";
import { presets } from "../../data/catalog.ts";
import { DOUBT_RULES } from "../../domain/doubt/doubt.ts";
import { guardLimits } from "./guard-limits.ts";
import { methodologyMarkdown } from "./methodology-markdown.ts";

const text = methodologyMarkdown(presets, guardLimits);
const part = (title: string): string => text.split(/^## /m).find((each) => each.startsWith(`${title}\n`)) ?? "";

test("the order of the sources is the one that prices are merged by, pi-ai in it", () => {
  expect(part("One price per offer")).toContain("its page written down by a person, pi-ai, models.dev, LiteLLM, genai-prices.");
  expect(part("One price per offer")).toContain("For Bedrock, Vertex and Azure: LiteLLM, pi-ai, models.dev, genai-prices.");
});

test("it begins with which price may win: all but what one catalogue alone says", () => {
  const [, , first = ""] = text.split(/\n\n(?:## )?/);
  expect(first).toBe("Who may be called cheapest");
  const ways = [...part("Who may be called cheapest").matchAll(/^\| (.+?) \| .* \| (yes|no) \|/gm)].map(([, how, wins]) => [
    how,
    wins,
  ]);
  expect(ways.map(([, wins]) => wins)).toEqual(["yes", "yes", "yes", "yes", "no"]);
  expect(ways.at(-1)).toEqual(["one catalogue only", "no"]);
});

test("every doubt has its line, with the limits of the code", () => {
  const lines = part("What speaks against a price").match(/^- .+$/gm) ?? [];
  expect(lines).toHaveLength(DOUBT_RULES.length);
  expect(lines[0]).toContain("under 50\u202f% of the lowest that a platform itself names");
  expect(lines[1]).toContain("under 1/4 of the median of 3 other sellers or more");
  expect(lines[4]).toContain("over 20\u202f% under the maker’s fresh list price");
});

test("a source that was away for weeks may have lost a tenth for each, and never more than half", () => {
  expect(part("Guards")).toContain("over 10 % a week, and never over 50 %");
});

test.each(["Token", "Input, output", "Cached input", "Cache writes", "Batch", "RAG", "Router", "Credit purchase fee"])(
  "“%s”, which pages use without a word, is explained to whoever buys for the first time",
  (word) => {
    expect(text).toContain(`| ${word} | `);
  },
);

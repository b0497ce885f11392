import { expect, test } from "vitest";
import { fullNames, otherNames, shortName } from "./other-names.ts";
import { haystackOf, wordsOf } from "./word-search.ts";

test("letters are what is left without case, accents and signs", () => {
  expect(haystackOf(["Café Über-4.8 (Fast)", "a/b"])).toEqual({
    words: "cafe uber 4.8 fast a b",
    starts: "\ncafeuber4.8fast\nuber4.8fast\n4.8fast\nfast\nab\nb",
  });
  expect(wordsOf("  GPT-5   mini - ")).toEqual(["gpt5", "mini"]);
});

test.each([
  ["claude-opus-4-8", ["claude-opus-4-8"]],
  ["claude-opus-4.8", []],
  ["claude-opus-4-8-20260528", ["claude-opus-4-8-20260528"]],
])("a platform's name %s is one more name where the model's own would not be found by it", (name, others) => {
  expect(otherNames(["Claude Opus 4.8", "anthropic/claude-opus-4.8"], [name, name])).toEqual(others);
  expect(wordsOf("ＧＰＴ‑５．４")).toEqual(wordsOf("gpt-5.4"));
});

test("a day behind the id is all that the file keeps of a name, and a region says nothing of a model", () => {
  const names = ["gpt-5.6-sol-20260709", "gpt-5.6-sol-fast", "sol-20260709"];
  const shortNames = names.map((name) => shortName(name, "openai/gpt-5.6-sol"));
  expect(shortNames).toEqual(["-20260709", "gpt-5.6-sol-fast", "sol-20260709"]);
  expect(fullNames(shortNames.join(" "), "openai/gpt-5.6-sol")).toBe(names.join(" "));
  expect(wordsOf("us.anthropic.claude-opus-4-8")).toEqual(wordsOf("anthropic.claude-opus-4-8"));
});

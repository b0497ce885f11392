import { expect, test } from "vitest";
import { drawableName, drawableText } from "./social-font.ts";

test.each([
  ["Claude Opus 4.8", "Claude Opus 4.8"],
  ["−46\u202f% · 1.5× – “a”…", "−46 % · 1.5× – “a”…"],
  ["Łódź Ελλάδα Привет Việt", "Łódź Ελλάδα Привет Việt"],
  ["e\u0301", "é"],
  ["a🚀b", "ab"],
  ["\u202eabc\u2069\u0000\u200f", "abc"],
  ["a\n\tb   c ", "a b c"],
  ["文心 4.5", "4.5"],
  ["\ud800 lone", "lone"],
])("of %j is drawn %j", (text, drawn) => {
  expect(drawableText(text)).toBe(drawn);
});

test.each([
  ["Claude Opus 4.8", "Claude Opus 4.8"],
  ["Rocket 🚀", "Rocket 🚀"],
  ["文心 4.5", "maker/slug"],
  ["עברית", "maker/slug"],
  ["🚀", "maker/slug"],
  ["", "maker/slug"],
])("the name %j is shown as %j", (name, shown) => {
  expect(drawableName(name, "maker/slug")).toBe(shown);
});

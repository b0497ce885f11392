import { expect, test } from "vitest";
import { cutText, textLines } from "./text-lines.ts";

const measure = (text: string) => text.length;

test.each<readonly [text: string, width: number, lines: number, broken: readonly string[]]>([
  ["", 5, 2, []],
  ["one", 5, 2, ["one"]],
  ["one two", 7, 2, ["one two"]],
  ["one two", 6, 2, ["one", "two"]],
  ["one two three", 6, 2, ["one", "two t…"]],
  ["one two three", 5, 3, ["one", "two", "three"]],
  ["extraordinary", 5, 3, ["extra", "ordin", "ary"]],
  ["an extraordinary", 5, 3, ["an", "extra", "ordi…"]],
  ["abc", 0.5, 2, ["a", ""]],
])("%j in lines of %d, at most %d, is %j", (text, width, lines, broken) => {
  expect(textLines(text, width, lines, measure)).toEqual(broken);
});

test.each([
  ["one two", 7, "one two"],
  ["one two", 5, "one…"],
  ["one two", 1, ""],
  ["😀😀😀", 3, "😀…"],
])("%j cut to %d is %j", (text, width, cut) => {
  expect(cutText(text, width, measure)).toBe(cut);
});

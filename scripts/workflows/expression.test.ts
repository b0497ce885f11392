import { describe, expect, test } from "vitest";
import { evaluate, filledIn, isMet } from "./expression.ts";

const known = new Map([
  ["github.ref", "refs/heads/main"],
  ["inputs.commit", ""],
  ["steps.a-b.outputs.status", "1"],
]);
const lookup = (path: string) => known.get(path) ?? null;
const well = { failed: false };
const badly = { failed: true };
const braces = (expression: string) => `\${{${expression}}}`;

describe("an expression", () => {
  test.each([
    ["github.ref", "refs/heads/main"],
    ["inputs.commit || github.ref", "refs/heads/main"],
    ["'it''s'", "it's"],
    ["steps.a-b.outputs.status == '1'", "true"],
    ["steps.a-b.outputs.status != '1'", "false"],
    ["github.ref == 'REFS/heads/MAIN'", "true"],
    ["!inputs.commit && (github.ref == 'x' || steps.a-b.outputs.status == '1')", "true"],
    ["always() && !cancelled()", "true"],
    ["failure()", "false"],
  ])("%s is %s", (expression, text) => {
    expect(evaluate(expression, lookup, well).text).toBe(text);
  });

  test.each([
    ["github.nothing", "nothing of that name"],
    ["contains('a', 'b')", "cannot be read"],
    ["hashFiles()", "not a function known here"],
    ["(github.ref", "a bracket is not closed"],
    ["github.ref ==", "a value is missing"],
    ["github.ref github.ref", "what is github.ref for?"],
    ["1 + 1", "cannot be read"],
  ])("%s is refused: %s", (expression, why) => {
    expect(() => evaluate(expression, lookup, well)).toThrow(why);
  });

  test("stands in a text as often as it likes", () => {
    expect(filledIn(`${braces(" github.ref ")} and ${braces("steps.a-b.outputs.status")}`, lookup, well)).toBe(
      "refs/heads/main and 1",
    );
  });
});

describe("a step runs", () => {
  test.each([
    [undefined, well, true],
    [undefined, badly, false],
    ["github.ref != 'x'", badly, false],
    ["always()", badly, true],
    [braces(" !cancelled() "), badly, true],
    ["failure()", well, false],
    ["failure() && github.ref == 'x'", badly, false],
  ])("if %s after %j: %s", (condition, state, runs) => {
    expect(isMet(condition, lookup, state)).toBe(runs);
  });
});

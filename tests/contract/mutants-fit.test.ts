import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MUTANTS } from "../../scripts/tools/mutants/all.ts";
import { mutated } from "../../scripts/tools/mutants/mutant.ts";

/** Who moves a line that a mutant changes mends the mutant too: `npm run fuzz` would only say so at night. */
const ALL = Object.values(MUTANTS).flat();

test.each(ALL.map((mutant) => [mutant.bug, mutant] as const))("the code can still have the bug that %s", (_, mutant) => {
  const text = readFileSync(mutant.file, "utf8");
  expect(mutated(mutant, text)).not.toBe(text);
  expect(mutant.tests.filter((file) => !existsSync(file))).toEqual([]);
});

test("of each kind there are more than ten, and each bug has its own words", () => {
  const { named, ...kinds } = MUTANTS;
  expect(named).toHaveLength(7);
  expect(Object.values(kinds).filter((mutants) => mutants.length < 10)).toEqual([]);
  expect(new Set(ALL.map(({ bug }) => bug)).size).toBe(ALL.length);
});

test("a mutant whose text stands nowhere, or twice, is stale", () => {
  const mutant = { bug: "x", file: "a.ts", from: "b", to: "c", tests: [] };
  expect(mutated(mutant, "abd")).toBe("acd");
  expect(() => mutated(mutant, "a")).toThrow("stale mutant “x”: its text stands 0 times in a.ts");
  expect(() => mutated(mutant, "bb")).toThrow("2 times");
});

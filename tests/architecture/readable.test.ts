import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { functionsIn, undocumented } from "./code-lines.ts";

/** How much one has to read at once. How many files a folder may hold stands in `architecture.test.ts`. */

const MOST_LINES_OF_A_FILE = 300;
const MOST_LINES_OF_A_FUNCTION = 60;
const code = globSync("{src,scripts,tests,packages/*/{src,tests}}/**/*.{ts,tsx,astro,js,mjs,css}")
  .filter((file) => !file.includes("node_modules"))
  .map((file) => ({ file: file.replaceAll("\\", "/"), text: readFileSync(file, "utf8") }));

test("the code of all rooms is read", () => {
  for (const room of ["src/domain/", "src/features/", "scripts/night/", "tests/e2e/", "packages/cli/src/", "packages/cli/tests/"])
    expect(code.filter(({ file }) => file.startsWith(room)).length, room).toBeGreaterThan(3);
});

test("no file is longer than 300 lines", () => {
  const long = code.filter(({ text }) => text.trimEnd().split("\n").length > MOST_LINES_OF_A_FILE);
  expect(long.map(({ file }) => file)).toEqual([]);
});

test("no function is longer than 60 lines; a group of tests is none", () => {
  const long = code.flatMap(({ file, text }) =>
    functionsIn(text)
      .filter(({ head, lines }) => lines > MOST_LINES_OF_A_FUNCTION && !/\bdescribe\b/.test(head))
      .map(({ head, line, lines }) => `${file}:${line} ${lines} lines: ${head}`),
  );
  expect(long).toEqual([]);
});

test.each([
  ["a declaration", "function a() {\n  b();\n\n  c();\n}", [4]],
  ["an arrow, and one within", "const a = () => {\n  b(() => {\n    c();\n  });\n};", [5, 3]],
  ["what begins below its parameters", "function a(\n  b: string,\n): void {\n  c();\n}", [3]],
  ["a method", "  a(b: string): void {\n    c();\n  }", [3]],
  ["no function", "if (a(b)) {\n  c();\n}\nfor (const d of e(f)) {\n  g();\n}", []],
])("the length of a function is read: %s", (_, text, lengths) => {
  expect(functionsIn(text).map(({ lines }) => lines)).toEqual(lengths);
});

/** What Astro calls in a page: its documents say what it is for. */
const CALLED_BY_ASTRO = new Set(["GET", "getStaticPaths"]);

test("every exported function says above itself what it promises", () => {
  const silent = code
    .filter(({ file }) => /\.(ts|tsx|mjs)$/.test(file) && !/\.(test|spec)\.ts$/.test(file))
    .flatMap(({ file, text }) =>
      undocumented(text)
        .filter((name) => !(file.startsWith("src/pages/") && CALLED_BY_ASTRO.has(name)))
        .map((name) => `${file}: ${name}`),
    );
  expect(silent).toEqual([]);
});

test("a comment above a function is seen, and one further up is not", () => {
  expect(
    undocumented(
      "/** Adds. */\nexport const add = (a: number) => a;\n\nexport function b() {\n}\nexport const c = 1;\nexport const d =\n  (e: number) =>\n    e;",
    ),
  ).toEqual(["b", "d"]);
});

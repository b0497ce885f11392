import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { headersFile } from "../../src/site/headers.ts";

/** What the documents say of files: each that they name is there. */

const DOCUMENTS = ["README.md", "AGENTS.md", "CONTRIBUTING.md", "SECURITY.md", "data/README.md", "packages/cli/README.md"];
/** Said to be reserved, or made by the build. */
const NO_FILES = new Set(["src/fetch.ts", "data/generated/exchange-rates.jsonl"]);
const BACKTICKS = /`([\w@.*<>/-]+)`/g;
const FROM_ROOT = /^(src|scripts|tests|data|docs|packages|public|\.github)\/./;
const BARE_FILE = /^[\w*<>.-]+\.(ts|mjs|astro)$/;

/** Paragraphs, items of lists and rows of tables. */
const blocksOf = (text: string): readonly string[] => text.split(/\n\s*\n|\n(?=\s*(?:[-*|]|\d+\.) ?)/);

const asGlob = (path: string): string =>
  path
    .replaceAll("<year>", "[0-9][0-9][0-9][0-9]")
    .replaceAll("<month>", "[0-9][0-9][0-9][0-9]-[0-9][0-9]")
    .replaceAll(/<[^>]+>/g, "*");

const isThere = (path: string): boolean => NO_FILES.has(path) || globSync(asGlob(path)).length > 0;

/** The paths that a block names from the root, and its bare names of files in the folder of the path named before them. */
function pathsIn(block: string): readonly string[] {
  let folder: string | null = null;
  return [...block.matchAll(BACKTICKS)].flatMap(([, word = ""]) => {
    if (FROM_ROOT.test(word)) {
      folder = word.endsWith("/") ? word : `${posix.dirname(word)}/`;
      return [word];
    }
    return folder !== null && BARE_FILE.test(word) ? [folder + word] : [];
  });
}

test.each(DOCUMENTS)("every file that %s names is there", (file) => {
  const named = blocksOf(readFileSync(file, "utf8")).flatMap(pathsIn);
  expect(named.filter((path) => !isThere(path))).toEqual([]);
});

test.each([
  ["in `src/domain/offer/host.ts`, `maker.ts`", ["src/domain/offer/host.ts", "src/domain/offer/maker.ts"]],
  ["- `src/data/`: `catalog.ts` reads `data/`", ["src/data/", "src/data/catalog.ts"]],
  ["`scripts/a/specs/`\n  (`spec.ts` tells)", ["scripts/a/specs/", "scripts/a/specs/spec.ts"]],
  ["`npm test`, `catalog.ts`, `api/v1/`", []],
])("the paths in %j are %j", (block, paths) => {
  expect(pathsIn(block)).toEqual(paths);
});

test("every file that the tables of the data's own document describe is in its folder", () => {
  const sections = readFileSync("data/README.md", "utf8").split(/^## `/m);
  const named = sections.slice(1).flatMap((section) => {
    const folder = `data/${section.slice(0, section.indexOf("`"))}`;
    const cells = section.split("\n").flatMap((line) => /^\| (`[^|]+) \|/.exec(line)?.[1] ?? []);
    return cells.flatMap((cell) => [...cell.matchAll(BACKTICKS)].map(([, name = ""]) => folder + name));
  });
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !isThere(path))).toEqual([]);
});

test("the document on security names every header that all files are sent with", () => {
  const [everywhere = ""] = headersFile("/", [], "").split(/\n(?=\S)/);
  const sent = [...everywhere.matchAll(/^ {2}([\w-]+):/gm)].map(([, name = ""]) => name);
  const told = readFileSync("SECURITY.md", "utf8");
  expect(sent).toContain("Cross-Origin-Opener-Policy");
  expect(sent.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
});

test("what AGENTS.md says stands in a file is exported there", () => {
  const named = [...readFileSync("AGENTS.md", "utf8").matchAll(/`(\w+)` in `(src\/[\w/-]+\.ts)`/g)];
  expect(named.length).toBeGreaterThan(0);
  const strays = named.filter(
    ([, name = "", file = ""]) => !new RegExp(`^export .*\\b${name}\\b`, "m").test(readFileSync(file, "utf8")),
  );
  expect(strays.map(([said]) => said)).toEqual([]);
});

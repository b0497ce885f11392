import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Import } from "./imports.ts";
import { importsOf, wayTo } from "./imports.ts";

/** Who may import whom, and what no file may hold: the rules of the house that the compiler and the linter cannot see. */

const isTest = (file: string) => /\.(test|spec)\.ts$/.test(file);
const sourcesOf = (pattern: string) => globSync(pattern).filter((file) => !isTest(file) && !file.includes("node_modules"));
const read = (file: string) => readFileSync(file, "utf8");

const imports = sourcesOf("{src,scripts,packages/*/src}/**/*.{ts,tsx,astro,js,mjs}").flatMap(importsOf);
const shown = ({ file, from }: Import) => `${file} imports ${from}`;
const below = (folder: string) => imports.filter(({ file }) => file.startsWith(folder));

/** Where a relative import leads, as a path of the repository; a package stays as it is. */
const target = ({ file, from }: Import) => (from.startsWith(".") ? join(dirname(file), from.replace(/\?.*$/, "")) : from);

test("the domain imports zod and itself, nothing else", () => {
  const strangers = below("src/domain/").filter((each) => each.from !== "zod" && !target(each).startsWith("src/domain/"));
  expect(strangers.map(shown)).toEqual([]);
});

/** From the ground up: a room imports what stands before it and itself. Features never import each other; pages put them together. */
const FLOORS = ["src/domain/", "src/data/", "src/site/", "src/table/", "src/features/", "src/pages/"] as const;
const floorOf = (path: string) => FLOORS.findIndex((floor) => path.startsWith(floor));
const featureOf = (path: string) => /^src\/features\/([\w-]+)/.exec(path)?.[1];

test("a room imports only what stands below it, and no feature imports another", () => {
  const crossings = below("src/").filter((each) => {
    const [from, to] = [each.file, target(each)];
    if (floorOf(from) < 0 || floorOf(to) < 0) return false;
    return (
      floorOf(to) > floorOf(from) ||
      (featureOf(to) !== undefined && featureOf(from) !== undefined && featureOf(to) !== featureOf(from))
    );
  });
  const pairs = [...new Set(crossings.map((each) => `${each.file} → ${target(each)}`))].sort();
  expect(pairs).toEqual([]);
});

test("a table is written as columns: only src/table draws one, and a frame for other people's pages its own", () => {
  const drawn = globSync("src/**/*.astro").filter((file) => read(file).includes("<table"));
  expect(drawn.sort()).toEqual(["src/features/embed/RankingEmbed.astro", "src/table/Table.astro"]);
  const inMarkdown = sourcesOf("src/**/*.ts").filter((file) => read(file).includes("markdownTable("));
  expect(inMarkdown.sort()).toEqual(["src/site/markdown.ts", "src/table/table-files.ts"]);
});

test("no folder holds more than 25 files of its own", () => {
  const files = globSync("{src,scripts,tests,packages/*/src,packages/*/tests}/**/*.*").filter(
    (file) => !file.includes("node_modules"),
  );
  const sizes = Object.entries(Object.groupBy(files, (file) => dirname(file))).map(
    ([folder, names]) => [folder, names?.length ?? 0] as const,
  );
  expect(sizes.filter(([, count]) => count > 25)).toEqual([]);
});

test.each([
  ["clock", /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/],
  ["chance", /\bMath\.random\b|\brandomUUID\b/],
  ["machine", /\bprocess\.|\bglobalThis\b|\bimport\.meta\b/],
  ["page", /\b(document|localStorage|navigator)\.\w|\bwindow\.(\w+)\(/],
  ["network", /\bfetch\(/],
])("the domain knows no %s", (_, pattern) => {
  expect(sourcesOf("src/domain/**/*.ts").filter((file) => pattern.test(read(file)))).toEqual([]);
});

test("the site reads no clock: its day is in the data", () => {
  const clock = /\bDate\.now\b|\bnew Date\(\s*\)/;
  expect(sourcesOf("src/**/*.{ts,tsx,astro}").filter((file) => clock.test(read(file)))).toEqual([]);
});

test("the site never imports the job", () => {
  const strays = below("src/").filter(({ from }) => /(^|\/)scripts\//.test(from));
  expect(strays.map(shown)).toEqual([]);
});

test("the job needs nothing of the site but the domain and its way of writing", () => {
  const SHARED = /src\/(domain|data|site)\//;
  // Images are drawn beside Astro, from the pages' own list of them.
  const isDrawing = ({ file, from }: Import) =>
    file === "scripts/images/draw-share.ts" && from.endsWith("src/pages/og/_cards.ts");
  const strays = below("scripts/").filter((each) => each.from.includes("src/") && !SHARED.test(each.from) && !isDrawing(each));
  expect(strays.map(shown)).toEqual([]);
});

const sourceModules = importsOf("scripts/night/sources/all.ts")
  .filter(({ from, isTypeOnly }) => from.startsWith("./") && !isTypeOnly)
  .map(target);

test("a source knows no other source, and neither network nor disk", () => {
  const FORBIDDEN =
    /^node:(fs|https?|net|child_process)|^got$|(^|\/)network\/|\/pipeline\/(store|lock|read-sources)\.ts$|^pacote$/;
  const strays = below("scripts/night/sources/").filter(
    (each) => each.file !== "scripts/night/sources/all.ts" && (FORBIDDEN.test(each.from) || sourceModules.includes(target(each))),
  );
  expect(strays.map(shown)).toEqual([]);
});

test("what runs on other people's machines takes the domain along and nothing of the site", () => {
  const TAKEN = /^(packages\/cli\/|src\/domain\/|data\/curated\/[\w-]+\.json$|site\.config\.json$)/;
  const strays = below("packages/").filter((each) => each.from.startsWith(".") && !TAKEN.test(target(each)));
  expect(strays.map(shown)).toEqual([]);
  const borrowers = imports.filter((each) => !each.file.startsWith("packages/") && target(each).startsWith("packages/"));
  expect(borrowers.map(shown)).toEqual([]);
});

test("only islands import recharts, each the parts it draws or asks and nothing for others", () => {
  const importers = imports.filter(({ from, isTypeOnly }) => from === "recharts" && !isTypeOnly).map(({ file }) => file);
  expect(importers.length).toBeGreaterThan(0);
  for (const file of importers) {
    expect(file).toMatch(/\/islands\/[\w-]+\.tsx$/);
    const parts =
      /import \{([^}]*)\} from "recharts"/
        .exec(read(file))?.[1]
        ?.split(",")
        .map((part) => part.trim()) ?? [];
    expect(parts).not.toEqual([]);
    const use = (part: string) => (part.startsWith("use") ? `${part}(` : `<${part}`);
    expect(parts.filter((part) => part !== "" && !read(file).includes(use(part)))).toEqual([]);
  }
});

test("no code for the browser brings zod along", () => {
  const entries = sourcesOf("src/**/{browser,islands}/**/*.{ts,tsx,js}");
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.map((entry) => wayTo("zod", entry)).filter((way) => way !== null)).toEqual([]);
});

test("no page starts a framework by itself: islands come through data-module", () => {
  expect(sourcesOf("src/**/*.astro").filter((file) => /\sclient:\w+/.test(read(file)))).toEqual([]);
});

test("every address of the site is made in paths.ts", () => {
  const typed = /(?:href|action)=["'{`]+\/(?!\/)/;
  expect(sourcesOf("src/**/*.astro").filter((file) => typed.test(read(file)))).toEqual([]);
});

test("no component brings a style of its own or a style attribute", () => {
  expect(sourcesOf("src/**/*.{astro,tsx}").filter((file) => /<style(?! is:inline set:html)|\sstyle=/.test(read(file)))).toEqual(
    [],
  );
});

test("no file is called utils, helpers, types, constants or manager", () => {
  const vague = /(^|\/|-)(utils?|helpers?|types?|constants?|common|misc|manager)\.(ts|tsx|astro|mjs)$/;
  expect(sourcesOf("{src,scripts,tests,packages/*/src,packages/*/tests}/**/*.*").filter((file) => vague.test(file))).toEqual([]);
});

test("no file holds the marks of a merge, as git or as a formatter writes them", () => {
  const MARKS = new RegExp(`${"<".repeat(7)} |${">".repeat(7)} |${"< ".repeat(6)}<`);
  const files = globSync("{src,scripts,tests,packages/cli,data/curated}/**/*.*").filter((file) => !file.includes("node_modules"));
  expect(files.filter((file) => MARKS.test(read(file)))).toEqual([]);
});

test("nothing switches a check off, and nothing is left for later without an issue", () => {
  const off = /biome-ignore|@ts-(ignore|nocheck|expect-error)|eslint-disable|\b(TODO|FIXME)\b(?!.*#\d)/;
  const files = globSync("{src,scripts,tests,packages/*/src,packages/*/tests}/**/*.{ts,tsx,astro,js,mjs}").filter(
    (file) => !file.includes("node_modules"),
  );
  expect(files.filter((file) => off.test(read(file)) && file !== "tests/architecture.test.ts")).toEqual([]);
});

test("every source of the list is tested on a fixture; curated ones on the files themselves", () => {
  expect(sourceModules.length).toBeGreaterThan(3);
  const tests = sourceModules.map((file) => file.replace(/\.ts$/, ".test.ts"));
  expect(tests.filter((file) => !existsSync(file))).toEqual([]);
  const isCurated = (file: string) => file.includes("list-prices");
  expect(tests.filter((file) => !isCurated(file) && !readsFixture(file))).toEqual([]);
});

/** Itself, or through a builder. */
function readsFixture(file: string): boolean {
  const builders = importsOf(file).filter(({ from }) => from.includes("/builders/"));
  return [file, ...builders.map(({ from }) => join(dirname(file), from))].some((path) => /fixtures\//.test(read(path)));
}

test("the tests read nothing outside the repository", () => {
  const absolute = /["'`](\/work\/|\.\.\/shared)/;
  const leaves = (file: string) =>
    [...read(file).matchAll(/["'`]((?:\.\.\/)+[^"'`]*)["'`]/g)].some(([, path = ""]) =>
      join(dirname(file), path).startsWith(".."),
    );
  expect(
    globSync("{src,scripts,tests,packages/*/src,packages/*/tests}/**/*.{test,spec}.ts").filter(
      (file) => (absolute.test(read(file)) || leaves(file)) && file !== "tests/architecture.test.ts",
    ),
  ).toEqual([]);
});

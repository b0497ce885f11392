import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pageOf } from "../small-catalogue/rendered-page.ts";
import { useSmallCatalogue } from "../small-catalogue/small-site.ts";

/** The markup of a template, without its front matter. */
const markupOf = (file: string): string => readFileSync(file, "utf8").replace(/^---\n[\s\S]*?\n---\n/, "");

test("no template sets a space before a comma or a colon: a line that begins with one follows a space", () => {
  const spaced = globSync("src/**/*.astro").flatMap((file) =>
    [...markupOf(file).matchAll(/>\n\s+(?:\{`)?[,:;.] .*$/gm)].map(([line]) => `${file}: ${line.trim()}`),
  );
  expect(spaced).toEqual([]);
});

test("what people wrote down has no apostrophe of a typewriter", () => {
  const written = globSync("data/curated/*.json").flatMap(
    (file) => readFileSync(file, "utf8").match(/.{0,30}\w'[\w ].{0,20}/g) ?? [],
  );
  expect(written).toEqual([]);
});

let remove: () => void;
beforeAll(() => {
  ({ remove } = useSmallCatalogue());
});
afterAll(() => remove());

/** The words of a page, without its code. */
const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style|pre|code)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#39;|&apos;/g, "'");

test.each(["index", "about", "methodology", "api", "calculator", "compare", "changes", "claims", "data"])(
  "an apostrophe on the page %s is none of a typewriter",
  async (route) => {
    expect(wordsOf(await pageOf(route)).match(/.{0,30}\w'\w.{0,20}/g) ?? []).toEqual([]);
  },
);

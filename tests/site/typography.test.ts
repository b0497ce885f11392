import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The markup of a template, without its front matter. */
const markupOf = (file: string): string => readFileSync(file, "utf8").replace(/^---\n[\s\S]*?\n---\n/, "");

test("no template sets a space before a comma or a colon: a line that begins with one follows a space", () => {
  const spaced = globSync("src/**/*.astro").flatMap((file) =>
    [...markupOf(file).matchAll(/>\n\s+(?:\{`)?[,:;.] .*$/gm)].map(([line]) => `${file}: ${line.trim()}`),
  );
  expect(spaced).toEqual([]);
});

import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { REPOSITORY, SITE } from "../src/site/home.ts";

/** One file names the home of the repository: `site.config.json`. */

const CODE = "{src,scripts,packages/*/src}/**/*.{ts,mjs,astro}";
const DOCUMENTS = ["SECURITY.md", "CONTRIBUTING.md", ".github/ISSUE_TEMPLATE/config.yml"];

test("no code names it beside site.config.json", () => {
  const naming = globSync(CODE).filter(
    (file) => !file.includes("node_modules") && readFileSync(file, "utf8").includes(REPOSITORY),
  );
  expect(naming).toEqual([]);
});

test.each(DOCUMENTS)("the links of %s to issues and advisories lead there", (file) => {
  const links = readFileSync(file, "utf8").match(/https:\/\/github\.com\/[\w-]+\/[\w-]+\/(issues|security)/g) ?? [];
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !link.startsWith(`${REPOSITORY}/`))).toEqual([]);
});

test("the package for the command line leads to the site and the repository", () => {
  const { homepage, repository } = JSON.parse(readFileSync("packages/cli/package.json", "utf8"));
  expect([homepage, repository.url]).toEqual([SITE, `git+${REPOSITORY}.git`]);
  expect(readFileSync("packages/cli/README.md", "utf8")).toContain(`](${SITE})`);
});

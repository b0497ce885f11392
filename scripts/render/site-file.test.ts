import { expect, test } from "vitest";
import { addressOf, outputPath, pageName, subjectOf } from "./site-file.ts";

test.each([
  [{ pathname: "/", type: "page" }, "index.html", "/", ""],
  [{ pathname: "/404", type: "page" }, "404.html", "/404/", "404/"],
  [{ pathname: "/models/a/b", type: "page" }, "models/a/b/index.html", "/models/a/b/", "models/a/b/"],
  [{ pathname: "/models/a/b-3.5", type: "page" }, "models/a/b-3.5/index.html", "/models/a/b-3.5/", "models/a/b-3.5/"],
  [{ pathname: "/models/a/b.md", type: "endpoint" }, "models/a/b.md", "/models/a/b.md", "models/a/b.md/"],
  [{ pathname: "/_headers", type: "endpoint" }, "_headers", "/_headers/", "_headers/"],
] as const)("%o is written to %s, is rendered for %s and is %s in the sitemap", (file, name, address, page) => {
  expect([outputPath(file), addressOf(file, "/"), pageName(file.pathname)]).toEqual([name, address, page]);
});

test("addresses stand below the base", () => {
  expect(addressOf({ pathname: "/", type: "page" }, "/below/")).toBe("/below/");
  expect(addressOf({ pathname: "/models/a/b.md", type: "endpoint" }, "/below/")).toBe("/below/models/a/b.md");
});

test.each([
  "/models/a/b-3.5-turbo",
  "/models/a/b-3.5-turbo.md",
  "/models/a/b-3.5-turbo.xml",
  "/api/v1/models/a/b-3.5-turbo.json",
  "/api/v1/history/a/b-3.5-turbo.json",
  "/badge/a/b-3.5-turbo.svg",
  "/embed/models/a/b-3.5-turbo",
])("%s is about a model", (pathname) => {
  expect(subjectOf(pathname)).toBe("models/a/b-3.5-turbo");
});

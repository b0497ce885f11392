import { expect, test } from "vitest";
import { headersFile, sectionsOf } from "./headers.ts";

test("the sections of the site are the first words of its pages", () => {
  const files = [
    "./index.astro",
    "./404.astro",
    "./models/[maker]/[slug].astro",
    "./models/[maker]/index.astro",
    "./embed/[id].astro",
  ];
  expect(sectionsOf(files)).toEqual(["404", "embed", "index", "models"]);
});

test("every section gets the policy and may not be framed, but what is made for framing", () => {
  const rules = headersFile("/sub/", ["404", "embed", "index", "models"], "frame-ancestors 'none'").split(/\n(?=\S)/);
  const withPolicy = rules.filter((rule) => rule.includes("Content-Security-Policy: frame-ancestors 'none'"));
  expect(withPolicy.map((rule) => rule.split("\n")[0])).toEqual(["/sub/404.html", "/sub/", "/sub/models/*"]);
});

test("every file is sent as what it is, over a secure line", () => {
  const [everywhere] = headersFile("/", [], "").split(/\n(?=\S)/);
  expect(everywhere?.split("\n").map((line) => line.trim().split(":")[0])).toEqual([
    "/*",
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Strict-Transport-Security",
  ]);
});

test.each([
  ["/sub/changes.xml", "application/atom+xml; charset=utf-8"],
  ["/sub/models/acme.xml", "application/atom+xml; charset=utf-8"],
  ["/sub/models/acme/nano-1.5.xml", "application/atom+xml; charset=utf-8"],
  ["/sub/platforms/hostly.xml", "application/atom+xml; charset=utf-8"],
  ["/sub/changes.json", "application/feed+json; charset=utf-8"],
  ["/sub/sitemap-0.xml", undefined],
  ["/sub/models/acme/", undefined],
])("%s is sent as %s, said once", (address, type) => {
  const rules = headersFile("/sub/", ["models"], "x")
    .trimEnd()
    .split(/\n(?=\S)/);
  const types = rules.flatMap((rule) => {
    const [pattern = "", ...lines] = rule.split("\n");
    const isMeant = new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*").replace(/:\w+/g, "[^/]+")}$`).test(
      address,
    );
    return isMeant ? lines.flatMap((line) => /Content-Type: (.*)/.exec(line)?.[1] ?? []) : [];
  });
  expect(types).toEqual(type === undefined ? [] : [type]);
});

import { beforeAll, expect, test } from "vitest";
import { cellsOf, tableWith } from "../../small-catalogue/html-tables.ts";
import { pageOf } from "../../small-catalogue/rendered-page.ts";
import { useSmallCatalogue } from "../../small-catalogue/small-site.ts";
import { filesOf } from "../public-files.ts";

/** Every cell of the lists of models and platforms, of the table of differences and of the changes. */
let pages: Readonly<Record<"home" | "platforms" | "openrouter" | "acme" | "deltas" | "changes", string>>;
beforeAll(async () => {
  const { remove } = useSmallCatalogue();
  pages = {
    home: await pageOf("index"),
    platforms: await pageOf("platforms/index"),
    openrouter: await pageOf("platforms/[id]", { id: "openrouter" }),
    acme: await pageOf("platforms/[id]", { id: "acme" }),
    deltas: await pageOf("deltas"),
    changes: await pageOf("changes"),
  };
  return remove;
});

test.each([
  [
    "Nova Acme",
    {
      "List, in / out": "3.00 / 15.00",
      "Monthly cost": "$951.08",
      "Cheapest seller": "Hostly via OpenRouter (us-east-1, fp8, turbo)",
      Platforms: "4",
      Context: "1M",
      Released: "2026-03",
    },
  ],
  [
    "Zeta Open",
    {
      "List, in / out": "–",
      "Monthly cost": "$147.70",
      "Cheapest seller": "Hostly via OpenRouter",
      Platforms: "2",
      Context: "131K",
      Released: "2025-11",
    },
  ],
  [
    "Zeta Zero Zeta retired",
    { "Monthly cost": "unknown", "Cheapest seller": "", Platforms: "1", Context: "unknown", Released: "unknown" },
  ],
])("the list of models shows %s with %j", (name, cells) => {
  expect(cellsOf(tableWith(pages.home, "Model", "Monthly cost"), name)).toMatchObject(cells);
});

test("the list of models is by use, retired ones last", () => {
  const { rows } = tableWith(pages.home, "Model", "Monthly cost");
  const names = rows.map(({ cells }) => cells["Model"]).filter((name) => !name?.startsWith("No model"));
  expect(names).toEqual(["Nova Acme", "Zeta Open Zeta", "Nova Fast Acme", "Zeta Zero Zeta retired"]);
});

test.each([
  // 1,332.46 ÷ 1,055 = 1.2630; 3,608.1 ÷ 4,050 = 0.8909; the middle of +2,630 and −1,091 basis points is +770. Zeta Open has no list price.
  [
    "OpenRouter router",
    {
      Models: "3 all confirmed",
      "Monthly cost vs list": "+7.7 %",
      Compared: "2",
      "Who runs it": "not known",
      "How its prices are known": "A: confirmed by the platform 22 Aug 2026",
      Fees: "5.5 % by card, at least $0.80",
      "Data policy": "not known",
    },
  ],
  [
    "Acme maker",
    {
      Models: "2 all confirmed",
      "Monthly cost vs list": "its own list",
      "How its prices are known": "B: written down from its page 20 Aug 2026",
      Fees: "no credit purchase fee",
    },
  ],
  // It names no price for cached input. With Acme's billed as input: 1,350 in 151.5 of 168 hours, 675 in 6 and 1,250 in 10.5 are 1,319.64;
  // (2.7 · 200 + 11 · 50) ÷ 1,319.64 = 0.826, by one catalogue's word.
  ["Hostly host", { "Monthly cost vs list": "−17 %? fee unknown", Compared: "1", Models: "1 none confirmed" }],
  ["Shut closed", { Models: "0", "Monthly cost vs list": "–", "How its prices are known": "–", Fees: "unknown" }],
])("the list of platforms shows %s with %j", (name, cells) => {
  expect(cellsOf(tableWith(pages.platforms, "Platform", "Data policy"), name)).toMatchObject(cells);
});

test("the list of platforms has makers' own APIs first, OpenRouter before the others and closed ones last, and answers first", () => {
  const { rows } = tableWith(pages.platforms, "Platform", "Data policy");
  expect(rows.map(({ group, cells }) => `${group}: ${cells["Platform"]}`)).toEqual([
    "Makers’ own APIs: Acme maker B: written down from its page",
    "Clouds and OpenRouter: OpenRouter router A: confirmed by the platform",
    "Other platforms: Cloudy cloud D: no public price of its own known",
    "Other platforms: Hostly host D: no public price of its own known",
    "Closed: Shut closed",
  ]);
  // OpenRouter, Hostly and Cloudy sell Acme's models; the nearest is 3.3 % over list. OpenRouter alone is read at the source.
  expect(pages.platforms).toContain(
    "4 of the 5 platforms here sell language-model tokens. Of 3 that sell other makers’ models with a list price, 0 ask the list price for most of them. The prices of 1 are read at the platform itself",
  );
});

/** What stands below a heading, to the next. */
function below(page: string, id: string): string {
  const from = page.slice(page.indexOf(`<h2 id="${id}">`));
  return from.slice(0, from.indexOf("<h2", 3));
}

test.each([
  [
    "openrouter" as const,
    "cheaper",
    "Nova Hostly",
    {
      "Monthly cost": "$951.08",
      "vs list price": "−20 % out −15 %",
      Input: "2.40",
      Output: "12.75",
      "Cached input": "0.24",
      "Cache writes": "unknown",
      Source: "openrouter.ai 22 Aug confirmed by the platform",
    },
  ],
  [
    "openrouter" as const,
    "offers",
    "Nova 800K",
    {
      Model: expect.stringContaining("+ 1 host"),
      "Monthly cost": "$1,332",
      "vs list price": "+10 % out +20 %",
      Input: "3.30",
      Output: "18.00",
      "Cached input": "0.33",
      "Cache writes": "4.10",
      Source: "openrouter.ai 22 Aug confirmed by the platform",
    },
  ],
  [
    "acme" as const,
    "offers",
    "Nova 900K",
    {
      "Monthly cost": "$1,055",
      "vs list price": "list",
      Input: "3.00",
      Output: "15.00",
      "Cached input": "0.30",
      "Cache writes": "3.75",
      Source: "acme.example 20 Aug written down from its page",
    },
  ],
])("the page of %s shows under %s %s with %j", (platform, id, model, cells) => {
  expect(cellsOf(tableWith(below(pages[platform], id), "Model", "Cache writes"), model)).toMatchObject(cells);
});

test("a platform's page has what differs most on either side of list", () => {
  const deltas = (part: string) => tableWith(part, "Model", "Cache writes").rows.map(({ cells }) => cells["vs list price"]);
  expect([deltas(below(pages.openrouter, "cheaper")), deltas(below(pages.openrouter, "dearer"))]).toEqual([
    ["−20 % out −15 %", "−10 % out −20 %"],
    ["+10 % out +20 %"],
  ]);
});

test.each([
  ["openrouter" as const, "Credit purchase fee", "5.5 % by card, at least $0.80"],
  ["openrouter" as const, "Bonus", "6 % from $999, first top-up only Made up."],
  ["openrouter" as const, "Your own key", "5 % of what the call would have cost, beyond $25,000 at list a month"],
  ["acme" as const, "Credit purchase fee", "none"],
])("the page of %s says of %s: %s", (platform, fact, words) => {
  expect(cellsOf(tableWith(pages[platform], "Fact", "What it says"), fact)).toMatchObject({
    "What it says": words,
    Source: "acme.example 1 Aug 2026, high",
  });
});

test.each([
  ["acme" as const, "Own prices", "on a page: acme.example", "acme.example 1 Aug 2026, high"],
  [
    "acme" as const,
    "Price grade",
    "B: a person read its own price page, last on 20 Aug 2026",
    "acme.example 20 Aug 2026, written down by a person",
  ],
  ["acme" as const, "Country", "not known", ""],
])("who %s is, asked for %s, reads %s", (platform, question, answer, source) => {
  expect(cellsOf(tableWith(pages[platform], "Question", "Answer, source and day"), question)).toMatchObject({
    "Answer, source and day": source === "" ? answer : `${answer} ${source}`,
  });
});

test.each([
  // 1,332.46 ÷ 1,055 = 1.263; with cached input billed as input in both 1,605 ÷ 1,319.64 = 1.216 and 1,090 ÷ 1,319.64 = 0.826.
  ["Nova", { "List, $ a month": "$1,055", OpenRouter: "+26 %", "Cloudy ‡": "+22 %¹?", "Hostly ‡": "−17 %°¹?" }],
  // 9 · 200 + 45 · 50 = 4,050; (8.1 · 200 + 36 · 50) · 1.055 = 3,608.1, 10.9 % under.
  ["Nova Fast", { "List, $ a month": "$4,050", OpenRouter: "−11 %", "Cloudy ‡": "", "Hostly ‡": "" }],
])("the table of differences shows %s with %j", (name, cells) => {
  const { rows } = tableWith(pages.deltas, "Model", "List, $ a month");
  expect(rows.find((row) => row.cells["Model"]?.startsWith(`${name} list`))?.cells ?? null).toMatchObject(cells);
});

test.each([
  ["deltas.md", "/deltas.md", "| Hostly (fee unknown) |", true],
  ["deltas/[view].md", "/deltas/input-price.md", "| Hostly |", false],
])(
  "the twin of the table of differences, %s, says whose fee is unknown where it shows months",
  async (route, at, head, isMonth) => {
    const text = (await filesOf(route)).find(({ address }) => address === at)?.text ?? "";
    expect(text).toContain(head);
    expect(text.includes("credit purchase fee unknown: up to 5.5\u202f% more")).toBe(isMonth);
    expect(text).toContain("° an older reading");
  },
);

test("the changes of 90 days have the old price before the new one, under the meter that moved", () => {
  const table = tableWith(pages.changes.slice(pages.changes.indexOf("In 90 days") - 200), "Model", "90 days");
  expect(cellsOf(table, "Nova")).toMatchObject({
    "Seller, price from": "OpenRouter routed price",
    Input: "3.60 → 3.30",
    Output: "",
    Day: "15 Jul 2026",
  });
  expect(cellsOf(table, "Zeta Open")).toMatchObject({
    "Seller, price from": "Quick Inc via OpenRouter routed price",
    Input: "",
    Output: "0.80 → 1.00",
    Day: "10 Aug 2026",
  });
});

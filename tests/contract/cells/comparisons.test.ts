import { beforeAll, expect, test } from "vitest";
import { cellsOf, tableWith } from "../../small-catalogue/html-tables.ts";
import { pageOf } from "../../small-catalogue/rendered-page.ts";
import { useSmallCatalogue } from "../../small-catalogue/small-site.ts";

/** Every cell of what stands side by side, and of the calculator's month. */
let pair: string;
let pairs: string;
let calculator: string;
beforeAll(async () => {
  const { remove } = useSmallCatalogue();
  pair = await pageOf("compare/[pair]", { pair: "acme-vs-openrouter" });
  pairs = await pageOf("compare/index");
  calculator = await pageOf("calculator");
  return remove;
});

test("Acme against OpenRouter in short", () => {
  // Acme asks 9.1 % less for Nova's input and 11 % more for Nova Fast's: the median is +1 %.
  expect(cellsOf(tableWith(pair, "Credit purchase fee"), "Acme")).toMatchObject({
    ...{ Cheaper: "1", "The same": "0", "More expensive": "1", Mixed: "0" },
    ...{ Input: "+1 %", Output: "+4.2 %", "Monthly cost": "−4.3 %", "Sells in all": "2" },
  });
});

test.each([
  ["Nova Fast", { Apart: "1.1×", On: "input", OpenRouter: "8.10 / 36.00 lowest", Acme: "9.00 / 45.00" }],
  ["Nova", { Apart: "1.1×", On: "input", OpenRouter: "3.30 / 18.00", Acme: "3.00 / 15.00 lowest" }],
])("the gap on %s is %j", (name, cells) => {
  const { rows } = tableWith(pair, "Apart");
  expect(rows.find((row) => row.cells["Model"] === name)?.cells).toMatchObject(cells);
});

test.each([
  ["Nova lowest month: Acme", { OpenRouter: "3.30 / 18.00 $1,332", Acme: "3.00 / 15.00 $1,055", Δ: "in −9.1 %, out −17 %" }],
  [
    "Nova Fast lowest month: OpenRouter",
    { OpenRouter: "8.10 / 36.00 $3,608*", Acme: "9.00 / 45.00 $4,050*", Δ: "in +11 %, out +25 %" },
  ],
])("both sell %s: %j", (name, cells) => {
  expect(cellsOf(tableWith(pair, "Model", "Δ"), name)).toMatchObject(cells);
});

test.each([
  ["Kind", "a router: one key, many hosts behind it", "the maker’s own API"],
  ["Credit purchase fee", "5.5 % by card, at least $0.80", "none"],
  ["Bonus", "6 % from $999, first top-up only", "unknown"],
])("of %s OpenRouter has %s, Acme %s", (fact, openrouter, acme) => {
  expect(cellsOf(tableWith(pair, "Fact"), fact)).toMatchObject({ OpenRouter: openrouter, Acme: acme });
});

test("the list of pairs has which is cheaper, the first before the second", () => {
  expect(cellsOf(tableWith(pairs, "Pair"), "OpenRouter vs Acme One key, or Acme’s own API?")).toMatchObject({
    "Shared models": "2",
    "First cheaper": "1",
    Tie: "0",
    "Second cheaper": "1",
    Mixed: "0",
    "Second vs first": "−4.3 % * a fee of one of them is unknown: taken at its most",
  });
});

const bill = () => tableWith(calculator, "Platform", "Credit purchase fee");

test.each([
  [
    "OpenRouter pinned",
    {
      "Monthly cost": "$1,332.47 * may cost more: a meter nobody reads; plan price unknown",
      "vs list price": "+26 %",
      Input: "$330.00",
      "Cached input": "$33.00",
      Output: "$900.00",
      "Credit purchase fee": "$69.47",
    },
  ],
  [
    "Acme",
    { "vs list price": "= list", Input: "$294.64", "Cached input": "$30.00", Output: "$730.36", "Credit purchase fee": "" },
  ],
  [
    "Cloudy eu-west-1 held since 20 Aug 2026",
    // 390 + 390 + 825 = 1,605; its fees are unknown: 1,605 · 1.055 = 1,693.275, 60.5 % over 1,055.
    {
      "Monthly cost": expect.stringMatching(/^\$1,605\.00 – \$1,693\.28 /),
      "vs list price": "+61 %",
      Input: "$390.00",
      "Cached input": "$390.00",
      Output: "$825.00",
    },
  ],
])("the calculator bills %s with %j", (name, cells) => {
  expect(cellsOf(bill(), name)).toMatchObject(cells);
});

test("the calculator says which rows are held and which are for your own key", () => {
  expect(bill().rows.map(({ group, cells }) => `${group.slice(0, 15)}: ${cells["Platform"]?.split(" ")[0]}`)).toEqual([
    ": Acme",
    ": OpenRouter",
    "Not counted: he: Hostly",
    "Not counted: he: Cloudy",
    "Your own key: t: OpenRouter",
  ]);
});

test.each([
  // (3.75 ÷ 3 − 1) ÷ (1 − 0.3 ÷ 3) = 0.28; (6 ÷ 3 − 1) ÷ 0.9 = 1.11.
  ["Keep a prompt of Nova cached for 5 minutes", "above 0.28 re-reads", "write $3.75, read $0.30, plain $3.00 per million"],
  ["Keep a prompt of Nova cached for an hour", "above 1.11 re-reads", "write $6.00, read $0.30, plain $3.00 per million"],
  ["Let requests wait, Acme", "cheapest whatever waits", "Acme $1,055.00 at once, $529.00 in batches"],
])("%s pays %s, because %s", (what, pays, because) => {
  expect(cellsOf(tableWith(calculator, "What", "Pays"), what)).toMatchObject({ Pays: pays, Because: because });
});

test("a system prompt costs this plain and this from the cache", () => {
  // 1,500 tokens × 1,200,000 requests a year = 1,800 million, at $3 and at $0.30.
  expect(cellsOf(tableWith(calculator, "Plain, a year"), "Nova")).toMatchObject({
    "Plain, a day": "$14.79",
    "Plain, a year": "$5,400.00",
    "From cache, a year": "$540.00",
    "Waste, a year": "$4,860.00",
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { cellsOf, tableWith, textOf } from "../../small-catalogue/html-tables.ts";
import { pageOf } from "../../small-catalogue/rendered-page.ts";
import { useSmallCatalogue } from "../../small-catalogue/small-site.ts";
import { filesOf } from "../public-files.ts";

/** Every cell of a model's page: no two columns of a row show the same, so that a swap is seen. */
let nova: string;
let zeta: string;
beforeAll(async () => {
  const { remove } = useSmallCatalogue();
  nova = await pageOf("models/[maker]/[slug]", { maker: "acme", slug: "nova" });
  zeta = await pageOf("models/[maker]/[slug]", { maker: "zeta", slug: "open" });
  return remove;
});

const offers = (page: string) => tableWith(page, "Platform", "Cache writes");

describe("the table of offers", () => {
  test("shows the maker's own row as list, with every price in its column", () => {
    expect(cellsOf(offers(nova), "Acme 900K")).toMatchObject({
      Platform: "Acme 900K context ends 31 Jan 2027",
      "Monthly cost": "$1,055 * peak and off-peak hours weighted; reasoning billed as output; plan price unknown",
      "vs list price": "list",
      Input: "3.00",
      Output: "15.00",
      "Cached input": "0.30",
      "Cache writes": "3.75",
      Source: "acme.example 20 Aug written down from its page",
    });
  });

  test("shows a host's row under list, in percent of input and output and in dollars of input", () => {
    expect(cellsOf(offers(nova), "Hostly via OpenRouter")).toMatchObject({
      Platform: "Hostly via OpenRouter us-east-1 · fp8 · turbo",
      "Monthly cost": "$951.08 * plan price unknown",
      "vs list price": "−20 % out −15 %",
      Input: "2.40",
      Output: "12.75",
      "Cached input": "0.24",
      "Cache writes": "unknown",
      Source: "openrouter.ai 22 Aug confirmed by the platform",
    });
  });

  test("shows a router's row over list, with its discount and what nobody can read", () => {
    expect(cellsOf(offers(nova), "OpenRouter")).toMatchObject({
      Platform: expect.stringMatching(/^OpenRouter 800K context · 11 % off, already in.* has an unread meter: internal_tools$/),
      "Monthly cost": "$1,332 * may cost more: a meter nobody reads; plan price unknown",
      "vs list price": "+10 % out +20 %",
      Input: "3.30",
      Output: "18.00",
      "Cached input": "0.33",
      "Cache writes": "4.10",
    });
  });

  test("says of an old and of a held row that it is, and of the day its list price was another", () => {
    expect(cellsOf(offers(nova), "Hostly too old")).toMatchObject({
      Platform: "Hostly too old",
      "vs list price": "+3.9 % out −17 % † against the list price of 1 Jun 2026",
      Source: "models.dev 1 Jun one catalogue only",
    });
    expect(cellsOf(offers(nova), "Cloudy")).toMatchObject({
      Platform: "Cloudy eu-west-1 held since 20 Aug 2026: input 3.9 → 39",
      Input: "3.90",
      Output: "16.50",
      Source: "models.dev 19 Aug one catalogue only",
    });
  });

  test("has the batch card in a group of its own", () => {
    const { rows } = offers(nova);
    expect(rows.map(({ group }) => group.split(":")[0])).toEqual([
      ...["Main platforms", "Main platforms", "Other platforms", "Other platforms"],
      ...["Through OpenRouter, by host", "Via Batch API"],
    ]);
    expect(cellsOf(offers(nova), "Acme batch")).toMatchObject({ Input: "1.45", Output: "7.40", "Cached input": "0.14" });
  });

  test("tells unknown, not sold, another unit and free apart", () => {
    expect(cellsOf(offers(zeta), "Cloudy")).toMatchObject({ "Cached input": "not sold", "Cache writes": "other unit" });
    expect(cellsOf(offers(zeta), "Quick Inc")).toMatchObject({ "Cached input": "unknown", "Cache writes": "unknown" });
    expect(cellsOf(offers(zeta), "OpenRouter free")).toMatchObject({
      "Monthly cost": "free",
      "vs median host": "free",
      Input: "free",
      Output: "free",
    });
  });

  test("is against the median host where nobody has a list price", () => {
    expect(cellsOf(offers(zeta), "Cloudy")).toMatchObject({
      "vs median host": "+20 % out −10 %",
      Input: "0.60",
      Output: "0.90",
    });
  });

  test("shows the source of a price that another source told", () => {
    expect(/title="([^"]*)"[^>]*>\s*3\.75/.exec(nova)).toBeNull();
    expect(nova).toMatch(/<a rel="noopener" href="https:\/\/acme\.example\/pricing">/);
  });
});

test.each([
  // 3.30 − 3.00 of input; the output's 3.00 more are told in per cent.
  ["OpenRouter, 800K", "+$0.30"],
  ["Hostly, via OpenRouter", "−$0.60"],
  ["Acme, 900K", ""],
])("the Markdown twin has the difference of %s to list in dollars of input: %s", async (seller, difference) => {
  const { remove } = useSmallCatalogue();
  const files = await filesOf("models/[maker]/[slug].md");
  remove();
  const table = files.find(({ address }) => address === "/models/acme/nova.md")?.text.split("\n") ?? [];
  const head = table.find((line) => line.includes("| vs list price, $ |"))?.split(" | ") ?? [];
  const row = table.find((line) => line.startsWith(`| ${seller}`))?.split(" | ") ?? [];
  expect(row[head.indexOf("vs list price, $")]).toBe(difference);
});

test("the answer names the cheapest seller, its month and how far it is from the maker", () => {
  // (951.08 − 1,055) ÷ 1,055 = −9.85 %, just under; 3.9 ÷ 2.4 = 1.6.
  expect(textOf(nova)).toContain(
    "Cheapest for chat is Hostly via OpenRouter (us-east-1, fp8, turbo) at $951.08 a month, 9.8 % under Acme’s own API; confirmed by the platform, 22 Aug.",
  );
});

test.each([
  [
    "prompts over 200K tokens",
    { Input: "6.00", Output: "22.50", "Cached input": "0.61", "vs list price": "= list", Platforms: "Acme" },
  ],
  ["01:00–04:00 UTC, mon, tue", { Input: "1.50", Output: "7.50", "Cached input": "0.30", Platforms: "Acme" }],
  ["22:00–23:30 UTC", { Input: "3.00", Output: "13.00", "Cached input": "0.30", Platforms: "Acme" }],
])("the card of %s is %j", (when, cells) => {
  expect(cellsOf(tableWith(nova, "When", "Platforms"), when)).toMatchObject(cells);
});

test("another source's price stands beside ours", () => {
  expect(cellsOf(tableWith(nova, "We use", "Also read"), "Acme")).toMatchObject({
    "We use": "3.00 / 15.00 acme.example, 20 Aug",
    "Also read": "≠ 3.10 / 15.50 models.dev, 19 Aug",
  });
});

test("the history has the old price before the new one", () => {
  expect(cellsOf(tableWith(nova, "Before", "After"), "15 Jul 2026")).toMatchObject({
    Price: "OpenRouter",
    On: "input",
    Before: "3.60",
    After: "3.30",
    Change: "−8.3 %",
  });
});

test("a maker's page has what its models cost at first and now", async () => {
  const { remove } = useSmallCatalogue();
  const page = await pageOf("models/[maker]/index", { maker: "acme" });
  remove();
  expect(cellsOf(tableWith(page, "First price", "Now"), "Nova at OpenRouter")).toMatchObject({
    "First price": "3.60 / 18.00",
    "First read": "2 Jun 2026 released 4 Mar 2026",
    Now: "3.30 / 18.00",
    Change: "−8.3 %",
  });
});

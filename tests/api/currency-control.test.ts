import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { jsonOf } from "../contract/public-files.ts";
import { pageOf } from "../small-catalogue/rendered-page.ts";
import { useSmallCatalogue } from "../small-catalogue/small-site.ts";

/** The reader's currency stands on a page where a bank's rate of the day does, and nowhere else. */
let remove: (() => void) | null = null;
afterEach(() => {
  remove?.();
  vi.resetModules();
});

const RATES = {
  ...{ day: "2026-08-21", url: "https://bank.example/daily.xml", readAt: "2026-08-21T15:30:00Z" },
  perEuro: { USD: "1.16", CHF: "0.928", CNY: "8.12", GBP: "0.87", JPY: "174" },
};

function useRates(...rates: readonly unknown[]): void {
  const catalogue = useSmallCatalogue();
  remove = catalogue.remove;
  const text = rates.map((row) => `${JSON.stringify(row)}\n`).join("");
  if (text !== "") writeFileSync(join(catalogue.folder, "generated", "exchange-rates.jsonl"), text);
}

const PAGES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["index", {}],
  ["models/[maker]/[slug]", { maker: "acme", slug: "nova" }],
  ["calculator", {}],
  ["compare", {}],
  ["best/[workload]", { workload: "chat" }],
];
const ROUTE = "api/exchange-rates.json";

test("without a rate no page has a control, and the file of rates says that there is none", async () => {
  useRates();
  for (const [route, params] of PAGES) expect(await pageOf(route, params)).not.toContain('id="currency"');
  expect(await jsonOf(ROUTE, "/api/exchange-rates.json")).toEqual({ day: null, perUsd: [] });
});

test("a rate that is over two weeks older than the data is none", async () => {
  useRates({ ...RATES, day: "2026-08-01" });
  expect(await pageOf("calculator")).not.toContain('id="currency"');
});

test("with a rate each page that names amounts has the control, and the file its currencies and the day", async () => {
  useRates({ ...RATES, day: "2026-08-20" }, RATES);
  for (const [route, params] of PAGES) expect(await pageOf(route, params)).toContain('id="currency"');
  expect(await pageOf("about")).not.toContain('id="currency"');
  expect(await jsonOf(ROUTE, "/api/exchange-rates.json")).toEqual({
    day: "2026-08-21",
    perUsd: [
      ["EUR", "0.862069"],
      ["GBP", "0.750000"],
      ["JPY", "150.000000"],
      ["CNY", "7.000000"],
    ],
  });
});

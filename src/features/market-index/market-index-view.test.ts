import { expect, test } from "vitest";
import { aHistory } from "../../../tests/builders/a-history.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { marketIndexView } from "./market-index-view.ts";

/** Five makers, each with one model at its own list price; input and output cost the same. */
const priced = (usd: readonly number[]) =>
  usd.map((each, at) => anOffer({ model: `m${at}/one`, platform: `m${at}`, prices: { input: `${each}`, output: `${each}` } }));

const changes = aHistory({
  "2026-01-10": priced([10, 10, 10, 10, 10]),
  "2026-06-01": priced([8, 8, 8, 8, 8]),
  "2026-08-01": priced([4, 4, 4, 4, 4]),
});
const SOURCE = {
  changes,
  isList: (platform: string, model: string) => model.startsWith(`${platform}/`),
  qualityOf: () => 1_463,
  marks: [
    { id: "best", elo: 1_500 },
    { id: "frontier", elo: 1_450 },
  ],
} as const;
const view = marketIndexView(SOURCE, "2026-11-20");

test("a tier says its price of today in dollars, what became of it in 90 days, and where it began", () => {
  expect(view?.tiers.map(({ range, words }) => [range, words])).toEqual([
    ["quality 1,450 and more", "$4.00, the middle of 5 models; 0\u202f% in 90 days; $10.00 on 10 Jan 2026."],
  ]);
  const inSummer = marketIndexView(SOURCE, "2026-08-20");
  expect(inSummer?.tiers[0]?.words).toBe("$4.00, the middle of 5 models; −60\u202f% in 90 days; $10.00 on 10 Jan 2026.");
});

test("each month has the price of its last day, the running one that of the data", () => {
  const cells = view?.months.map(({ month, cells: [cell] }) => [month, cell?.price, cell?.models]) ?? [];
  expect([cells[0], cells[3], cells[5], cells.at(-1)]).toEqual([
    ["20 Nov 2026", "$4.00", "5"],
    ["Aug 2026", "$4.00", "5"],
    ["Jun 2026", "$8.00", "5"],
    ["Jan 2026", "$10.00", "5"],
  ]);
});

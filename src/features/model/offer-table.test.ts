import { expect, test } from "vitest";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { deltaCell } from "../../table/price-cells.ts";
import { arrangedTable, offerLinesOf, offerTable } from "./offer-table.ts";

const sheet = aSheet([{ platform: "known" }, { platform: "never-heard-of", prices: { input: "9" } }]);

test("the maker's endpoint at a discount is shown under list, not as the list price", () => {
  const endpoint = { platform: "openrouter", host: "acme", prices: { input: "1", output: "2" } } as const;
  const deltasOf = (offer: Parameters<typeof aSheet>[0][number]) =>
    offerLinesOf(aSheet([offer]), new Map(), () => null).map((line) => deltaCell(line).text);
  expect(deltasOf(endpoint)).toEqual(["list"]);
  expect(deltasOf({ ...endpoint, discountBps: 5_000 })).toEqual(["−50\u202f%"]);
});

test("a platform that nobody has written down yet stands by its id, without a link to a page it has not", () => {
  const table = offerTable(
    offerLinesOf(sheet, new Map(), (id) => (id === "known" ? `/platforms/${id}/` : null)),
    "Month",
  );
  const sellers = table.groups.flatMap(({ rows }) => rows.map(({ cells: [name] }) => [name?.text, name?.href]));
  expect(sellers).toEqual([
    ["known", "/platforms/known/"],
    ["never-heard-of", undefined],
  ]);
});

test("the row of a fold says what months behind it take for granted, and where not each of them does", () => {
  const cached = aWorkload({ cachedShare: 0.5 });
  const hintOf = (offers: Parameters<typeof aSheet>[0]) => {
    const lines = offerLinesOf(aSheet(offers, {}, cached), new Map(), () => null);
    const fold = arrangedTable(lines, "Month").groups.find(({ isFold }) => isFold)?.rows[0];
    return fold?.cells.find(({ hint }) => hint !== undefined)?.hint;
  };
  const at = (platform: string, prices: object) => ({
    platform: "openrouter",
    host: platform,
    prices: { input: "1", output: "2", ...prices },
  });
  const without = ["a", "b"].map((platform) => at(platform, {}));
  expect(hintOf([...without, at("c", {})])).toBe("no price for cached input: billed as input");
  expect(hintOf([...without, at("c", { cacheRead: "0.1" })])).toBe("some: no price for cached input: billed as input");
  expect(hintOf([...without, { ...at("c", {}), unreadMeters: ["audio"] }])).toBe(
    "no price for cached input: billed as input; some: may cost more: a meter nobody reads",
  );
  expect(hintOf(["a", "b", "c"].map((platform) => at(platform, { cacheRead: "0.1" })))).toBeUndefined();
});

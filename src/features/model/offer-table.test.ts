import { expect, test } from "vitest";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { deltaCell } from "../../table/offer-cells.ts";
import { offerLinesOf, offerTable } from "./offer-table.ts";

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

import { expect, test } from "vitest";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { offerLinesOf, offerTable } from "./offer-table.ts";

const sheet = aSheet([{ platform: "known" }, { platform: "never-heard-of", prices: { input: "9" } }]);

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

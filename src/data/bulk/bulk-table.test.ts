import { parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { csvOf, parquetOf } from "./bulk-table.ts";

test("a bill holds no float noise, and the same in both forms, at half a millionth too", async () => {
  const bills = [180 * 1.055, 180 + 180 * 0.055, 39.6825 * 1.055, 39.6825 + 39.6825 * 0.055];
  const table = { columns: [{ name: "usd", type: "usd", cells: bills }] } as const;
  const file = parquetOf(table).buffer;
  expect(await parquetReadObjects({ file })).toEqual([189.9, 189.9, 41.865038, 41.865038].map((usd) => ({ usd })));
  expect(csvOf(table).trim().split("\n").slice(1)).toEqual(["189.900000", "189.900000", "41.865038", "41.865038"]);
});

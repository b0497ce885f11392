import { expect, test } from "vitest";
import { deltaTable } from "../../src/features/deltas/delta-columns.ts";
import { deltasPage } from "../../src/features/deltas/page.ts";
import { platformsPage } from "../../src/features/platform/page.ts";
import { platformTable } from "../../src/features/platform/platform-columns.ts";
import { everyTable } from "./every-table.ts";

/** The colour of a difference: `−12 %` is under, `+12 %` over, in whatever table it stands. Muted and plain cells are on no side. */
const tables = [
  ...everyTable,
  { name: "platforms", view: platformTable(platformsPage()) },
  { name: "deltas", view: deltaTable(deltasPage()) },
];
const differences = tables.flatMap(({ name, view }) =>
  view.groups.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ text, side }, at) =>
        view.columns[at]?.kind === "delta" && /^[−+]/.test(text) && (side === "under" || side === "over")
          ? [{ what: `${name}: ${view.columns[at]?.label} ${text}`, side, expected: text.startsWith("−") ? "under" : "over" }]
          : [],
      ),
    ),
  ),
);

test("a difference is on the side of its sign", () => {
  expect(differences.filter(({ side, expected }) => side !== expected).map(({ what }) => what)).toEqual([]);
  expect(new Set(differences.map(({ expected }) => expected))).toEqual(new Set(["under", "over"]));
  for (const name of ["platforms", "deltas"])
    expect(
      differences.some(({ what }) => what.startsWith(name)),
      name,
    ).toBe(true);
});

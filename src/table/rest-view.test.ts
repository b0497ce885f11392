import { expect, test } from "vitest";
import { foldedView } from "./rest-view.ts";
import { tableView } from "./table-view.ts";

interface Line {
  readonly name: string;
  readonly isRest: boolean;
}

const view = (groups: Readonly<Record<string, readonly Line[]>>) =>
  tableView<Line>(
    { label: "Prices", caption: "In dollars." },
    [
      {
        id: "name",
        label: "Name",
        kind: "text",
        filters: { rest: (line) => (line.isRest ? "yes" : "no") },
        cell: ({ name }) => ({ text: name }),
      },
    ],
    Object.entries(groups).map(([title, rows]) => ({ title, rows })),
  );
const first = (name: string): Line => ({ name, isRest: false });
const later = (name: string): Line => ({ name, isRest: true });
const namesOf = (table: ReturnType<typeof view> | null) =>
  table?.groups.map(({ title, rows }) => [title, ...rows.map(({ cells }) => cells[0]?.text)]) ?? null;

test("a group that goes on after the first rows stands in both parts, and the parts lose no row", () => {
  const parts = foldedView(view({ A: [first("a"), first("b")], B: [first("c"), later("d")], C: [later("e")] }));
  expect(namesOf(parts.first)).toEqual([
    ["A", "a", "b"],
    ["B", "c"],
  ]);
  expect(namesOf(parts.rest)).toEqual([
    ["B", "d"],
    ["C", "e"],
  ]);
  expect(parts.rest?.label).toBe("The rest of: Prices");
});

test("a table that is short enough has no rest", () => {
  expect(foldedView(view({ A: [first("a")] })).rest).toBeNull();
});

import { expect, test } from "vitest";
import { foldedView, withRoomFor } from "./rest-view.ts";
import { type TableView, tableView } from "./table-view.ts";

interface Line {
  readonly name: string;
  readonly month: string;
}

const view = (groups: Readonly<Record<string, readonly Line[]>>) =>
  tableView<Line>(
    { label: "Prices", caption: "In dollars." },
    [
      { id: "name", label: "Name", kind: "text", cell: ({ name }) => ({ text: name }) },
      { id: "month", label: "Month", kind: "money", cell: ({ month }) => ({ text: month }) },
    ],
    Object.entries(groups).map(([title, rows]) => ({ title, rows })),
  );
const line = (name: string, month = "$1"): Line => ({ name, month });
const namesOf = (table: TableView | null) =>
  table?.groups.map(({ title, rows }) => [title, ...rows.map(({ cells }) => cells[0]?.text)]) ?? null;

test("a group that goes on after the first rows stands in both parts, and the parts lose no row", () => {
  const parts = foldedView(view({ A: [line("a"), line("b")], B: [line("c"), line("d")], C: [line("e")] }), 3);
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
  const whole = view({ A: [line("a"), line("b")] });
  expect(foldedView(whole, 2)).toEqual({ first: whole, rest: null });
});

test.each([
  ["a longer figure in the rest", ["$1", "$12,000"], "$12,000"],
  ["no longer figure in the rest", ["$12,000", "$1"], undefined],
])("with %s the column says which is the widest", (_, [first = "", rest = ""], expected) => {
  const whole = view({ A: [line("a long name", first), line("a much longer name", rest)] });
  const { columns } = withRoomFor(foldedView(whole, 1).first, whole);
  expect(columns.map(({ widest }) => widest)).toEqual([undefined, expected]);
});

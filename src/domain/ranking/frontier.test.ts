import fc from "fast-check";
import { expect, test } from "vitest";
import { aValueRow, valueRows } from "../../../tests/builders/a-value-row.ts";
import { frontier } from "./frontier.ts";
import { costTicks, isPaid, type ValueRow } from "./value-row.ts";

const ids = (rows: readonly ValueRow[]) => rows.map(({ modelId }) => modelId);

test("a row is on the frontier when nothing is both as good and as cheap", () => {
  const rows = [aValueRow("m/c", 30, 1350), aValueRow("m/a", 10, 1300), aValueRow("m/b", 20, 1400)];
  expect(ids(frontier(rows))).toEqual(["m/a", "m/b"]);
});

test("rows equal in cost and quality stand on it together, in the order of their ids", () => {
  expect(ids(frontier([aValueRow("m/b", 10, 1300), aValueRow("m/a", 10, 1300)]))).toEqual(["m/a", "m/b"]);
});

test("two offers of one model at one price end in the offer id", () => {
  const [a, b] = [aValueRow("m/a", 10, 1300), { ...aValueRow("m/a", 10, 1300), offerId: "m/a@zeta" }];
  expect(frontier([b, a]).map(({ offerId }) => offerId)).toEqual(["m/a@acme", "m/a@zeta"]);
});

test("of two rows at one price only the better one counts", () => {
  expect(ids(frontier([aValueRow("m/a", 10, 1300), aValueRow("m/b", 10, 1310)]))).toEqual(["m/b"]);
});

test("free rows do not compete", () => {
  expect(ids(frontier([aValueRow("m/free", 0, 1500), aValueRow("m/a", 10, 1300)]))).toEqual(["m/a"]);
});

test("exactly the rows that nothing beats are on it, whatever order they come in", () => {
  fc.assert(
    fc.property(valueRows, (rows) => {
      const beats = (a: ValueRow, b: ValueRow) =>
        a.quality.value >= b.quality.value &&
        costTicks(a) <= costTicks(b) &&
        (a.quality.value > b.quality.value || costTicks(a) < costTicks(b));
      const paid = rows.filter(isPaid);
      const unbeaten = paid.filter((row) => !paid.some((other) => beats(other, row)));
      const front = frontier(rows);
      expect(ids(front).toSorted()).toEqual(ids(unbeaten).toSorted());
      expect(front).toEqual(frontier(rows.toReversed()));
    }),
  );
});

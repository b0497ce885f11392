import { expect, test } from "vitest";
import { MicroUsdPerMTok } from "../money/money.ts";
import { type Change, changeOf } from "./change.ts";
import { withoutRepeats } from "./without-repeats.ts";

const micro = (usd: number | null) => (usd === null ? null : MicroUsdPerMTok.parse(usd * 1_000_000));
const line = (day: string, old: number | null, now: number | null, more: Partial<Change> = {}): Change => ({
  ...changeOf({
    ...{ day, offerId: "acme/nova@hostly", meter: "input", condition: null, old: micro(old), new: micro(now), note: null },
    source: "models.dev",
  }),
  ...more,
});
const toldSteps = (...lines: readonly Change[]) =>
  withoutRepeats(lines).map(({ day, old, new: now }) => [day, old === null ? null : old / 1e6, now === null ? null : now / 1e6]);

test("steps added in a gap are told, and the line that told them as one is not", () => {
  expect(toldSteps(line("2026-08-22", null, 1), line("2026-09-04", 1, 2), line("2026-11-20", 1, 2))).toEqual([
    ["2026-08-22", null, 1],
    ["2026-09-04", 1, 2],
  ]);
});

test("a line that goes on from there starts at what stands", () => {
  expect(toldSteps(line("2026-08-22", null, 1), line("2026-09-04", 1, 2), line("2026-11-20", 1, 3)).at(-1)).toEqual([
    "2026-11-20",
    2,
    3,
  ]);
});

test("an id that means another model since is told at whatever price", () => {
  expect(withoutRepeats([line("2026-08-22", null, 1), line("2026-11-20", 1, 1, { note: "repointed" })])).toHaveLength(2);
});

test("other figures are none of its business", () => {
  const output = line("2026-09-04", null, 1, { meter: "output" });
  expect(
    withoutRepeats([line("2026-08-22", null, 1), output, line("2026-09-05", null, 1, { offerId: "acme/nova@other" })]),
  ).toHaveLength(3);
});

test.each([
  ["no line since", [line("2026-08-01", null, 1)], "2026-08-22"],
  ["a line in the gap", [line("2026-08-01", null, 1), line("2026-10-05", 1, 4)], "2026-10-05"],
  ["nothing before", [], "2026-08-22"],
])("a line of a late night lies after the last look: %s", (_, before, notBefore) => {
  const late = { day: "2026-11-20", notBefore: "2026-08-22" };
  expect(withoutRepeats([...before, line("2026-11-20", 1, 2)], late).at(-1)?.notBefore).toBe(notBefore);
});

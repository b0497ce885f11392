import { expect, test } from "vitest";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { bestFree, freeTable, whyNotBest } from "./free-offers.ts";

const free = { platform: "openrouter", prices: { input: "0", output: "0" }, tier: "free" } as const;
const RATED: ReturnType<Parameters<typeof bestFree>[1]> = { value: 1_450, interval: [1_440, 1_460] };

test.each([
  ["own", "fresh", "Nano at openrouter (free)"],
  ["mirror", "fresh", "Nano at openrouter (free)"],
  ["reported", "fresh", null],
  ["own", "aging", null],
  ["own", "expired", null],
] as const)("a free offer known as %s and %s is called the best: %s", (evidence, age, says) => {
  expect(bestFree([aSheet([{ ...free, evidence, age }], { name: "Nano" })], () => RATED)).toBe(says);
});

test("what nobody rated is not the best", () => {
  expect(bestFree([aSheet([{ ...free, evidence: "own", age: "fresh" }])], () => null)).toBeNull();
});

test.each([
  ["own", "fresh", []],
  ["reported", "fresh", ["unconfirmed"]],
  ["own", "expired", ["last confirmed 22 Aug 2026"]],
] as const)("a free offer known as %s and %s has beside its seller: %j", (evidence, age, notes) => {
  const [row] = aSheet([{ ...free, evidence, age }]).rows;
  expect(row && whyNotBest(row.offer)).toEqual(notes);
});

test("what is confirmed lately stands first whatever its quality, with the day of the reading it rests on", () => {
  const read = { id: "list-prices", url: "https://acme.example/pricing", readAt: "2026-07-01T00:00:00Z", hand: "first" } as const;
  const offers = [
    { evidence: "reported", age: "fresh" },
    { evidence: "own", age: "expired" },
    { evidence: "own", age: "fresh", restsOn: read },
  ] as const;
  const sheets = offers.map((offer, at) => aSheet([{ ...free, ...offer }], { id: `acme/m${at}`, name: `Model ${at}` }));
  const table = freeTable(sheets, (id) => ({ ...RATED, value: id === "acme/m2" ? 1_300 : 1_450 }));
  const shown = table.groups.flatMap(({ rows }) =>
    rows.map(({ cells }) => [cells[0]?.text, cells.at(-1)?.text, cells.at(-1)?.href]),
  );
  expect(shown).toEqual([
    ["Model 2", "1 Jul 2026", "https://acme.example/pricing"],
    ["Model 1", "22 Aug 2026", "https://example.com/prices"],
    ["Model 0", "22 Aug 2026", "https://example.com/prices"],
  ]);
});

import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText } from "./csv-text.ts";

test("text that a spreadsheet would run gets an apostrophe, numbers stay numbers, and what holds a comma is quoted", () => {
  const lines = [
    ["id", "price", "note"],
    ["a/b@p;region=eu", -1.5, ""],
    ["=1+1", 0, 'said "so", twice'],
  ];
  expect(csvText(lines)).toBe('id,price,note\na/b@p;region=eu,-1.5,\n\'=1+1,0,"said ""so"", twice"\n');
});

test("every line reads as the library writes it", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."aZ0 .,:;'\"=+-@\t\r\n\u00a0\ufeff\uff1d\u202f\u00e9|–") }),
    fc.double({ noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 }), (lines) => {
      expect(csvText(lines)).toBe(stringify(lines, { escape_formulas: true }));
    }),
  );
});

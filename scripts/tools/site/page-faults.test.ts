import { expect, test } from "vitest";
import { foldedRowsHaveABox } from "./page-faults.ts";

const STYLE = "<style>main:not(:has(#all-prices:checked)) .rest{display:none}</style>";

test.each([
  ['<tr data-rest="yes"></tr>', 1],
  ['<noscript class="rest"></noscript>', 1],
  ['<tr data-rest="yes"></tr><input type="checkbox" id="all-prices">', 0],
  ['<tr data-rest="no"></tr>', 0],
])("a page is refused for rows that nothing unfolds: %s", (rows, count) => {
  expect(foldedRowsHaveABox({ path: "/", html: STYLE + rows })).toHaveLength(count);
  expect(foldedRowsHaveABox({ path: "/", html: rows })).toEqual([]);
});

import { expect, test } from "vitest";
import { lowerMedian, median, roundedMedian } from "./median.ts";

test.each([
  [[], null, null, null],
  [[3], 3, 3, 3],
  [[1, 2], 1.5, 2, 1],
  [[3, 1, 2], 2, 2, 2],
  [[9, 1, 10, 4], 6.5, 7, 4],
])("the median of %j is %s, as a whole number %s, and the lower of the two middles %s", (values, exact, whole, lower) => {
  expect([median(values), roundedMedian(values), lowerMedian(values)]).toEqual([exact, whole, lower]);
});

import { expect, test } from "vitest";
import { type SameWeights, sameWeightsAs } from "./same-weights.ts";

const ROWS: readonly SameWeights[] = [
  {
    model: "acme/nova-high",
    of: "acme/nova",
    what: "with more effort",
    sourceUrl: "https://acme.example/",
    checkedOn: "2026-11-28",
  },
];

test.each([
  ["acme/nova-high", [{ id: "acme/nova", what: "with more effort", isBase: true }]],
  ["acme/nova", [{ id: "acme/nova-high", what: "with more effort", isBase: false }]],
  ["acme/other", []],
])("%s has the twins %j", (id, twins) => {
  expect(sameWeightsAs(id, ROWS)).toEqual(twins);
});

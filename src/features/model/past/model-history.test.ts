import { expect, test } from "vitest";
import { aSheet } from "../../../../tests/builders/a-sheet.ts";
import { historyFigures } from "./model-history.ts";

const endpoint = { platform: "openrouter", host: "acme" } as const;

test.each([
  ["at the maker's own API", { platform: "acme" }, ["List price", "OpenRouter"]],
  ["at the maker's endpoint", endpoint, ["List price", "OpenRouter"]],
  ["at the maker's endpoint at a discount, whose past nobody kept", { ...endpoint, discountBps: 5_000 }, ["OpenRouter"]],
])("a list price %s has its past or not", (_, offer, names) => {
  expect(historyFigures(aSheet([offer])).map(({ name }) => name)).toEqual(names);
});

import { expect, test } from "vitest";
import { aModel } from "../../../../tests/builders/a-model.ts";
import { withStatedFacts } from "./stated-facts.ts";

const READ = { sourceUrl: "https://acme.example/models", checkedOn: "2026-12-01" };
const closed = aModel({ id: "acme/m-1", openWeights: false, releasedOn: "2024-11-19" });

test.each([
  ["that its weights are open", { openWeights: true }, { openWeights: true, releasedOn: "2024-11-19" }],
  ["when it came", { releasedOn: "2024-07-24" }, { openWeights: false, releasedOn: "2024-07-24" }],
])("a maker's word stands in the place of what lists say: %s", (_, fact, expected) => {
  const { models, findings } = withStatedFacts([closed], [{ model: "acme/m-1", ...fact, ...READ }]);
  expect(models).toEqual([{ ...closed, ...expected }]);
  expect(findings).toEqual([]);
});

test("a maker's word for what no list says stands too", () => {
  const unknown = { ...closed, openWeights: null };
  expect(withStatedFacts([unknown], [{ model: "acme/m-1", openWeights: true, ...READ }]).models[0]?.openWeights).toBe(true);
});

test("a word that lists say as well is one to take out, and one of no model waits", () => {
  const stated = [
    { model: "acme/m-1", openWeights: false, ...READ },
    { model: "acme/m-2", openWeights: true, ...READ },
  ];
  const { models, findings } = withStatedFacts([closed], stated);
  expect(models).toEqual([closed]);
  expect(findings.map(({ rule, detail }) => [rule, detail])).toEqual([
    ["statedFactUnused", "lists say of acme/m-1 what https://acme.example/models does: take the line out"],
  ]);
});

import { expect, test } from "vitest";
import { aModel } from "../../../../tests/builders/a-model.ts";
import type { ModelFacts } from "../../sources/source.ts";
import { unusedFacts, withStatedFacts } from "./stated-facts.ts";

const READ = { model: "acme/m-1", sourceUrl: "https://acme.example/models", checkedOn: "2026-12-01" };
const closed = aModel({ id: "acme/m-1", openWeights: false, releasedOn: "2024-11-19" });

test.each([
  ["that its weights are open", { openWeights: true }, { openWeights: true, releasedOn: "2024-11-19" }],
  ["when it came", { releasedOn: "2024-07-24" }, { openWeights: false, releasedOn: "2024-07-24" }],
])("a maker's word stands in the place of what lists say: %s", (_, fact, expected) => {
  expect(withStatedFacts([closed], [{ ...READ, ...fact }])).toEqual([{ ...closed, ...expected }]);
});

test("a maker's word for what no list says stands too, that weights are closed as well; one of no model waits", () => {
  const unknown = { ...closed, openWeights: null };
  expect(withStatedFacts([unknown], [{ ...READ, openWeights: false }])[0]?.openWeights).toBe(false);
  expect(withStatedFacts([closed], [{ ...READ, model: "acme/m-2", openWeights: true }])).toEqual([closed]);
});

const saying = (openWeights: boolean | null, id = "acme/m-1"): ModelFacts => {
  const { status: _status, listedBy: _by, aliases: _aliases, baseModel: _base, ...rest } = { ...closed, id, openWeights };
  return { ...rest, aliasOf: null, isOurId: true, retired: false, source: { id: "models.dev" } };
};

test.each<[who: string, readTonight: readonly ModelFacts[], count: number]>([
  ["a list says so", [saying(true)], 1],
  ["one list says so and another nothing", [saying(true), saying(null)], 1],
  ["one list says so and another does not", [saying(true), saying(false)], 0],
  ["lists say nothing of it", [saying(null)], 0],
  ["a list says so of another model", [saying(true, "acme/m-2")], 0],
  ["no list was read", [], 0],
])("whether a maker's word is still needed, where %s", (_, readTonight, count) => {
  const sources = [{ parsed: null }, { parsed: { models: readTonight } }];
  const findings = unusedFacts([{ ...READ, openWeights: true }], sources);
  expect(findings.map(({ detail }) => detail)).toEqual(
    Array.from({ length: count }, () => "lists say of acme/m-1 what https://acme.example/models does: take the line out"),
  );
});

import { expect, test } from "vitest";
import type { QualityWithout } from "../../domain/quality/quality.ts";
import type { RankedQuality } from "../../domain/ranking/ranking.ts";
import { packModels, type StoredModel, unpackModels } from "./packed-models.ts";

const RATED: StoredModel = {
  id: "a/b",
  name: "B",
  makerName: "A",
  needs: ["all", "coding"],
  quality: { value: 1516.7, interval: [1505.2, 1528.2], status: "provisional", sources: [{ id: "lmarena", effort: "high" }] },
};
const left: Pick<QualityWithout, "value" | "interval" | "status"> = {
  value: 1498.3,
  interval: [1470.1, 1530.9],
  status: "provisional",
};
const judges = [
  { id: "lmarena", effort: "high" },
  { id: "epoch-eci", effort: null },
] as const;

test.each<readonly [string, StoredModel]>([
  ["one judge", RATED],
  ["two judges, each left out in turn", { ...RATED, quality: aQuality("rated") }],
  ["a quality on the scale of a need alone", { ...RATED, quality: null, needQuality: { coding: aQuality("rated") } }],
  ["what was measured", { ...RATED, measuredUsd: 1.1939, outputRatio: 1.11 }],
  ["no name and no quality", { id: "c/d", needs: [], quality: null }],
])("a model of %s is read as it was written, beside others", (_, model) => {
  const models = [RATED, { id: "x/y", needs: [], quality: null }, model, { ...RATED, id: "a/c" }];
  expect(unpackModels(JSON.parse(JSON.stringify(packModels(models))))).toEqual(models);
});

function aQuality(status: "rated"): RankedQuality {
  const without = [
    { source: "lmarena" as const, ...left },
    { source: "epoch-eci" as const, ...left, value: 1520 },
  ];
  return { value: 1501, interval: [1490.5, 1511.5], status, sources: judges, without };
}

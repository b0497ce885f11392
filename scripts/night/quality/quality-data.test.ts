import fc from "fast-check";
import { expect, test } from "vitest";
import { Quality } from "../../../src/domain/quality/quality.ts";
import { QualityFit } from "../../../src/domain/quality/quality-fit.ts";
import { aQualityScore, normals } from "../../../tests/builders/a-quality-score.ts";
import { coverage, heldOutScores, rootMeanSquare } from "./held-out.ts";
import { type QualityInput, qualityData } from "./quality-data.ts";
import { measurementOf, typicalErrors } from "./quality-scale.ts";

const COUNT = 40;
const id = (index: number) => `acme/m${String(index).padStart(2, "0")}`;

/** Forty models whose qualities run from −2 to 2: LMArena has all, Epoch those of even number, LiveBench's two releases a half each. */
const scores = normals(COUNT, 1).flatMap((noise, index) => {
  const q = (index / (COUNT - 1)) * 4 - 2;
  const other = normals(COUNT, 2)[index] ?? 0;
  const unmeasured = { model: id(index), interval: null, intervalLevel: null, standardError: null };
  return [
    aQualityScore({ model: id(index), score: 1400 + 60 * q + 20 * noise }),
    ...(index % 2 === 0 ? [aQualityScore({ ...unmeasured, source: "epoch-eci", score: 140 + 10 * q + 2 * other })] : []),
    ...(index < 22
      ? [aQualityScore({ ...unmeasured, source: "livebench", release: "2026-01-08", score: 60 + 12 * q - 2 * other })]
      : []),
    ...(index > 16
      ? [aQualityScore({ ...unmeasured, source: "livebench", release: "2026-06-25", score: 55 + 10 * q + other })]
      : []),
  ];
});
const models = Array.from({ length: COUNT }, (_, index) => ({ id: id(index), baseModel: null, usageRank: index + 1 }));
const input: QualityInput = { scores, models, field: [id(3), id(30), "acme/unknown"], credits: [] };
const { rows, fit } = qualityData(input);
const row = (model: string) => rows.find((each) => each.model === model);

test("every model has a row, by id, and rows and constants keep their schemas", () => {
  expect(rows.map(({ model }) => model)).toEqual(models.map((model) => model.id));
  expect(rows.map((each) => Quality.parse(each))).toEqual(rows);
  expect(QualityFit.parse(fit)).toEqual(fit);
});

test("better models come out better, on the scale of LMArena", () => {
  const values = [2, 12, 22, 32].map((index) => row(id(index))?.value ?? 0);
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  expect(row(id(20))?.value).toBeGreaterThan(1350);
  expect(row(id(20))?.value).toBeLessThan(1450);
});

test("the value lies in the middle of its interval, and fewer sources make it wider", () => {
  const width = (model: string) => (row(model)?.interval?.[1] ?? 0) - (row(model)?.interval?.[0] ?? 0);
  const [low, high] = row(id(4))?.interval ?? [0, 0];
  expect((low + high) / 2).toBeCloseTo(row(id(4))?.value ?? 0, 0);
  expect(width(id(5))).toBeGreaterThan(width(id(4)));
  const only = qualityData({ ...input, scores: scores.filter(({ model, source }) => model !== id(4) || source === "lmarena") });
  const [l, h] = only.rows.find(({ model }) => model === id(4))?.interval ?? [0, 0];
  expect(h - l).toBeGreaterThan(width(id(4)));
  expect(only.rows.find(({ model }) => model === id(4))?.status).toBe("provisional");
});

test("two releases of one source are one witness, and the newer one is heard", () => {
  expect(row(id(20))).toMatchObject({ status: "rated" });
  expect(row(id(20))?.sources.map(({ id: source, release }) => [source, release])).toEqual([
    ["epoch-eci", null],
    ["livebench", "2026-06-25"],
    ["lmarena", null],
  ]);
});

test("a model without a score is not rated, and that is no zero", () => {
  const unknown = qualityData({ ...input, models: [{ id: "acme/new", baseModel: null, usageRank: null }] }).rows[0];
  expect(unknown).toEqual({
    model: "acme/new",
    value: null,
    interval: null,
    status: "notRated",
    inheritedFrom: null,
    sources: [],
  });
});

test("a fast model inherits its base's quality with a mark; one of an unrated base inherits nothing", () => {
  const fast = qualityData({
    ...input,
    models: [
      { id: "acme/m04-fast", baseModel: id(4), usageRank: null },
      { id: "acme/new-fast", baseModel: "acme/new", usageRank: null },
      { id: id(5), baseModel: id(4), usageRank: null },
    ],
  }).rows;
  const fastRow = (model: string) => fast.find((each) => each.model === model);
  expect(fastRow("acme/m04-fast")).toMatchObject({ value: row(id(4))?.value, inheritedFrom: id(4) });
  expect(fastRow("acme/m04-fast")?.sources.map(({ match }) => match)).toEqual(["inherited", "inherited", "inherited"]);
  expect(fastRow("acme/new-fast")?.status).toBe("notRated");
  expect(fastRow(id(5))).toMatchObject({ value: row(id(5))?.value, inheritedFrom: null });
});

test("an inherited row counts for its model's estimate but not twice in the fit", () => {
  const twin = scores
    .filter(({ model }) => model === id(4))
    .map((score) => ({ ...score, model: "acme/twin", match: "inherited" as const }));
  const twins = [...models, { id: "acme/twin", baseModel: null, usageRank: null }];
  const withTwins = qualityData({ ...input, scores: [...scores, ...twin], models: twins });
  expect(withTwins.fit?.scales).toEqual(fit?.scales);
  expect(withTwins.rows.find(({ model }) => model === "acme/twin")?.value).toBe(row(id(4))?.value);
});

test("a release with too few models waits: the older one is heard", () => {
  const early = scores.filter(({ release, model }) => release !== "2026-06-25" || model > id(31));
  const rated = qualityData({ ...input, scores: early });
  expect(rated.fit?.scales.map(({ source, release }) => [source, release])).not.toContainEqual(["livebench", "2026-06-25"]);
  expect(rated.rows.find(({ model }) => model === id(20))?.sources.map(({ release }) => release)).toEqual([
    null,
    "2026-01-08",
    null,
  ]);
});

test("the field holds the reference models that are rated, with their Elo", () => {
  expect(fit?.field).toEqual([
    { model: id(3), elo: row(id(3))?.value },
    { model: id(30), elo: row(id(30))?.value },
  ]);
});

test("with a handful of LMArena scores there is no scale either", () => {
  const few = scores.filter(({ source, model }) => source !== "lmarena" || model < id(5));
  expect(qualityData({ ...input, scores: few }).fit).toBeNull();
});

test("without LMArena there is no scale to print on, and nothing is rated", () => {
  const none = qualityData({ ...input, scores: scores.filter(({ source }) => source !== "lmarena") });
  expect(none.fit).toBeNull();
  expect(none.rows.every(({ status }) => status === "notRated")).toBe(true);
});

test("the order of scores and models changes nothing", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(scores, { minLength: scores.length }), (shuffled) => {
      expect(qualityData({ ...input, scores: shuffled, models: models.toReversed() })).toEqual({ rows, fit });
    }),
    { numRuns: 5 },
  );
});

test("an error nobody states is the source's typical one, and Epoch's widest are cut to it", () => {
  const eci = [1, 2, 6].map((standardError, index) => aQualityScore({ model: id(index), source: "epoch-eci", standardError }));
  const typical = typicalErrors(eci);
  expect(typical.get("epoch-eci")).toBe(2);
  expect(eci.map((score) => measurementOf(score, typical).error)).toEqual([1, 2, 2]);
  expect(measurementOf(aQualityScore({ source: "epoch-eci", standardError: null }), typical).error).toBe(2);
  expect(measurementOf(aQualityScore({ standardError: 9 }), new Map()).error).toBe(9);
  expect(typicalErrors([...eci, aQualityScore({ source: "epoch-eci", standardError: 3 })]).get("epoch-eci")).toBe(2.5);
});

test("held-out scores are predicted from the other sources, within the intervals stated", () => {
  const held = heldOutScores(scores);
  const lmarena = held.filter(({ scale }) => scale === "lmarena");
  expect(rootMeanSquare(lmarena)).toBeLessThan(35);
  expect(coverage(held)).toBeGreaterThan(0.8);
  expect(held.find(({ model, scale }) => model === id(18) && scale === "lmarena")?.witnesses).toBe(2);
});

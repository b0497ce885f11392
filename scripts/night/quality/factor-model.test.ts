import fc from "fast-check";
import { expect, test } from "vitest";
import { normals } from "../../../tests/builders/a-quality-score.ts";
import { type FactorScale, fitFactor, type Measurement, NOISE_FLOOR_SHARE, posteriorOf } from "./factor-model.ts";

const TRUTH: Record<string, FactorScale> = {
  elo: { a: 1400, b: 60, noise: 20 },
  index: { a: 140, b: 10, noise: 3 },
  points: { a: 60, b: 12, noise: 4 },
};
const ITEMS = 300;
const quality = normals(ITEMS, 0);

/** Scores made from a known truth; every third item lacks one scale, in turn. */
function synthetic(truth: Record<string, FactorScale>, error: number): readonly Measurement[] {
  return Object.entries(truth).flatMap(([scale, { a, b, noise }], stream) => {
    const noises = normals(ITEMS, stream + 1);
    const errors = normals(ITEMS, stream + 4);
    return quality.flatMap((q, item) =>
      item % 9 === stream * 3
        ? []
        : [{ item: `m${item}`, scale, error, score: a + b * q + noise * (noises[item] ?? 0) + error * (errors[item] ?? 0) }],
    );
  });
}

const measurements = synthetic(TRUTH, 1);
const fit = fitFactor(measurements);
const measurementsOf = (item: string) => measurements.filter((each) => each.item === item);

test.each(Object.entries(TRUTH))("the known truth of scale %s is recovered", (scale, { a, b, noise }) => {
  const fitted = fit.get(scale);
  expect(Math.abs((fitted?.a ?? 0) - a)).toBeLessThan(0.15 * b);
  expect(fitted?.b).toBeGreaterThan(0.88 * b);
  expect(fitted?.b).toBeLessThan(1.12 * b);
  expect(fitted?.noise).toBeGreaterThan(0.75 * noise);
  expect(fitted?.noise).toBeLessThan(1.25 * noise);
});

test("the known qualities are recovered, and the stated deviations are true to size", () => {
  const errors = quality.map((q, item) => {
    const { mean, deviation } = posteriorOf(fit, measurementsOf(`m${item}`));
    return { error: q - mean, deviation };
  });
  const inside = errors.filter(({ error, deviation }) => Math.abs(error) <= 1.6449 * deviation).length / ITEMS;
  expect(inside).toBeGreaterThan(0.85);
  expect(inside).toBeLessThan(0.95);
});

test("a missing score widens what is known instead of being filled in", () => {
  const [first, second, third] = measurementsOf("m1");
  if (first === undefined || second === undefined || third === undefined) throw new Error("m1 has three scores");
  const widths = [[first, second, third], [first, second], [first], []].map((scores) => posteriorOf(fit, scores).deviation);
  expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  expect(new Set(widths).size).toBe(4);
  expect(posteriorOf(fit, [])).toEqual({ mean: 0, deviation: 1 });
});

test("a larger error of the source's own counts for less", () => {
  const [score] = measurementsOf("m1");
  if (score === undefined) throw new Error("m1 has scores");
  const vague = posteriorOf(fit, [{ ...score, error: 100 }]);
  const sharp = posteriorOf(fit, [score]);
  expect(vague.deviation).toBeGreaterThan(sharp.deviation);
  expect(Math.abs(vague.mean)).toBeLessThan(Math.abs(sharp.mean));
});

test("a score on a scale nobody fitted says nothing", () => {
  expect(posteriorOf(fit, [{ scale: "unknown", score: 5, error: 1 }])).toEqual({ mean: 0, deviation: 1 });
});

test("no scale is ever without noise", () => {
  const clean = fitFactor(synthetic({ ...TRUTH, index: { a: 140, b: 10, noise: 0 } }, 0.001));
  const index = clean.get("index");
  expect(index?.noise).toBeCloseTo(NOISE_FLOOR_SHARE * (index?.b ?? 0), 6);
});

test("the same scores give the same fit to the last bit, in whatever order they come", () => {
  const some = measurements.slice(0, 400);
  const expected = fitFactor(some);
  fc.assert(
    fc.property(fc.shuffledSubarray([...some], { minLength: some.length }), (shuffled) => {
      expect(fitFactor(shuffled)).toEqual(expected);
    }),
    { numRuns: 5 },
  );
});

test("an earlier fit as start saves steps and changes nothing that is printed", () => {
  const start = fitFactor(measurements.slice(0, 700));
  for (const [scale, { a, b, noise }] of fitFactor(measurements, start)) {
    expect(a).toBeCloseTo(fit.get(scale)?.a ?? 0, 4);
    expect(b).toBeCloseTo(fit.get(scale)?.b ?? 0, 4);
    expect(noise).toBeCloseTo(fit.get(scale)?.noise ?? 0, 4);
  }
});

test("a scale may be in any unit: a stretched one gives the stretched fit", () => {
  const stretched = measurements.map((each) =>
    each.scale === "index" ? { ...each, score: 1000 + 7 * each.score, error: 7 * each.error } : each,
  );
  const index = fitFactor(stretched).get("index");
  expect(index?.a).toBeCloseTo(1000 + 7 * (fit.get("index")?.a ?? 0), 4);
  expect(index?.b).toBeCloseTo(7 * (fit.get("index")?.b ?? 0), 4);
});

test.each([[["elo"]], [["elo", "index"]], [["index", "points"]]])("a night with the scales %j alone settles too", (scales) => {
  const some = fitFactor(measurements.filter(({ scale }) => scales.includes(scale)));
  expect([...some.keys()]).toEqual(scales);
  for (const { b, noise } of some.values()) {
    expect(b).toBeGreaterThan(0);
    expect(noise).toBeGreaterThan(0);
  }
});

test("a source that runs backwards is not believed: it never turns the scale round", () => {
  const backwards = measurements.map((each) => (each.scale === "points" ? { ...each, score: -each.score } : each));
  const { b = 0 } = fitFactor(backwards).get("points") ?? {};
  expect(b).toBeGreaterThan(0);
  expect(fitFactor(backwards).get("elo")?.b).toBeGreaterThan(50);
});

test("scores without spread fit no line", () => {
  const flat = [1, 2, 3].map((item) => ({ item: `m${item}`, scale: "flat", score: 5, error: 1 }));
  expect(() => fitFactor(flat)).toThrow("scale flat: 3 scores without spread fit no line");
});

test("a fit of this size takes less than a second of the processor", () => {
  const start = process.cpuUsage();
  fitFactor(measurements);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(1);
});

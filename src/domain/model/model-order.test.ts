import { expect, test } from "vitest";
import { orderBySuccession } from "./model-order.ts";

const model = (id: string, usageRank: number | null, releasedOn: string | null = "2026-01-01") => ({ id, usageRank, releasedOn });
const order = (models: readonly ReturnType<typeof model>[], platforms: Record<string, number> = {}) =>
  orderBySuccession(models, {
    newSince: "2026-08-23",
    arrivedOn: (id) => (id.startsWith("new/") ? "2026-11-20" : null),
    platforms: (id) => platforms[id] ?? 9,
  }).map(({ id }) => id);

test("a newcomer takes the place of the one it succeeds, which takes its predecessor's", () => {
  const models = [model("a/opus-5", 1), model("b/glm-5", 2), model("a/opus-4.8", 3), model("a/opus-5.5", null)];
  expect(order(models)).toEqual(["a/opus-5.5", "b/glm-5", "a/opus-5", "a/opus-4.8"]);
});

test("a line without a newcomer keeps its places, however old its most used model is", () => {
  const models = [model("a/opus-4", 1), model("a/opus-5", 2)];
  expect(order(models)).toEqual(["a/opus-4", "a/opus-5"]);
});

test("an older model that nobody counts takes no place", () => {
  const models = [model("a/opus-5", 1), model("a/opus-3", null), model("b/x", 2)];
  expect(order(models)).toEqual(["a/opus-5", "b/x", "a/opus-3"]);
});

test("a new model that succeeds none stands after every second one: newest month first, then by platforms", () => {
  const ranked = ["b/v", "b/w", "b/x", "b/y"].map((id, index) => model(id, index + 1));
  const fresh = [
    model("c/argon", null, "2026-10-13"),
    model("c/neon", null, "2026-11-18"),
    model("c/hydrogen", null, "2026-11-12"),
  ];
  expect(order([...ranked, ...fresh], { "c/hydrogen": 12 })).toEqual([
    "b/v",
    "b/w",
    "c/hydrogen",
    "b/x",
    "b/y",
    "c/neon",
    "c/argon",
  ]);
});

test("one sold by hardly anybody, or released before the order was read, stands behind", () => {
  const models = [model("b/v", 1), model("c/small", null, "2026-11-01"), model("c/old", null, "2026-02-01")];
  expect(order(models, { "c/small": 2 })).toEqual(["b/v", "c/small", "c/old"]);
});

test("a model without a release day counts from the day it was first seen", () => {
  expect(order([model("b/v", 1), model("b/w", 2), model("new/x", null, null), model("b/z", null, null)])).toEqual([
    "b/v",
    "b/w",
    "new/x",
    "b/z",
  ]);
});

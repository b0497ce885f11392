import { expect, test } from "vitest";
import { countedAlone, stripKey, stripOf } from "./buy-strip.ts";

const rows = [
  { modelId: "tiny", wins: { from: 0, to: 0.0001 } },
  { modelId: "small", wins: { from: 0.0001, to: 0.1 } },
  { modelId: "large", wins: { from: 0.1, to: null } },
];
const parts = stripOf({ rows }, (id) => id);
const titles = (shown: typeof parts) => shown.map(({ title }) => title.split(":")[0]);

test("a strip leaves out who wins only below what the slider can say, and keeps the numbers of picture and table", () => {
  expect(titles(parts)).toEqual(["2 small", "3 large"]);
});

test("a strip without a part has no key", () => {
  expect(stripKey([])).toBe("");
});

test("where it stands alone it counts from one", () => {
  expect(titles(countedAlone(parts))).toEqual(["1 small", "2 large"]);
  expect(stripKey(countedAlone(parts))).toBe(
    "Best buys by what a worse answer costs you: 1 small, $0.0001–$0.10; 2 large, over $0.10.",
  );
});

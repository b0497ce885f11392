import { expect, test } from "vitest";
import { SubjectQueue } from "./render-threads.ts";

test("every subject is taken once, whole and in order, whoever comes", () => {
  const queue = new SubjectQueue([["a", "a.md"], ["b"], ["c", "c.md"]]);
  expect(queue.take(1)).toEqual(["a", "a.md"]);
  expect(queue.take(5)).toEqual(["b", "c", "c.md"]);
  expect(queue.take(1)).toEqual([]);
});

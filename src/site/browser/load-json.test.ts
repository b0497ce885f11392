import { expect, test } from "vitest";
import { loadOnce } from "./load-json.ts";

test("each id is asked for once, and what does not load is asked for again", async () => {
  const asked: string[] = [];
  const load = loadOnce(async (id) => {
    asked.push(id);
    if (asked.length === 1) throw new Error("offline");
    return id.toUpperCase();
  });
  await expect(load("a")).rejects.toThrow("offline");
  expect(await Promise.all([load("a"), load("b"), load("a")])).toEqual(["A", "B", "A"]);
  expect(asked).toEqual(["a", "a", "b"]);
});

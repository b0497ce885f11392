import { expect, test } from "vitest";
import { memoizedByKey } from "./memoized-by-key.ts";

test("what was asked for lately is not made again, and what was not is forgotten first", () => {
  const made: string[] = [];
  const valueFor = memoizedByKey<string>();
  const ask = (key: string) =>
    valueFor(key, () => {
      made.push(key);
      return `value of ${key}`;
    });
  const twelve = Array.from({ length: 12 }, (_, at) => `k${at}`);
  for (const key of [...twelve, ...twelve]) expect(ask(key)).toBe(`value of ${key}`);
  expect(made).toEqual(twelve);
  ask("k0");
  ask("one more");
  expect(ask("k0")).toBe("value of k0");
  expect(made).toEqual([...twelve, "one more"]);
  ask("k1");
  expect(made).toEqual([...twelve, "one more", "k1"]);
});

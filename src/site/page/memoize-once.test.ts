import { expect, test } from "vitest";
import { memoizeOnce } from "./memoize-once.ts";

test("it is made when it is first asked for, and once", () => {
  let made = 0;
  const list = memoizeOnce(() => {
    made += 1;
    return [made];
  });
  expect(made).toBe(0);
  expect(list()).toBe(list());
  expect(made).toBe(1);
});

test("what fails is tried again", () => {
  let tries = 0;
  const sum = memoizeOnce(() => {
    tries += 1;
    if (tries === 1) throw new Error("not yet");
    return tries;
  });
  expect(sum).toThrow("not yet");
  expect(sum()).toBe(2);
});

import { afterEach, expect, test, vi } from "vitest";
import { whileIdle } from "./while-idle.ts";

afterEach(() => vi.unstubAllGlobals());

/** Idle times of so many steps each, the clock a step on at each look. */
function idleTimes(): { readonly idle: (steps: number) => void } {
  let waiting: ((deadline: Pick<IdleDeadline, "timeRemaining">) => void) | null = null;
  vi.stubGlobal("requestIdleCallback", (call: typeof waiting) => {
    waiting = call;
  });
  return {
    idle: (steps) => {
      const call = waiting;
      waiting = null;
      let left = steps + 2;
      call?.({ timeRemaining: () => (left -= 1) });
    },
  };
}

test("steps are taken in order, as many as an idle time has room for, until there are none", () => {
  const { idle } = idleTimes();
  const done: string[] = [];
  const steps = ["a", "b", "c", "d"];
  whileIdle(steps.values().map((step) => done.push(step)));
  expect(done).toEqual([]);
  for (const expected of ["ab", "abcd", "abcd", "abcd"]) {
    idle(2);
    expect(done.join("")).toBe(expected);
  }
});

test("where a browser does not tell when it is idle nothing is done", () => {
  const done: number[] = [];
  whileIdle([1].values().map((step) => done.push(step)));
  expect(done).toEqual([]);
});

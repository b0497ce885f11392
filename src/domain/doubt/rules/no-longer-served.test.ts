import { expect, test } from "vitest";
import { MARKED_DEPRECATED, noLongerServed } from "./no-longer-served.ts";

test("a row that models.dev marks deprecated is in doubt, another note speaks against nothing", () => {
  expect(noLongerServed({ note: MARKED_DEPRECATED })).toEqual({ rule: "noLongerServed", source: "models.dev" });
  expect(noLongerServed({ note: "By invitation." })).toBeNull();
  expect(noLongerServed({ note: null })).toBeNull();
});

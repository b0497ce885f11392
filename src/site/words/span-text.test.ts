import { expect, test } from "vitest";
import { spanText } from "./span-text.ts";

test.each([
  ["2026-08-28", undefined, "28 Aug 2026"],
  ["2026-08-28", "2026-08-24", "between 24 Aug and 28 Aug 2026"],
  ["2026-01-02", "2025-12-24", "between 24 Dec 2025 and 2 Jan 2026"],
])("a change read on %s, not before %s, lies %s", (day, notBefore, text) => {
  expect(spanText(day, notBefore)).toBe(text);
});

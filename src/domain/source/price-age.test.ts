import { expect, test } from "vitest";
import { ageClass } from "./price-age.ts";
import type { SourceId } from "./sources.ts";

const AS_OF = "2026-11-20";
const readBy = (id: SourceId, day: string) => ({
  id,
  url: "https://x.example/",
  readAt: `${day}T00:00:00Z`,
  hand: "second" as const,
});

test.each([
  ["openrouter-models", "2026-11-17", "fresh", "3 days, 3 allowed"],
  ["openrouter-models", "2026-11-16", "aging", "4 days"],
  ["models.dev", "2026-11-06", "fresh", "14 days, 14 allowed"],
  ["models.dev", "2026-09-30", "aging", "51 days"],
  ["models.dev", "2026-09-21", "aging", "60 days"],
  ["models.dev", "2026-09-20", "expired", "61 days"],
  ["list-prices", "2026-10-06", "fresh", "45 days, 45 allowed"],
  ["list-prices", "2026-10-05", "aging", "46 days"],
  ["list-prices", "2026-11-24", "fresh", "read after the day"],
] as const)("a price of %s read on %s is %s: %s", (source, day, expected, _) => {
  const plain = { readings: [readBy(source, day)], isConfirmed: false, isContradicted: false };
  expect(ageClass(plain, AS_OF)).toBe(expected);
  expect(ageClass({ ...plain, isConfirmed: true }, AS_OF)).toBe("fresh");
  expect(ageClass({ ...plain, isContradicted: true }, AS_OF)).toBe(expected === "fresh" ? "fresh" : "expired");
});

test("the oldest of its readings counts", () => {
  const readings = [readBy("pi-ai", "2026-11-20"), readBy("litellm", "2026-10-01")];
  expect(ageClass({ readings, isConfirmed: false, isContradicted: false }, AS_OF)).toBe("aging");
});

import { expect, test } from "vitest";
import type { GoneOffer } from "../../domain/offer/gone-offer.ts";
import { goneSales } from "./gone-sales.ts";

const gone = (model: string, host: string | null, tier: GoneOffer["tier"], goneOn = "2026-10-23") => ({
  ...{ id: `${model}@openrouter`, model, platform: "openrouter", host, region: null, tier, quantization: null, variant: null },
  ...{ upstreamId: model, why: "withdrawn" as const, goneOn, sourceUrl: "https://example.org/", hostName: host },
});

test.each([
  ["a host that stopped is named", [gone("a/b", "groq", "standard")], [" via groq"]],
  ["a tier that ended is named", [gone("a/b", null, "free")], [" (free)"]],
  ["a model that is gone stands by its name", [gone("a/b", null, "standard")], [""]],
  ["what ends with the standard tier is told once", [gone("a/b", "x", "batch"), gone("a/b", "x", "standard")], [" via x"]],
  [
    "what ends on another day is told too",
    [gone("a/b", "x", "batch", "2026-09-01"), gone("a/b", "x", "standard")],
    [" via x (batch)", " via x"],
  ],
  ["two regions of one host are one", [gone("a/b", "x", "standard"), gone("a/b", "x", "standard")], [" via x"]],
])("%s", (_, all, sales) => {
  expect(goneSales(all).map(({ sale }) => sale)).toEqual(sales);
});

import { describe, expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { Offer } from "../offer/offer.ts";
import type { SourceId } from "./sources.ts";
import { countStale, staleReading, withStaleness } from "./staleness.ts";

const readBy = (id: SourceId, day: string) => ({
  id,
  url: "https://x.example/",
  readAt: `${day}T12:00:00Z`,
  hand: "second" as const,
});

const isStale = (offer: Offer): boolean => staleReading(offer, "2026-08-22") !== null;

describe("a reading grows stale", () => {
  test.each([
    ["openrouter-models", "2026-08-19", false],
    ["openrouter-models", "2026-08-18", true],
    ["openrouter-endpoints", "2026-08-08", false],
    ["openrouter-endpoints", "2026-08-07", true],
    ["list-prices", "2026-07-08", false],
    ["list-prices", "2026-07-07", true],
    ["models.dev", "2026-08-08", false],
    ["models.dev", "2026-08-07", true],
    ["openai-pricing", "2026-08-07", true],
    ["list-prices", "2026-10-24", false],
  ] as const)("of %s on %s, seen on 22 August: %s", (source, day, expected) => {
    expect(isStale(anOffer({ source: readBy(source, day) }))).toBe(expected);
  });

  test("by the source of its input or output, not of its cache", () => {
    const source = readBy("litellm", "2026-08-21");
    const old = readBy("models.dev", "2026-08-01");
    expect(isStale(anOffer({ source, meterSources: { output: old } }))).toBe(true);
    expect(isStale(anOffer({ source, meterSources: { cacheRead: old } }))).toBe(false);
  });
});

describe("a stale offer", () => {
  const stale = anOffer({ source: readBy("models.dev", "2026-08-01") });
  test("is held at its last reading, and says for how long", () => {
    expect(withStaleness(stale, "2026-08-22")).toEqual({
      ...stale,
      status: "held",
      heldBecause: { rule: "stale", since: "2026-08-01T12:00:00Z", detail: "not read again for 21 days, 14 allowed" },
    });
  });

  test("is counted; a fresh one, a held one and a retired one are as they were", () => {
    const guard = { rule: "priceJump", since: "2026-08-02T00:00:00Z", detail: "x" };
    const held = { ...stale, status: "held" as const, heldBecause: guard };
    const retired = { ...stale, status: "retired" as const };
    const fresh = anOffer({ source: readBy("models.dev", "2026-08-20") });
    const shown = [stale, held, retired, fresh].map((offer) => withStaleness(offer, "2026-08-22"));
    expect(countStale(shown)).toBe(1);
    expect(shown.slice(1)).toEqual([held, retired, fresh]);
  });
});

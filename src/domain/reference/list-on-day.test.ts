import { expect, test } from "vitest";
import { mergeReadings } from "../../../scripts/night/merge/merge.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { ListPrice } from "../offer/list-price.ts";
import type { Offer } from "../offer/offer.ts";
import { listOnDay } from "./list-on-day.ts";

const row = (input: string, validFrom: string | null, validTo: string | null) =>
  ListPrice.parse({
    platform: "acme",
    upstreamId: "nano",
    tier: "standard",
    prices: { input, output: "9" },
    validFrom,
    validTo,
    sourceUrl: "https://acme.example/pricing",
    observedOn: "2026-08-22",
    confidence: "high",
  });

function listOf(): Offer {
  const reading = {
    ...aReading({ key: { platform: "acme" }, upstreamId: "nano", prices: { input: "4", output: "9" } }),
    effectiveFrom: "2026-08-21",
  };
  const [offer] = mergeReadings([{ model: "acme/nano", reading }], { asOf: "2026-08-22", mirrors: [] }).offers;
  if (offer === undefined) throw new Error("no offer");
  return offer;
}

const second = (input: string, day: string) => ({
  offer: "acme/nano@acme",
  source: { ...aReading().source, readAt: `${day}T00:00:00Z` },
  prices: aReading({ prices: { input } }).prices,
  conditions: [],
  changedAt: null,
});

test.each([
  ["2026-08-21", [], [], null],
  ["2026-08-08", [], [], null],
  ["2026-08-08", [row("5", null, "2026-08-21")], [second("9", "2026-08-08")], 5],
  ["2026-08-08", [row("5", null, "2026-08-01"), row("6", "2026-08-01", "2026-08-21")], [], 6],
  ["2026-08-08", [], [second("5", "2026-08-10"), second("7", "2026-08-20")], 5],
  ["2026-08-08", [], [second("4", "2026-08-22")], null],
])("on %s the list was what a curated row says, else the nearest older reading", (day, listPrices, seconds, dollars) => {
  const earlier = listOnDay(listOf(), day, { listPrices, secondsOf: () => seconds });
  expect(earlier === null ? null : Number(earlier.offer.prices.input) / 1e6).toBe(dollars);
});

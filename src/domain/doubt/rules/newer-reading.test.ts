import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../../tests/builders/a-doubtable-market.ts";
import { Prices } from "../../offer/meter.ts";
import { newerReading } from "./newer-reading.ts";

test("a later reading that says otherwise is told with its source, day and price", () => {
  const contradictedBy = {
    offer: "acme/nano@groq",
    source: { id: "pi-ai", url: "https://pi.example/", readAt: "2026-11-20T00:00:00Z", hand: "second" },
    prices: Prices.decode({ input: "3" }),
    conditions: [],
    changedAt: null,
  } as const;
  const { row } = aDoubtableMarket("acme/nano", ["groq transcribed fresh 1/2"], {
    contradictedBy: { ...contradictedBy, conditions: [] },
  });
  expect(newerReading(row)).toEqual({
    rule: "newerReading",
    source: "pi-ai",
    readAt: "2026-11-20T00:00:00Z",
    prices: { input: 3_000_000, output: null },
  });
  expect(newerReading(aDoubtableMarket("acme/nano", ["groq transcribed fresh 1/2"]).row)).toBeNull();
});

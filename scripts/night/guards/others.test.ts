import { describe, expect, test } from "vitest";
import { offerId } from "../../../src/domain/offer/offer-id.ts";
import type { SourceId } from "../../../src/domain/source/sources.ts";
import { aModel } from "../../../tests/builders/a-model.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { StoredReading } from "../merge/reading-row.ts";
import { otherPricesTonight } from "./others.ts";

const row = (id: SourceId, prices: Record<string, string>, platform = "groq", readAt = "2026-08-22T04:00:00Z") =>
  aReading({ prices, key: { platform }, source: { id, readAt } });
const offer = (platform: string, prices: Record<string, string>, host: string | null = null) => {
  const key = { platform, host, region: null, tier: "standard", quantization: null, variant: null } as const;
  return anOffer({ ...key, id: offerId("acme/nano", key), model: "acme/nano", prices });
};

function others(tonight: readonly StoredReading[], before: readonly StoredReading[] = []) {
  const ids = new Set([...tonight, ...before].map(({ source }) => source.id));
  return otherPricesTonight({
    sources: [...ids].map((id) => {
      const readings = tonight.filter(({ source }) => source.id === id);
      return { source: { id }, parsed: readings.length === 0 ? null : { readings, models: [], skipped: [] } };
    }),
    before: {
      readings: new Map([...ids].map((id) => [id, before.filter(({ source }) => source.id === id)])),
      models: [aModel({ id: "acme/nano" })],
      offers: [
        offer("groq", { input: "1", output: "2" }),
        offer("togetherai", { input: "1.1", output: "2.1" }),
        offer("openrouter", { input: "1.2", output: "2.2" }, "deepinfra"),
        offer("openrouter", { input: "1.3", output: "2.3" }, "novita"),
        offer("novita-ai", { input: "1.4", output: "2.4" }),
      ],
    },
    curated: {
      ...{ aliases: [], neverJoin: [] },
      ...{
        premiumHosts: new Set(["cerebras"]),
        platformOfHost: new Map(Object.entries({ "cerebras-fast": "cerebras", novita: "novita-ai" })),
      },
    },
    day: "2026-08-22",
  });
}

test("who else runs a model is asked once, under whatever name, and the offer itself apart", () => {
  const { offer: prices, sellers } = others([]).pricesLastNight(row("models.dev", { input: "9" }));
  expect(prices).toEqual({ input: 1_000_000, output: 2_000_000 });
  expect(sellers.map(({ input }) => input)).toEqual([1_100_000, 1_200_000, 1_300_000]);
});

test("of a model nobody knows nobody is asked", () => {
  expect(others([]).pricesLastNight({ ...row("models.dev", {}), upstreamId: "other/unheard-of" })).toEqual({
    ...{ offer: null, sellers: [], isPremium: false },
  });
});

test.each([
  ["groq", null, false],
  ["cerebras", null, true],
  ["openrouter", "cerebras-fast", true],
  ["openrouter", "deepinfra", false],
])("%s through %s is dear and true: %s", (platform, host, isPremium) => {
  const reading = row("models.dev", { input: "9" }, platform);
  expect(others([]).pricesLastNight({ ...reading, key: { ...reading.key, host } }).isPremium).toBe(isPremium);
});

describe("a witness", () => {
  const figures = { wanted: ["input", "output"], moved: ["input", "output", "cacheRead"] };
  const jumped = row("models.dev", { input: "10", output: "20", cacheRead: "1" });
  test.each<[string, readonly StoredReading[], readonly StoredReading[], SourceId | null]>([
    ["says the same", [row("litellm", { input: "10", output: "20" })], [], "litellm"],
    ["says the same within half a percent", [row("litellm", { input: "10.04", output: "20" })], [], "litellm"],
    ["says something else", [row("litellm", { input: "1", output: "2" })], [], null],
    ["is silent on output", [row("litellm", { input: "10" })], [], null],
    ["says another cache read", [row("litellm", { input: "10", output: "20", cacheRead: "0.1" })], [], null],
    ["speaks of another platform", [row("litellm", { input: "10", output: "20" }, "cerebras")], [], null],
    ["copies the source itself", [row("pi-ai", { input: "10", output: "20" })], [], null],
    ["was not read tonight, and said so last", [], [row("litellm", { input: "10", output: "20" })], "litellm"],
    ["was read over two weeks ago", [], [row("litellm", { input: "10", output: "20" }, "groq", "2026-08-01T04:00:00Z")], null],
  ])("%s", (_, tonight, before, expected) => {
    expect(others(tonight, before).witness(jumped, figures)).toBe(expected);
  });
});

import { expect, test } from "vitest";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { ListPrice, UndatedPrice } from "../../offer/list-price.ts";
import type { SecondReading } from "../../offer/offer.ts";
import { knownOffers } from "./known-offer.ts";

const PAGE = "https://acme.example/pricing";
const row = (upstreamId: string, input: string, via: string | null) =>
  ListPrice.parse({
    platform: "acme",
    upstreamId,
    tier: "standard",
    prices: { input, output: "2" },
    validFrom: null,
    validTo: null,
    sourceUrl: PAGE,
    observedOn: "2026-10-03",
    confidence: "high",
    via,
  });
const listPrices = [row("nano", "1", "a comparison"), row("micro", "3", null), row("nano-2", "4", "release notes")];

const undatedPrices = ["nano-4", "nano-5"].map((upstreamId) =>
  UndatedPrice.parse({
    ...{ platform: "acme", upstreamId, tier: "standard", prices: { input: "9", output: "2" }, sourceUrl: PAGE },
    ...{ via: "a gateway's page", confidence: upstreamId === "nano-4" ? "medium" : "low" },
  }),
);

const transcript = { id: "list-prices", url: PAGE, readAt: "2026-10-03T00:00:00Z", hand: "first" } as const;
const copy = { id: "pi-ai", url: "https://pi.example/", readAt: "2026-11-20T00:00:00Z", hand: "second" } as const;

const knownAs = (change: Parameters<typeof anOffer>[0], seconds: readonly SecondReading[] = []) => {
  const context = { asOf: "2026-11-20", mirrors: [], listPrices, undatedPrices, platforms: [], secondsOf: () => seconds };
  const [offer] = knownOffers([anOffer({ platform: "acme", ...change })], context);
  return offer === undefined ? null : [offer.evidence, offer.age, offer.via];
};

test("an offer says through whom its transcribed price came", () => {
  expect(knownAs({ source: transcript })).toEqual(["transcribed", "aging", "a comparison"]);
  expect(knownAs({ source: transcript, upstreamId: "micro", prices: { input: "3", output: "2" } })).toEqual([
    "transcribed",
    "aging",
    null,
  ]);
});

test("a catalogue's row that a transcript stands behind finds it by page, day and price", () => {
  const prices = { input: "4", output: "2" };
  const offer = anOffer({ platform: "acme", upstreamId: "acme.nano-2-v1", source: copy, prices });
  const second = { offer: offer.id, source: transcript, prices: offer.prices, conditions: [], changedAt: null };
  expect(knownAs({ upstreamId: "acme.nano-2-v1", source: copy, prices }, [second])).toEqual([
    "transcribed",
    "fresh",
    "release notes",
  ]);
});

test.each([
  ["what a page without a day shows too", "nano-4", "9", "corroborated"],
  ["what such a page shows otherwise", "nano-4", "8", "reported"],
  ["what a doubtful copy of a page shows", "nano-5", "9", "reported"],
  ["what no page shows", "nano-6", "9", "reported"],
])("of one catalogue's word, %s (%s at $%s) is %s", (_, upstreamId, input, evidence) => {
  expect(knownAs({ upstreamId, source: copy, prices: { input, output: "2" } })).toEqual([evidence, "fresh", null]);
});

test("a price nobody wrote down came through nobody", () => {
  expect(knownAs({ source: copy })).toEqual(["reported", "fresh", null]);
});

const own = (id: "openrouter-models" | "openrouter-endpoints", day: string) =>
  ({ id, url: "https://openrouter.ai/", readAt: `2026-11-${day}T00:00:00Z`, hand: "first" }) as const;

test.each([
  ["on the day of", "20", "fresh"],
  ["on the day before", "19", "aging"],
])("a host read %s OpenRouter's list of 20 November (day %s) is %s", (_, day, age) => {
  const list = anOffer({ platform: "openrouter", source: own("openrouter-models", "20") });
  const host = anOffer({ platform: "openrouter", host: "novita", source: own("openrouter-endpoints", day) });
  const others = [
    anOffer({ platform: "openrouter", host: "novita", model: "acme/other", source: own("openrouter-endpoints", "19") }),
    anOffer({ platform: "novita", source: own("openrouter-endpoints", "19") }),
  ];
  const context = { asOf: "2026-11-20", mirrors: [], listPrices, undatedPrices, platforms: [], secondsOf: () => [] };
  const pricedOffers = knownOffers([list, host, ...others], context);
  expect(pricedOffers.map((offer) => offer.age)).toEqual(["fresh", age, "fresh", "fresh"]);
});

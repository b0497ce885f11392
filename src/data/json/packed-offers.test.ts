import { expect, test } from "vitest";
import { MicroUsdPerMTok } from "../../domain/money/money.ts";
import { packOffers, unpackOffers } from "./packed-offers.ts";
import { readStored, type StoredOffer } from "./stored-offer.ts";

const micro = (value: number) => MicroUsdPerMTok.parse(value);

const PLAIN: StoredOffer = {
  id: "a/b@openai",
  platform: "openai",
  prices: { input: micro(3_000_000), output: micro(15_000_000), cacheRead: micro(300_000) },
};

test.each<readonly [string, Partial<StoredOffer>]>([
  ["a price that is a whole share of the input's", {}],
  ["one that is none", { prices: { input: micro(3_000_000), output: micro(15_000_001) } }],
  ["a free one beside a price", { prices: { input: micro(3_000_000), output: micro(0) } }],
  ["free ones", { prices: { input: micro(0), output: micro(0), cacheRead: micro(7) } }],
  ["no price of input", { prices: { output: micro(5) } }],
  ["no price at all", { prices: {} }],
  ["unusual facts", { id: "a/b@openai;region=eu;tier=batch;quant=fp8", region: "eu", tier: "batch", quantization: "fp8" }],
  ["a long context and a word of one catalogue", { contextTokens: 1_000_000, evidence: "reported", age: "aging" }],
])("%s is read as it was written", (_, change) => {
  const offer = { ...PLAIN, ...change };
  const other = { ...PLAIN, id: "c/d@azure", platform: "azure" };
  const unpacked = unpackOffers(packOffers([[PLAIN, offer], [], [other, other]]), ["a/b", "x/y", "c/d"]);
  expect(unpacked).toEqual([
    [readStored("a/b", PLAIN), readStored("a/b", offer)],
    [],
    [readStored("c/d", other), readStored("c/d", other)],
  ]);
});

test("no id and no price card stands there twice", () => {
  const packed = packOffers([[PLAIN, { ...PLAIN, id: "a/b@azure", platform: "azure" }]]);
  expect(packed.cards).toEqual([0, 0]);
  expect(packed.prices).toEqual({ input: [3_000_000], output: [5_000], cacheRead: [100] });
  expect(packed.facts).toEqual({ platform: { words: ["openai", "azure"], places: [1, 2] } });
});

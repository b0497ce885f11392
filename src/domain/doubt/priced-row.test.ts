import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../tests/builders/a-doubtable-market.ts";
import { aDoubtableOffer, CURATED_DOUBTS } from "../../../tests/builders/a-doubtable-offer.ts";
import { pricedRows, routersIn, sellerVotes } from "./priced-row.ts";

const rowOf = (line: string) => pricedRows([aDoubtableOffer("acme/nano", line)], CURATED_DOUBTS)[0];

test.each([
  ["groq own fresh 1/2", "groq", true],
  ["groq transcribed fresh 1/2", "groq", true],
  ["kilo mirror fresh 1/2", "kilo", false],
  ["groq corroborated fresh 1/2", "groq", false],
  ["openrouter mirror fresh 1/2", "openrouter", true],
  ["openrouter reported fresh 1/2", "openrouter", false],
  ["openrouter:together own fresh 1/2", "togetherai", true],
  ["openrouter:nobody-knows own fresh 1/2", "nobody-knows", true],
])("%s is the price of %s, first-hand: %s", (line, seller, isFirstHand) => {
  expect(rowOf(line)).toMatchObject({ seller, isFirstHand, monthUsd: 300 });
});

test("an offer that is free, or withdrawn, says no price", () => {
  const retired = { ...aDoubtableOffer("acme/nano", "kilo own fresh 1/2"), status: "retired" as const };
  expect(pricedRows([aDoubtableOffer("acme/nano", "kilo;tier=free own fresh 0/0"), retired], CURATED_DOUBTS)).toEqual([]);
  expect(rowOf("kilo own fresh 0/0")?.monthUsd).toBeNull();
});

test("sellers vote once each, at the same tier, and a router's headline not beside its hosts", () => {
  const { rows, rivals } = aDoubtableMarket("acme/nano", [
    "kilo reported fresh 9/9",
    "kilo;variant=turbo reported fresh 8/8",
    "groq reported fresh 1/1",
    "groq;region=eu reported fresh 3/3",
    "venice;tier=batch reported fresh 1/1",
    "openrouter mirror fresh 1/1",
    "openrouter:together own fresh 4/4",
    "togetherai reported fresh 6/6",
  ]);
  expect(sellerVotes(rivals, routersIn(rows))).toEqual([500, 1250]);
});

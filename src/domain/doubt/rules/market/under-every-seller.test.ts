import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../../../tests/builders/a-doubtable-market.ts";
import { CURATED_DOUBTS } from "../../../../../tests/builders/a-doubtable-offer.ts";
import { underEverySeller } from "./under-every-seller.ts";

const judged = (lines: readonly [string, ...string[]], model = "moonshotai/kimi-k3") => {
  const { row, rivals } = aDoubtableMarket(model, lines);
  return underEverySeller(row, rivals, CURATED_DOUBTS.sellers);
};
const OTHERS = ["nano-gpt mirror aging 2/10", "fireworks-ai mirror fresh 3/15", "moonshotai transcribed fresh 3/15"] as const;
const K3 = "openrouter mirror fresh 0.192/16 cacheRead=0.182";

test("Kimi K3 at OpenRouter on 20 November 2026: its input is a tenth of the next one, its output more than anybody's", () => {
  expect(judged([K3, ...OTHERS])).toMatchObject({
    ...{ rule: "underEverySeller", meter: "input", price: 192_000, otherPrice: 2_000_000 },
    otherOffer: expect.stringContaining("nano-gpt"),
  });
});

test.each([
  [
    "GLM 5.3 there",
    "underEverySeller",
    ["openrouter mirror fresh 0.0699/1.4 cacheRead=0.0689", "mara reported aging 0.7/2.2", ...OTHERS],
  ],
  ["its output instead", "underEverySeller", ["vercel mirror fresh 2/1", ...OTHERS]],
  ["a quarter of the next", null, ["openrouter mirror fresh 0.5/16", ...OTHERS]],
  ["another platform asks it too, as Vercel does for Qwen3.8 27B", null, [K3, ...OTHERS, "vercel mirror fresh 0.192/16"]],
  ["a host asks it there", null, [K3, ...OTHERS, "openrouter:novita own fresh 0.192/16"]],
  ["two other sellers", null, [K3, OTHERS[0], OTHERS[1]]],
  ["three others, one of whom gives its input away", null, [K3, OTHERS[0], OTHERS[1], "groq mirror fresh 0/15"]],
  ["the platform's own word", null, ["openrouter own fresh 0.192/16", ...OTHERS]],
  ["a page that a person read", null, ["togetherai transcribed fresh 0.192/16", ...OTHERS]],
  ["the maker's own list", null, ["moonshotai mirror fresh 0.192/16", OTHERS[0], OTHERS[1], "baseten mirror fresh 3/15"]],
  ["a batch beside standard prices", null, ["openrouter;tier=batch mirror fresh 0.192/16", ...OTHERS]],
] as const)("%s: %s", (_, rule, lines) => {
  expect(judged(lines)?.rule ?? null).toBe(rule);
});

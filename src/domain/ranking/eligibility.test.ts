import { expect, test } from "vitest";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { monthCost } from "../cost/landed-cost.ts";
import type { Doubt } from "../doubt/doubt.ts";
import type { Sellers } from "../offer/seller.ts";
import { contenders, fits, ineligible, withAging } from "./eligibility.ts";

const BROKEN: Doubt = { rule: "cacheAboveInput", cacheRead: 2_000_000, input: 1_000_000 };
const sellers: Sellers = new Map([
  ["hostly", aSeller()],
  ["ownkey", aSeller({ kind: "byok" })],
]);

test.each([
  ["an offer of the standard tier", {}, null],
  ["the batch tier", { tier: "batch" }, "otherTier"],
  ["the flex tier", { tier: "flex" }, "otherTier"],
  ["a free variant", { tier: "free", prices: { input: "0", output: "0" } }, "free"],
  ["a standard offer at zero", { prices: { input: "0", output: "0" } }, "free"],
  ["a held offer", { status: "held" }, "notCurrent"],
  ["a retired offer", { status: "retired" }, "notCurrent"],
  ["a platform that sells no tokens", { platform: "ownkey" }, "ownKey"],
  ["a model sold for consent to training", { model: "acme/spark-contributor" }, "conditional"],
  ["a variant sold while capacity is spare", { variant: "spot" }, "conditional"],
  ["a variant sold for consent to training", { variant: "contributor" }, "conditional"],
  ["an offer without a price", { prices: {} }, "unpriced"],
  ["a context shorter than the prompt", { contextTokens: 999 }, "doesNotFit"],
  ["a context as long as prompt and answer", { contextTokens: 1_010 }, null],
  ["a context as long as the prompt alone", { contextTokens: 1_000 }, "doesNotFit"],
  ["an output limit below the answer", { maxOutputTokens: 9 }, "doesNotFit"],
  ["a meter nobody could read", { unreadMeters: ["x"] }, null],
  ["a copy by program", { evidence: "mirror" }, null],
  ["a person's transcript", { evidence: "transcribed" }, null],
  ["two catalogues that agree", { evidence: "corroborated" }, null],
  ["one catalogue's word", { evidence: "reported" }, "unconfirmed"],
  ["a price past its source's budget", { age: "aging" }, null],
  ["a price nobody confirmed for 60 days", { age: "expired" }, "expired"],
  ["something that speaks against it", { doubts: [BROKEN] }, "doubtful"],
  ["a doubtful word of one catalogue", { evidence: "reported", doubts: [BROKEN] }, "doubtful"],
] as const)("%s: %j → %s", (_, overrides, reason) => {
  const { unreadMeters, ...rest } = { unreadMeters: undefined, ...overrides };
  const offer = anOffer({ ...rest, ...(unreadMeters === undefined ? {} : { unreadMeters: [...unreadMeters] }) });
  const request = aWorkload({ outputTokens: 10 });
  expect(ineligible({ offer, month: monthCost(offer, request, null) }, request, sellers, "confirmed")).toBe(reason);
});

test("one catalogue's word counts where a reader asks for it, a doubtful or an old one never", () => {
  const request = aWorkload({ outputTokens: 10 });
  const reasonOf = (offer: OfferOverrides) => {
    const sold = anOffer({ evidence: "reported", ...offer });
    return ineligible({ offer: sold, month: monthCost(sold, request, null) }, request, sellers, "reported");
  };
  expect(reasonOf({})).toBeNull();
  expect(reasonOf({ doubts: [BROKEN] })).toBe("doubtful");
  expect(reasonOf({ age: "expired" })).toBe("expired");
});

test.each([
  ["a fresh and confirmed price is in the race", { evidence: "own" }, ["aging", "aging"]],
  ["only one catalogue's word is fresh", { evidence: "reported" }, [null, "unconfirmed"]],
  ["the fresh price is doubtful", { evidence: "own", doubts: [BROKEN] }, [null, "unconfirmed"]],
] as const)("where %s, aging prices are %j", (_, fresh, reasons) => {
  const request = aWorkload({ outputTokens: 10 });
  const offers = [fresh, { evidence: "mirror", age: "aging" }, { evidence: "reported", age: "aging" }] as const;
  const rows = offers.map((each, at) => {
    const offer = anOffer({ ...each, platform: `p${at}` });
    return { offer, ineligible: ineligible({ offer, month: monthCost(offer, request, null) }, request, sellers, "confirmed") };
  });
  expect(
    withAging(rows)
      .slice(1)
      .map(({ ineligible: reason }) => reason),
  ).toEqual(reasons);
});

test.each([
  ["prompt and answer just fill it", 8_400, 400, true],
  ["it holds the prompt and not the answer too", 8_192, 4_096, false],
  ["the answer is over the output limit", 16_384, 399, false],
] as const)("a request of 8,000 and 400 tokens, where %s", (_, contextTokens, maxOutputTokens, doesFit) => {
  expect(fits({ contextTokens, maxOutputTokens }, aWorkload({ inputTokens: 8_000, outputTokens: 400 }))).toBe(doesFit);
});

test("a prompt over the prompt limit does not fit, though the context would hold it", () => {
  const gpt5 = { contextTokens: 400_000, maxOutputTokens: 128_000, maxInputTokens: 272_000 };
  const doesFit = (inputTokens: number) => fits(gpt5, aWorkload({ inputTokens, outputTokens: 1_500 }));
  expect([272_000, 272_001, 300_000].map(doesFit)).toEqual([true, false, false]);
});

test("an unknown limit fits", () => {
  expect(fits({ contextTokens: null, maxOutputTokens: null }, aWorkload({ inputTokens: 10_000_000, outputTokens: 10_000 }))).toBe(
    true,
  );
});

test("contenders are what could be cheapest and the batch cards beside it", () => {
  const held = anOffer({ platform: "held", status: "held" });
  const heldBatch = anOffer({ tier: "batch", status: "held" });
  const batch = anOffer({ tier: "batch" });
  const free = anOffer({ platform: "free", prices: { input: "0", output: "0" } });
  expect(contenders([held, heldBatch, batch, free], sellers, "confirmed")).toEqual([batch]);
});

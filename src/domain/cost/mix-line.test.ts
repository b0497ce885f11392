import fc from "fast-check";
import { expect, test } from "vitest";
import { aTokenLine } from "../../../tests/builders/a-mix-line.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { isPromptCondition } from "../offer/condition.ts";
import { monthCost } from "./landed-cost.ts";
import { lineMonth, type MixLine, requestShape, requestsOf } from "./mix-line.ts";

const usdOf = (offer: ReturnType<typeof anOffer>, line: MixLine) => {
  const month = lineMonth(offer, line, null);
  return month.kind === "priced" ? month.usd : month;
};

test("a hundred million tokens at $5 are $500", () => {
  expect(usdOf(anOffer({ prices: { input: "5", output: "25" } }), aTokenLine("acme/nano", 100_000_000))).toBe(500);
});

test.each([
  [272_000, 2.5],
  [272_001, 5],
])("tokens in prompts of %d are billed whole at $%d", (promptTokens, usdPerMTok) => {
  const offer = anOffer({
    prices: { input: "2.5", output: "15" },
    conditions: [{ promptTokensAbove: 272_000, prices: { input: "5", output: "22.5" } }],
  });
  expect(usdOf(offer, aTokenLine("acme/nano", 10_000_000, { promptTokens }))).toBe(usdPerMTok * 10);
});

test.each([
  [272_000, 2.5, []],
  [272_001, 5, ["longPromptAtMakersMultiple"]],
])("what is assumed of long prompts bills in prompts of %d at $%d, and is said: %j", (promptTokens, usdPerMTok, assumptions) => {
  const prices = { input: "2.5", output: "15" };
  const [tier] = anOffer({ conditions: [{ promptTokensAbove: 272_000, prices: { input: "5" } }] }).conditions.filter(
    isPromptCondition,
  );
  const offer = { ...anOffer({ prices }), ...(tier === undefined ? {} : { assumedTiers: [tier] }) };
  const month = lineMonth(offer, aTokenLine("acme/nano", 10_000_000, { promptTokens }), null);
  expect(month).toMatchObject({ usd: usdPerMTok * 10, assumptions });
});

test("a price per call is paid once for every prompt the tokens fill", () => {
  const offer = anOffer({ unitPrices: { request: { amount: "5", per: "1000 requests" } } });
  const line = aTokenLine("acme/nano", 1_000_000);
  expect(requestsOf(line)).toBe(500);
  expect(usdOf(offer, line)).toBeCloseTo(1 + 2.5, 12);
});

test("the shape of one request is the prompt and its share of the answers", () => {
  const line = aTokenLine("acme/nano", 1_000_000, {
    workload: aWorkload({ requests: 1, inputTokens: 1_000_000, outputTokens: 50_000 }),
  });
  expect(requestShape(line)).toEqual({ inputTokens: 2_000, outputTokens: 100 });
});

test("answers alone have no prompt to be counted by", () => {
  const line = aTokenLine("acme/nano", 0, { workload: aWorkload({ requests: 1, inputTokens: 0, outputTokens: 1_000_000 }) });
  expect(requestsOf(line)).toBe(0);
  expect(requestShape(line).outputTokens).toBe(0);
  expect(usdOf(anOffer(), line)).toBe(2);
});

test("counting requests and counting their tokens give the same month", () => {
  const offer = anOffer({
    prices: { input: "2.5", output: "15", cacheRead: "0.25", cacheWrite5m: "3" },
    conditions: [
      { promptTokensAbove: 5_000, prices: { input: "5" } },
      { utc: ["01:00", "04:00"], prices: { output: "7" } },
    ],
  });
  const sizes = fc.record({
    requests: fc.integer({ min: 1, max: 1_000_000 }),
    inputTokens: fc.integer({ min: 1, max: 10_000 }),
    outputTokens: fc.integer({ min: 0, max: 5_000 }),
    cachedShare: fc.constantFrom(0, 0.25, 0.5),
    cacheWriteShare: fc.constantFrom(0, 0.1, 0.5),
    batchShare: fc.constantFrom(0, 0.3, 1),
  });
  const batch = anOffer({ tier: "batch", prices: { input: "1.25", output: "7.5" } });
  fc.assert(
    fc.property(sizes, (size) => {
      const workload = aWorkload(size);
      const asTokens = {
        ...workload,
        requests: 1,
        inputTokens: size.requests * size.inputTokens,
        outputTokens: size.requests * size.outputTokens,
      };
      const counted = monthCost(offer, workload, batch);
      const summed = lineMonth(
        offer,
        { model: "acme/nano", workload: asTokens, promptTokens: size.inputTokens, ownPrices: new Map() },
        batch,
      );
      if (counted.kind !== "priced" || summed.kind !== "priced") throw new Error("no price");
      expect(summed.usd).toBeCloseTo(counted.usd, 6);
      expect(summed.assumptions).toEqual(counted.assumptions);
    }),
  );
});

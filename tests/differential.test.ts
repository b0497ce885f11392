import { calcPrice, type ModelInfo, type Provider, type Usage, waitForUpdate } from "@pydantic/genai-prices";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Assumption, monthCost } from "../src/domain/cost/landed-cost.ts";
import type { Workload } from "../src/domain/cost/workload.ts";
import type { Offer } from "../src/domain/offer/offer.ts";
import { aGenaiOffer, tokenPrices } from "./builders/a-genai-offer.ts";
import { aWorkload } from "./builders/a-workload.ts";

/** The package's own engine against ours, on the package's own prices as they stand on one day: only the arithmetic can differ. */
const DAY = "2026-11-21";
const SEED = 20_261_121;

interface Case {
  readonly provider: Provider;
  readonly model: ModelInfo;
}

const providers = (await waitForUpdate()) ?? [];
const cases = providers.flatMap((provider) => provider.models.map((model): Case => ({ provider, model })));
const isTooFine = (price: number): boolean => Math.abs(Math.round(price * 1e6) - price * 1e6) > 1e-6;
const tooFine = cases.filter(({ model }) => tokenPrices(model).some(isTooFine));
const comparable = cases.filter((each) => tokenPrices(each.model).length > 0 && !tooFine.includes(each));

const thousandth = fc.integer({ min: 0, max: 1_000 }).map((parts) => parts / 1_000);
const usage = fc
  .record({
    requests: fc.integer({ min: 1, max: 1_000_000 }),
    inputTokens: fc.oneof(
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.constantFrom(0, 1, 200_000, 200_001, 271_999, 272_000, 272_001),
    ),
    outputTokens: fc.integer({ min: 0, max: 200_000 }),
    cachedShare: thousandth,
    cacheWriteShare: thousandth,
    cacheWriteTtl: fc.constantFrom("5m" as const, "1h" as const),
  })
  .map((shape) =>
    aWorkload({ ...shape, cacheWriteShare: Math.min(shape.cacheWriteShare, (1_000 - shape.cachedShare * 1_000) / 1_000) }),
  );

test("the prices that a millionth of a dollar cannot hold are these cache writes", () => {
  expect(tooFine.map(({ provider, model }) => `${provider.id}:${model.id}`)).toEqual([
    "openrouter:google/gemini-2.5-flash-image",
    "openrouter:google/gemini-2.5-flash-lite",
    "openrouter:google/gemini-3-flash-preview",
    "openrouter:google/gemini-3.1-flash-lite",
    "openrouter:google/gemini-3.5-flash",
    "openrouter:~google/gemini-flash-latest",
  ]);
});

test("two engines agree on two random usages of every model the package prices by the token", () => {
  const workloads = fc.sample(usage, { seed: SEED, numRuns: comparable.length * 2 });
  const compared = workloads.map((workload, index) => {
    const drawnCase = comparable[index % comparable.length];
    if (drawnCase === undefined) throw new Error("no case to compare");
    return difference(drawnCase, workload);
  });
  expect(compared.filter(({ relative }) => !(relative <= 1e-9))).toEqual([]);
  expect(compared.length).toBeGreaterThanOrEqual(1_000);
  expect(compared.filter(({ usd }) => usd > 0).length).toBeGreaterThanOrEqual(1_000);
});

const tiered = comparable.flatMap((each) => {
  const { conditions } = aGenaiOffer(each.provider.id, each.model, DAY);
  return conditions.flatMap((condition) =>
    "promptTokensAbove" in condition ? [{ ...each, threshold: condition.promptTokensAbove }] : [],
  );
});

test("two engines agree at every threshold of every tier, and one token above it", () => {
  const compared = tiered.flatMap(({ threshold, ...one }) =>
    [threshold, threshold + 1].map((inputTokens) =>
      difference(one, aWorkload({ requests: 1, inputTokens, outputTokens: 1_000 })),
    ),
  );
  expect(compared.filter(({ relative }) => !(relative <= 1e-9))).toEqual([]);
  expect(tiered.length).toBeGreaterThan(20);
});

test("a window weighted by the clock is the mean of the package's prices over the minutes of a day", () => {
  const windowed = comparable.filter(
    ({ model }) => Array.isArray(model.prices) && model.prices.some(({ constraint }) => constraint?.type === "time_of_date"),
  );
  expect(windowed.map(({ model }) => model.id)).toEqual([
    "deepseek-chat",
    "deepseek-reasoner",
    "deepseek-v4-flash",
    "deepseek-v4-pro",
  ]);
  for (const each of windowed) {
    const workload = aWorkload({ requests: 1, inputTokens: 10_000, outputTokens: 2_000, cachedShare: 0.4 });
    const minutes = Array.from({ length: 1_440 }, (_, minute) =>
      theirs(each, workload, new Date(Date.parse(DAY) + minute * 60_000)),
    );
    const mean = minutes.reduce((sum, usd) => sum + usd, 0) / minutes.length;
    expect(ours(each, workload)).toBeCloseTo(mean, 12);
  }
});

interface Difference {
  readonly what: string;
  readonly usd: number;
  readonly relative: number;
}

/** Models with daily windows are compared in their own test: here they would need one instant. */
function difference(comparedCase: Case, drawn: Workload): Difference {
  const offer = aGenaiOffer(comparedCase.provider.id, comparedCase.model, DAY);
  const answered = offer.prices.output === undefined ? { ...drawn, outputTokens: 0 } : drawn;
  const workload = billsWritesByOurRule(offer, answered) ? { ...answered, cacheWriteShare: 0 } : answered;
  if (offer.prices.input === undefined || offer.conditions.some((condition) => "utc" in condition))
    return { what: comparedCase.model.id, usd: 0, relative: 0 };
  const [mine, usd] = [ours(comparedCase, workload), theirs(comparedCase, workload, new Date(`${DAY}T12:00:00Z`))];
  const relative = mine === usd ? 0 : Math.abs(mine - usd) / Math.max(mine, usd);
  return {
    what: `${comparedCase.provider.id}:${comparedCase.model.id} ${JSON.stringify(workload)}: ${mine} and ${usd}`,
    usd,
    relative,
  };
}

/** Where a write price is missing or stands under input we bill by our own rule (`billedCard`, with tests of its own): no arithmetic to compare. */
function billsWritesByOurRule(offer: Offer, workload: Workload): boolean {
  const months = [workload, { ...workload, cacheWriteTtl: "5m" as const }].map((each) => monthCost(offer, each, null));
  return months.some((month) => month.kind === "priced" && month.assumptions.some((each) => OUR_WRITE_RULES.has(each)));
}

const OUR_WRITE_RULES: ReadonlySet<Assumption> = new Set([
  "cacheWriteUnderInput",
  "cacheWriteAtMakersMultiple",
  "cacheWriteAsSurcharge",
]);

function ours({ provider, model }: Case, workload: Workload): number {
  const month = monthCost(aGenaiOffer(provider.id, model, DAY), workload, null);
  if (month.kind !== "priced") throw new Error(`${provider.id}:${model.id} has no price here: ${JSON.stringify(month)}`);
  return month.usd;
}

/** A month by their engine: one request's price, as often as there are requests. */
function theirs({ provider, model }: Case, workload: Workload, timestamp: Date): number {
  const written = workload.inputTokens * workload.cacheWriteShare;
  const used: Usage = {
    input_tokens: workload.inputTokens,
    output_tokens: workload.outputTokens,
    cache_read_tokens: workload.inputTokens * workload.cachedShare,
    cache_write_tokens: written,
    ...(workload.cacheWriteTtl === "1h" ? { cache_write_1h_tokens: written } : {}),
  };
  const alone = { ...provider, models: [{ ...model, match: { equals: model.id } }] };
  const result = calcPrice(used, model.id, { provider: alone, timestamp });
  if (result === null) throw new Error(`${provider.id}:${model.id} has no price there`);
  return result.total_price * workload.requests;
}

import { readFileSync } from "node:fs";
import { calcPrice, type Usage } from "@pydantic/genai-prices";
import fc from "fast-check";
import { monthCost } from "../../../src/domain/cost/landed-cost.ts";
import type { Workload } from "../../../src/domain/cost/workload.ts";
import { cardFor } from "../../../src/domain/offer/card.ts";
import type { Offer } from "../../../src/domain/offer/offer.ts";
import { type PriceDifference, PriceDifferences } from "../../../src/domain/source/price-difference.ts";
import type { Store } from "../../night/pipeline/store.ts";
import type { VerifyResult } from "./verdict.ts";

const SEED = 20_260_822;
const BILLS_PER_OFFER = 4;
const SHOWN = 20;

/** Our platform ids where the package has another name. */
const THEIR_NAME: Readonly<Record<string, string>> = {
  xai: "x-ai",
  "amazon-bedrock": "aws",
  togetherai: "together",
  "fireworks-ai": "fireworks",
  "novita-ai": "novita",
  "cloudflare-workers-ai": "cloudflare",
};
const THEIRS = new Set(
  "anthropic arcee avian aws azure baseten cerebras cloudflare cohere deepseek doubleword fireworks google groq minimax mistral moonshotai novita openai openrouter ovhcloud perplexity together x-ai zai".split(
    " ",
  ),
);

const usage: fc.Arbitrary<Workload> = fc
  .record({
    inputTokens: fc.integer({ min: 1, max: 400_000 }),
    outputTokens: fc.integer({ min: 1, max: 20_000 }),
    cachedShare: fc.integer({ min: 0, max: 1_000 }).map((parts) => parts / 1_000),
    requests: fc.integer({ min: 1, max: 100_000 }),
  })
  .map((drawn) => ({ ...drawn, cacheWriteShare: 0, cacheWriteTtl: "5m", batchShare: 0, peakShare: null }));

/** One month at one offer, by our data and by the package's. */
export interface ComparedBill {
  readonly offer: Pick<Offer, "platform" | "upstreamId">;
  readonly what: string;
  readonly differs: boolean;
}

/**
 * Our bills beside those of `@pydantic/genai-prices` on the day of our data. A report and never a gate: the package's prices were frozen
 * when it was published and ours move every night, so that a difference nobody explained says who moved, not that the code is wrong.
 */
export function verifyOtherPrices({ offers, run }: Store): VerifyResult {
  const day = run?.asOf ?? "";
  const comparable = offers.filter(isComparable);
  const drawn = fc.sample(usage, { seed: SEED, numRuns: Math.max(1, comparable.length * BILLS_PER_OFFER) });
  const bills = drawn.flatMap((workload, index) => {
    const offer = comparable[index % comparable.length];
    return offer === undefined ? [] : compareBill(offer, workload, day);
  });
  const reasons = PriceDifferences.parse(JSON.parse(readFileSync("data/curated/price-differences.json", "utf8")));
  return { title: "Bills beside genai-prices' own prices (a report)", figures: billFigures(bills, reasons), failures: [] };
}

/** What the report says: how many bills differ, those nobody explained, and the explanations nothing needs any more. */
export function billFigures(bills: readonly ComparedBill[], reasons: readonly PriceDifference[]): readonly string[] {
  const differing = bills.filter(({ differs }) => differs);
  const unexplained = differing.filter(({ offer }) => !reasons.some((reason) => explains(reason, offer)));
  const idle = reasons.flatMap((reason) =>
    (reason.upstreamIds ?? [null])
      .filter((id) => !differing.some(({ offer }) => explains(reason, offer) && (id === null || offer.upstreamId === id)))
      .map((id) => `${reason.id}: ${id ?? "every model"}`),
  );
  return [
    `${bills.length} bills, ${differing.length} differ, ${unexplained.length} of them without a reason in data/curated/price-differences.json`,
    ...shown("no reason", [...new Map(unexplained.map(({ offer, what }) => [offer.upstreamId, what])).values()]),
    ...shown("a reason nothing needs", idle),
  ];
}

const shown = (title: string, texts: readonly string[]): readonly string[] => [
  ...texts.slice(0, SHOWN).map((text) => `${title}: ${text}`),
  ...(texts.length > SHOWN ? [`${title}: … and ${texts.length - SHOWN} more`] : []),
];

function isComparable(offer: Offer): boolean {
  const { platform, host, region, tier, variant, status, conditions } = offer;
  const plain =
    host === null && (region === null || region === "global") && variant === null && tier === "standard" && status === "current";
  return plain && THEIRS.has(theirName(platform)) && !conditions.some((condition) => "utc" in condition);
}

const explains = (reason: PriceDifference, { platform, upstreamId }: ComparedBill["offer"]): boolean =>
  reason.platform === platform && (reason.upstreamIds === null || reason.upstreamIds.includes(upstreamId));

/** Nothing where one of the two does not price the model by the token. A meter only one side knows is silence, not a difference. */
function compareBill(offer: Offer, drawn: Workload, day: string): readonly ComparedBill[] {
  const card = cardFor(offer, drawn.inputTokens, []);
  const options = { providerId: theirName(offer.platform), timestamp: new Date(`${day}T12:00:00Z`) };
  const price = calcPrice({ input_tokens: 1 }, offer.upstreamId, options)?.model_price;
  const isPriced = price?.["input_mtok"] !== undefined && price["output_mtok"] !== undefined;
  if (!isPriced || card.input === undefined || card.output === undefined) return [];
  const bothCache = card.cacheRead !== undefined && price["cache_read_mtok"] !== undefined;
  const workload = bothCache ? drawn : { ...drawn, cachedShare: 0 };
  const month = monthCost(offer, workload, null);
  const theirs = calcPrice(usageOf(workload), offer.upstreamId, options);
  if (month.kind !== "priced" || theirs === null) return [];
  const usd = theirs.total_price * workload.requests;
  const what = `${offer.platform} ${offer.upstreamId} (${theirs.model.id}): ${month.usd} and ${usd} for ${JSON.stringify(workload)}`;
  return [{ offer, differs: Math.abs(month.usd - usd) > 1e-9 * Math.max(month.usd, usd), what }];
}

const usageOf = ({ inputTokens, outputTokens, cachedShare }: Workload): Usage => ({
  input_tokens: inputTokens,
  output_tokens: outputTokens,
  cache_read_tokens: inputTokens * cachedShare,
});

const theirName = (platform: string): string => THEIR_NAME[platform] ?? platform;

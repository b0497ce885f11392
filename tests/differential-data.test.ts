import { readFileSync } from "node:fs";
import { calcPrice, type Usage } from "@pydantic/genai-prices";
import fc from "fast-check";
import { expect, test } from "vitest";
import { monthCost } from "../src/domain/cost/landed-cost.ts";
import type { Workload } from "../src/domain/cost/workload.ts";
import { cardFor } from "../src/domain/offer/card.ts";
import { Offer } from "../src/domain/offer/offer.ts";
import { PriceDifferences } from "../src/domain/source/price-difference.ts";
import { Run } from "../src/domain/source/run.ts";
import { aWorkload } from "./builders/a-workload.ts";

/** Our data against the package's own, on the day of our data: every bill that differs must have a reason in the list. */
const SEED = 20_260_822;
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

const day = Run.parse(JSON.parse(readFileSync("data/generated/run.json", "utf8"))).asOf;
const differences = PriceDifferences.parse(JSON.parse(readFileSync("data/curated/price-differences.json", "utf8")));
const offers = readFileSync("data/generated/offers.jsonl", "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => Offer.parse(JSON.parse(line)))
  .filter(isComparable);

const usage = fc
  .record({
    inputTokens: fc.integer({ min: 1, max: 400_000 }),
    outputTokens: fc.integer({ min: 1, max: 20_000 }),
    cachedShare: fc.integer({ min: 0, max: 1_000 }).map((parts) => parts / 1_000),
    requests: fc.integer({ min: 1, max: 100_000 }),
  })
  .map(aWorkload);

interface Compared {
  readonly offer: Offer;
  readonly what: string;
  readonly differs: boolean;
}

const drawn = fc.sample(usage, { seed: SEED, numRuns: offers.length * 4 });
const compared = drawn.flatMap((workload, index) => {
  const offer = offers[index % offers.length];
  return offer === undefined ? [] : compare(offer, workload);
});

test("every bill that differs from the package's own has its reason in data/curated/price-differences.json", () => {
  expect(compared.length).toBeGreaterThanOrEqual(1_000);
  const unexplained = compared.filter(({ differs, offer }) => differs && !differences.some((entry) => explains(entry, offer)));
  expect(unexplained.map(({ what }) => what)).toEqual([]);
});

test("no reason outlives its difference", () => {
  const differing = new Set(compared.filter(({ differs }) => differs).map(({ offer }) => offer));
  const isNeeded = (entry: (typeof differences)[number], id: string | null) =>
    [...differing].some((offer) => explains(entry, offer) && (id === null || offer.upstreamId === id));
  const idle = differences.flatMap((entry) =>
    (entry.upstreamIds ?? [null]).filter((id) => !isNeeded(entry, id)).map((id) => `${entry.id}: ${id ?? "every model"}`),
  );
  expect(idle).toEqual([]);
});

function isComparable(offer: Offer): boolean {
  const { platform, host, region, tier, variant, status, conditions } = offer;
  const plain =
    host === null && (region === null || region === "global") && variant === null && tier === "standard" && status === "current";
  return plain && THEIRS.has(theirName(platform)) && !conditions.some((condition) => "utc" in condition);
}

function explains(entry: (typeof differences)[number], { platform, upstreamId }: Offer): boolean {
  return entry.platform === platform && (entry.upstreamIds === null || entry.upstreamIds.includes(upstreamId));
}

/** Nothing where one of the two does not price the model by the token. A meter only one side knows is silence, not a difference. */
function compare(offer: Offer, drawnWorkload: Workload): readonly Compared[] {
  const card = cardFor(offer, drawnWorkload.inputTokens, []);
  const options = { providerId: theirName(offer.platform), timestamp: new Date(`${day}T12:00:00Z`) };
  const price = calcPrice({ input_tokens: 1 }, offer.upstreamId, options)?.model_price;
  if (
    price?.["input_mtok"] === undefined ||
    price["output_mtok"] === undefined ||
    card.input === undefined ||
    card.output === undefined
  )
    return [];
  const bothCache = card.cacheRead !== undefined && price["cache_read_mtok"] !== undefined;
  const workload = bothCache ? drawnWorkload : { ...drawnWorkload, cachedShare: 0 };
  const { inputTokens, outputTokens, cachedShare, requests } = workload;
  const used: Usage = { input_tokens: inputTokens, output_tokens: outputTokens, cache_read_tokens: inputTokens * cachedShare };
  const month = monthCost(offer, workload, null);
  const theirs = calcPrice(used, offer.upstreamId, options);
  if (month.kind !== "priced" || theirs === null) throw new Error(`${offer.id}: priced a moment ago, not now`);
  const usd = theirs.total_price * requests;
  const differs = Math.abs(month.usd - usd) > 1e-9 * Math.max(month.usd, usd);
  return [
    {
      offer,
      differs,
      what: `${offer.platform} ${offer.upstreamId} (${theirs.model.id}): ${month.usd} and ${usd} for ${JSON.stringify(workload)}`,
    },
  ];
}

function theirName(platform: string): string {
  return THEIR_NAME[platform] ?? platform;
}

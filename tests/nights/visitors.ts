import { listed, sold } from "./faults/slips.ts";
import type { Bodies, Json } from "./full-upstream.ts";

/** What upstream says for one night and takes back: rows nobody knows, and figures on rows that everybody knows. */
export interface Visitor {
  readonly bend: (good: Bodies) => Bodies;
  /** Played by `npm test` too; `npm run fuzz` plays all. */
  readonly isRepresentative: boolean;
}

const RESELLERS = ["vercel", "llmgateway", "nano-gpt", "kilo"];
/** Together about a twelfth of models.dev's rows. */
const IN_CAPITALS = ["alibaba", "alibaba-cn", "azure", "deepinfra", "google-vertex", "novita-ai", "amazon-bedrock"];
const HOSTS = ["togetherai", "baseten", "novita-ai", "siliconflow", "fireworks-ai", "nebius"];
const MAKERS = ["openai", "anthropic", "xai", "mistral", "moonshotai", "zai"];

/** Rows that are there for a night under ids of their own. */
export const COME_AND_GONE: Readonly<Record<string, Visitor>> = {
  "every sixth row of OpenRouter's list once more, as a model of its own": {
    bend: (good) => listed(good, (rows) => [...rows, ...rows.filter((_, index) => index % 6 === 0).map(staged)]),
    isRepresentative: false,
  },
  "every seventh row of OpenRouter's list once more, of the same weights": {
    bend: (good) => listed(good, (rows) => [...rows, ...rows.filter((_, index) => index % 7 === 0).map(stagedAlike)]),
    isRepresentative: true,
  },
  "four platforms' rows of models.dev twice, under two ids": {
    bend: (good) => atPlatforms(good, RESELLERS, (rows) => ({ ...rows, ...renamed(rows, (id) => `${id}-v1`) })),
    isRepresentative: false,
  },
  "a twelfth of models.dev's ids in capitals": {
    bend: (good) => atPlatforms(good, IN_CAPITALS, (rows) => renamed(rows, (id) => id.toUpperCase())),
    isRepresentative: false,
  },
};

/** Figures that known cards did not have. */
export const APPEARED: Readonly<Record<string, Visitor>> = {
  "a cache read at a ten-thousandth of input, at six hosts of models.dev": {
    bend: (good) => withCacheRead(good, HOSTS, 1e-4),
    isRepresentative: true,
  },
  "a long prompt at twenty times a short one, at six makers of models.dev": {
    bend: (good) => atPlatforms(good, MAKERS, (rows) => costs(rows, (cost) => ("tiers" in cost ? cost : withTier(cost)))),
    isRepresentative: false,
  },
  "a cache read at a ten-thousandth of input, on OpenRouter's list": {
    bend: (good) => withPricing(good, "input_cache_read", (pricing) => price(pricing, "prompt") * 1e-4),
    isRepresentative: false,
  },
  "reasoning at fifty times output, on OpenRouter's list": {
    bend: (good) => withPricing(good, "internal_reasoning", (pricing) => price(pricing, "completion") * 50),
    isRepresentative: false,
  },
};

/** The rows of some platforms of models.dev that have none, with a cache read at a share of input. */
export const withCacheRead = (good: Bodies, platforms: readonly string[], share: number): Bodies =>
  atPlatforms(good, platforms, (rows) =>
    costs(rows, (cost) => (price(cost, "cache_read") > 0 ? cost : { ...cost, cache_read: price(cost, "input") * share })),
  );

const atPlatforms = (good: Bodies, platforms: readonly string[], bend: (rows: Json) => Json): Bodies =>
  platforms.reduce((bodies, platform) => sold(bodies, platform, bend), good);

/** A row of OpenRouter's list as a model of its own: `acme/nova:free` → `acme/nova-staging:free`. */
const staged = (row: Json): Json => ({
  ...row,
  id: String(row["id"]).replace(/(:|$)/, "-staging$1"),
  ...{ canonical_slug: null, hugging_face_id: null, name: `${row["name"]} staging` },
});

/** The same with the repository and the permanent name of the row it was made from. */
const stagedAlike = (row: Json): Json => ({
  ...row,
  ...staged(row),
  canonical_slug: row["canonical_slug"],
  hugging_face_id: row["hugging_face_id"],
});

const renamed = (rows: Json, rename: (id: string) => string): Json =>
  Object.fromEntries(Object.entries(rows).map(([id, row]) => [rename(id), { ...Object(row), id: rename(id) }]));

/** Rows of models.dev that have a price, each with its cost bent. */
const costs = (rows: Json, bend: (cost: Json) => Json): Json =>
  Object.fromEntries(
    Object.entries(rows).map(([id, row]) => {
      const { cost } = Object(row);
      return [id, cost === undefined || price(cost, "input") === 0 ? row : { ...Object(row), cost: bend(cost) }];
    }),
  );

const withTier = (cost: Json): Json => {
  const [input, output] = [price(cost, "input") * 20, price(cost, "output") * 20];
  return { ...cost, tiers: [{ tier: { type: "context", size: 200_000 }, input, output }] };
};

/** OpenRouter's list with a meter more on every paid row that lacks it. */
const withPricing = (good: Bodies, meter: string, priceOf: (pricing: Json) => number): Bodies =>
  listed(good, (rows) =>
    rows.map((row) => {
      const pricing: Json = Object(row["pricing"]);
      const isWanted = price(pricing, "prompt") > 0 && price(pricing, meter) === 0;
      return isWanted ? { ...row, pricing: { ...pricing, [meter]: String(priceOf(pricing)) } } : row;
    }),
  );

const price = (card: Json, meter: string): number => Number(card[meter] ?? 0);

import { z } from "zod";
import { EVIDENCE } from "../../domain/source/evidence-class.ts";
import { type CompatRow, type PromptCard, promptCards, witnessOf } from "./compat-row.ts";

const Usd = z.number().nonnegative();

const Tier = z.strictObject({
  id: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  priority: z.int().nonnegative().describe("The lowest is tried first"),
  conditions: z.array(
    z.strictObject({
      usageDetailPattern: z.string(),
      operator: z.literal("gt"),
      value: z.int().positive(),
      caseSensitive: z.boolean(),
    }),
  ),
  prices: z.record(z.string(), Usd).describe("US dollars for one token, by usage type"),
});

/** `/api/compat/langfuse.json`: rows as in Langfuse’s default model prices, and as its `POST /api/public/models` takes them. */
export const LangfuseJson = z.array(
  z.strictObject({
    id: z.string(),
    modelName: z.string(),
    matchPattern: z.string(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    pricingTiers: z.array(Tier).min(1),
    source: z.string(),
    observed_at: z.iso.date(),
    confirmed: z.boolean(),
    evidence: z.enum(EVIDENCE).describe("How the price is known"),
  }),
);
type LangfuseJson = z.input<typeof LangfuseJson>;

/** The makers' own list prices: Langfuse knows a model by its name alone, so there is one price for each. */
export const langfuseJson = (lists: readonly CompatRow[]): LangfuseJson => lists.map(definitionOf);

function definitionOf({ platform, upstreamId, model, base }: CompatRow): LangfuseJson[number] {
  const id = `${platform}_${upstreamId}`;
  const longestFirst = promptCards(base).toReversed();
  const readAt = base.restsOn.readAt;
  return {
    id,
    modelName: upstreamId,
    matchPattern: patternOf(model.maker, upstreamId, model.id.slice(model.id.indexOf("/") + 1)),
    createdAt: readAt,
    updatedAt: readAt,
    pricingTiers: [
      ...longestFirst.filter(({ above }) => above === null).map((card) => tierOf(id, card, 0)),
      ...longestFirst.filter(({ above }) => above !== null).map((card, index) => tierOf(id, card, index + 1)),
    ],
    ...witnessOf(base),
  };
}

/** The maker's own id or OpenRouter's spelling, with or without the maker before it. */
function patternOf(maker: string, upstreamId: string, slug: string): string {
  const names = [...new Set([upstreamId, slug])].map((name) => name.replaceAll(/[.*+?^$()|[\]{}\\]/g, "\\$&"));
  return `(?i)^(${maker}/)?(${names.join("|")})$`;
}

/** Of several tiers the longest is tried first; the default has priority 0 and no condition. */
function tierOf(
  id: string,
  { above, prices, billed }: PromptCard,
  priority: number,
): LangfuseJson[number]["pricingTiers"][number] {
  const rates = [
    ["input", prices.input],
    ["input_cached_tokens", billed.cacheRead],
    ["input_cache_read", billed.cacheRead],
    ["cache_read_input_tokens", billed.cacheRead],
    ["cache_creation_input_tokens", billed.cacheWrite5m],
    ["input_cache_creation", billed.cacheWrite5m],
    ["input_cache_creation_5m", billed.cacheWrite5m],
    ["input_cache_creation_1h", billed.cacheWrite1h],
    ["output", prices.output],
    ["output_reasoning_tokens", prices.reasoning ?? prices.output],
    ["input_audio_tokens", prices.audio],
    ["output_audio_tokens", prices.audioOutput],
  ] as const;
  return {
    id: `${id}_tier_${above ?? "default"}`,
    name: above === null ? "Standard" : `Prompts over ${above} tokens`,
    isDefault: above === null,
    priority,
    conditions:
      above === null ? [] : [{ usageDetailPattern: "(input|prompt|cache)", operator: "gt", value: above, caseSensitive: false }],
    prices: Object.fromEntries(rates.flatMap(([key, micro]) => (micro === undefined ? [] : [[key, micro / 1e12]]))),
  };
}

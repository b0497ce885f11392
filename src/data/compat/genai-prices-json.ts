import { z } from "zod";
import { isPromptCondition, type WindowCondition } from "../../domain/offer/condition.ts";
import type { PlatformAlias } from "../../domain/platform/platform-alias.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { EVIDENCE } from "../../domain/source/evidence-class.ts";
import { type CompatRow, type PromptCard, promptCards, thousandOf, witnessOf } from "./compat-row.ts";
import type { ProviderFacts } from "./models-dev-json.ts";

const Usd = z.number().nonnegative();
const Price = z.union([
  Usd,
  z.strictObject({ base: Usd, tiers: z.array(z.strictObject({ start: z.int().positive(), price: Usd })).min(1) }),
]);
const Card = z.record(z.string(), Price);
const Dated = z.strictObject({
  constraint: z.strictObject({ type: z.literal("time_of_date"), start_time: z.string(), end_time: z.string() }).optional(),
  prices: Card,
});

/** A row of genai-prices’ second format: US dollars per million tokens, tiers for prompts above `start` tokens, windows in UTC. */
const GenaiModel = z.strictObject({
  id: z.string(),
  name: z.string(),
  match: z.strictObject({ or: z.array(z.strictObject({ equals: z.string() })).min(1) }),
  context_window: z.int().positive().optional(),
  price_comments: z.string().optional().describe("What this shape cannot hold"),
  prices: z
    .union([z.array(Dated).min(2), Card])
    .describe("One card, or the card outside windows first and one for each window after it: the last that holds counts"),
  source: z.string().describe("Where the price was read"),
  observed_at: z.iso.date(),
  confirmed: z.boolean(),
  evidence: z.enum(EVIDENCE).describe("How the price is known"),
});

/** `/api/compat/genai-prices.json`: `prices/new_data/v2/data.json` */
export const GenaiJson = z.array(
  z.strictObject({ id: z.string(), name: z.string(), api_pattern: z.string(), models: z.array(GenaiModel).min(1) }),
);
type GenaiJson = z.input<typeof GenaiJson>;

/** What genai-prices calls each platform it knows; ours where it has none. */
export function genaiNames(aliases: readonly PlatformAlias[]): ReadonlyMap<string, string> {
  const plainNames = aliases.filter(({ source, name }) => source === "genai-prices" && !name.includes("/"));
  return new Map(plainNames.map(({ platform, name }) => [platform, name]));
}

/** Every platform with its models in genai-prices' shape. Batch and other service tiers have no place there. */
export function genaiPricesJson(
  rows: readonly CompatRow[],
  names: ReadonlyMap<string, string>,
  factsOf: (platform: string) => ProviderFacts | null,
): GenaiJson {
  return [...Map.groupBy(rows, ({ platform }) => platform)].flatMap(([id, rowsOfPlatform]) => {
    const facts = factsOf(id);
    if (facts === null) return [];
    return [
      {
        id: names.get(id) ?? id,
        name: facts.platform.name,
        api_pattern: patternOf(facts),
        models: rowsOfPlatform.map(modelEntry),
      },
    ];
  });
}

/** What its API's addresses begin with; what only the buyer knows in them stands for anything. No known address: a pattern nothing meets. */
function patternOf({ api }: ProviderFacts): string {
  if (api === undefined) return "^$";
  const host = api.baseUrl.replace(/^https:\/\//, "").replace(/\/.*$/, "");
  return `^https://${host
    .split(/\{[^}]*\}/)
    .map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&"))
    .join("[^/]+")}`;
}

function modelEntry({ upstreamId, model, base }: CompatRow): GenaiJson[number]["models"][number] {
  const context = base.contextTokens ?? model.contextTokens;
  const comment = commentOf(base);
  return {
    id: upstreamId,
    name: model.name,
    match: { or: [{ equals: upstreamId }] },
    ...(context === null ? {} : { context_window: context }),
    ...(comment === null ? {} : { price_comments: comment }),
    prices: pricesOf(base),
    ...witnessOf(base),
  };
}

/** Its engine takes the last card whose window holds, so the card outside windows comes first and is never behind another. */
function pricesOf(offer: AssessedOffer): GenaiJson[number]["models"][number]["prices"] {
  const windows = dailyWindows(offer);
  const base = cardOf(offer);
  if (windows.length === 0) return base;
  const inside = windows.map(({ utc, prices }) => ({
    constraint: { type: "time_of_date" as const, start_time: `${utc[0]}:00Z`, end_time: `${utc[1]}:00Z` },
    prices: cardOf({ ...offer, prices: { ...offer.prices, ...prices } }),
  }));
  return [{ prices: base }, ...inside];
}

/** A window of some days only would hold on all of them. */
const dailyWindows = ({ conditions }: AssessedOffer): readonly WindowCondition[] =>
  windowsOf(conditions).filter(({ days }) => days === null);
const windowsOf = (conditions: AssessedOffer["conditions"]) =>
  conditions.filter((each): each is WindowCondition => !isPromptCondition(each));

function commentOf({ conditions }: AssessedOffer): string | null {
  const weekly = windowsOf(conditions).filter(({ days }) => days !== null);
  if (weekly.length === 0) return null;
  return `Other prices on some days, which this format cannot say: ${weekly.map(({ utc, days }) => `${utc.join("–")} UTC ${days?.join(", ")}`).join("; ")}.`;
}

type CardOffer = Pick<AssessedOffer, "prices" | "conditions" | "model" | "unitPrices">;

/** Each price with its tiers: those of a length at which it moves. What one card states of cached tokens is in all: a tier may be first to. */
function cardOf(offer: CardOffer): z.input<typeof Card> {
  const cards = promptCards(offer);
  const stated = cards.map(statedOf);
  const cached = {
    read: stated.some(({ read }) => read),
    write: stated.some(({ write }) => write),
    write_1h: stated.some(({ write_1h }) => write_1h),
  };
  const [base, ...tiers] = cards.map((card) => ({ above: card.above, rates: ratesOf(card, cached) }));
  const byTokens = Object.fromEntries(
    [...(base?.rates ?? [])].map(([key, micro]) => {
      const moved = tiers.flatMap(({ above, rates }) =>
        above === null ? [] : [{ start: above, price: (rates.get(key) ?? micro) / 1e6 }],
      );
      const moves = moved.some(({ price }) => price !== micro / 1e6);
      return [key, moves ? { base: micro / 1e6, tiers: moved } : micro / 1e6];
    }),
  );
  return { ...byTokens, ...unitRates(offer) };
}

/**
 * What is not counted in tokens of text, by their keys. The engine counts one request a call and bills it; a search that each request makes is in
 * the price of the request, so a card with that price names none of a search.
 */
function unitRates({ unitPrices, prices }: CardOffer): Readonly<Record<string, number>> {
  const { videoOutput } = unitPrices;
  const video = videoOutput?.per === "1M tokens" ? Number(videoOutput.amount) : null;
  const request = thousandOf(unitPrices, "request");
  const named = [
    ["requests_kcount", request],
    ["web_searches_kcount", request === null ? thousandOf(unitPrices, "webSearch") : null],
    ["output_video_mtok", video],
    ["output_video_reasoning_mtok", prices.reasoning === undefined ? null : video],
  ] as const;
  return Object.fromEntries(named.flatMap(([key, usd]) => (usd === null ? [] : [[key, usd]])));
}

type Stated = Readonly<Record<"read" | "write" | "write_1h", boolean>>;

/** What a card says of cached tokens. A write that nobody states and that bills above input is said too: the engine would bill it as input. */
function statedOf({ prices, billed }: PromptCard): Stated {
  const input = prices.input ?? 0;
  const writes1h = prices.cacheWrite1h !== undefined || billed.cacheWrite1h !== input;
  return {
    read: prices.cacheRead !== undefined || prices.audioCacheRead !== undefined,
    write: writes1h || prices.cacheWrite5m !== undefined || billed.cacheWrite5m !== input,
    write_1h: writes1h,
  };
}

/**
 * By their keys. Cached and written tokens of each modality are said too, without which the engine refuses a card: they bill as the modality's
 * input, and no reader of ours takes them for prices.
 */
function ratesOf({ prices, billed }: PromptCard, cached: Stated): ReadonlyMap<string, number> {
  const input = prices.input ?? 0;
  const { image, audio, audioCacheRead = audio } = prices;
  const named: readonly Rate[] = [
    ["input_mtok", input],
    ["output_mtok", prices.output],
    ["cache_read_mtok", cached.read ? billed.cacheRead : undefined],
    ["cache_write_mtok", cached.write ? billed.cacheWrite5m : undefined],
    ["cache_write_1h_mtok", cached.write_1h ? billed.cacheWrite1h : undefined],
    ...outputRates(prices),
    ...modalityRates("image", image, image, cached),
    ...modalityRates("audio", audio, audio === undefined ? undefined : audioCacheRead, cached),
  ];
  return new Map(named.flatMap(([key, micro]) => (micro === undefined ? [] : [[key, micro]])));
}

type Rate = readonly [string, number | undefined];

function outputRates({ reasoning, imageOutput, audioOutput }: PromptCard["prices"]): readonly Rate[] {
  const thought = (price: number | undefined) => (reasoning === undefined ? undefined : price);
  return [
    ["output_reasoning_mtok", reasoning],
    ["output_image_mtok", imageOutput],
    ["output_image_reasoning_mtok", thought(imageOutput)],
    ["output_audio_mtok", audioOutput],
    ["output_audio_reasoning_mtok", thought(audioOutput)],
  ];
}

function modalityRates(
  name: "image" | "audio",
  price: number | undefined,
  read: number | undefined,
  cached: Stated,
): readonly Rate[] {
  return [
    [`input_${name}_mtok`, price],
    [`cache_${name}_read_mtok`, cached.read ? read : undefined],
    [`cache_${name}_write_mtok`, cached.write ? price : undefined],
    [`cache_${name}_write_1h_mtok`, cached.write_1h ? price : undefined],
  ];
}

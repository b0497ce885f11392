import { z } from "zod";
import { type VariantWords, variantWords } from "../../../../src/domain/model/variant-words.ts";
import type { SourceRef } from "../../../../src/domain/source/source-ref.ts";
import { looseDay, looseText, looseTokens, namedRows, WRONG_SHAPE } from "../loose-row.ts";
import { type SellerFinder, type SellerTables, sellerFinder } from "../price-pages/seller-tables.ts";
import type { Body, Parsed, Reading, Skipped, Source } from "../source.ts";
import { type LitellmTierCard, readTierCards, tiersNamed } from "./litellm-cost.ts";
import { readLitellmKey, whyNoModel } from "./litellm-key.ts";
import { type ReadUnits, readUnits } from "./litellm-units.ts";

export const LITELLM_URL = "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json";

/** LiteLLM's price map: the only keyless list with the clouds' regions, and with batch, flex and priority prices. */
export function litellm(tables: SellerTables): Source {
  return {
    id: "litellm",
    url: LITELLM_URL,
    read: async (io) => [await io.getJson(LITELLM_URL)].filter((body) => body !== null),
    parse: (bodies) => parse(bodies, tables),
  };
}

const Row = z.looseObject({
  litellm_provider: z.string(),
  mode: looseText.default(null),
  max_input_tokens: looseTokens.default(null),
  max_output_tokens: looseTokens.default(null),
  deprecation_date: looseDay.default(null),
});
type Row = z.output<typeof Row>;

const CHAT_MODES: ReadonlySet<string | null> = new Set(["chat", "completion", "responses"]);

function parse(bodies: readonly Body[], tables: SellerTables): Parsed {
  const seller = sellerFinder("litellm", tables, "skip");
  const rowsOrSkipped = bodies.flatMap((body) =>
    namedRows(LITELLM_URL, body.content).flatMap(([key, raw]) => readRow(key, raw, seller, body.readAt)),
  );
  return {
    readings: rowsOrSkipped.filter((each) => "upstreamId" in each),
    models: [],
    skipped: rowsOrSkipped.filter((each) => "why" in each),
  };
}

function readRow(key: string, raw: unknown, seller: SellerFinder, readAt: string): readonly (Reading | Skipped)[] {
  const parsed = Row.safeParse(raw);
  if (!parsed.success) return [{ subject: key, why: WRONG_SHAPE }];
  const row = parsed.data;
  // `perplexity/responses` is another platform than `perplexity`: Perplexity's Agent API sells other makers' models.
  const knownSeller = seller(`${row.litellm_provider}/${row.mode}`, row.litellm_provider);
  const { upstreamId, region } = readLitellmKey(key, row.litellm_provider);
  if (!CHAT_MODES.has(row.mode)) return [{ subject: key, why: "not chat, completion or responses" }];
  if ("why" in knownSeller) return [{ subject: key, why: knownSeller.why }];
  const why = whyNotUsed(key, upstreamId, row, readAt);
  if (why !== null) return [{ subject: key, why }];
  const words = variantWords(upstreamId);
  const source: SourceRef = { id: "litellm", url: LITELLM_URL, readAt, hand: "second" };
  const place = { platform: knownSeller.platform, region: region ?? words.region ?? knownSeller.region, upstreamId, source };
  const sold = { ...place, row, words, units: readUnits(row) };
  const cards = readTierCards(row, { free: words.tier === "free" });
  return [...cards.map((card) => readingOf(sold, card)), ...unreadTiers(sold, cards)];
}

/** Tiers whose prices are there and are none: without a word they would be gone. */
function unreadTiers({ row, upstreamId, region }: SoldRow, cards: readonly LitellmTierCard[]): readonly Skipped[] {
  const tiersRead = new Set(cards.map(({ tier }) => tier));
  const unread = [...tiersNamed(row)].filter((tier) => !tiersRead.has(tier));
  return unread.map((tier) => ({ subject: upstreamId, why: "no readable price per token", of: { tier, region } }));
}

function whyNotUsed(key: string, upstreamId: string, row: Row, readAt: string): string | null {
  const why = whyNoModel(key, upstreamId);
  if (why !== null) return why;
  if (row.deprecation_date !== null && row.deprecation_date <= readAt.slice(0, 10)) return "past the retirement date it names";
  const { input_cost_per_token: input, output_cost_per_token: output } = row;
  return typeof input === "number" && input > 0 && output === 0 ? "bills input only: embedding, rerank, routing" : null;
}

/** A row with where it is sold and what its id says. */
interface SoldRow extends Pick<Reading, "upstreamId" | "source">, Pick<Reading["key"], "platform" | "region"> {
  readonly row: Row;
  readonly words: VariantWords;
  readonly units: ReadUnits;
}

function readingOf(sold: SoldRow, card: LitellmTierCard): Reading {
  const { platform, region, upstreamId, source, row, words, units } = sold;
  const isBase = card.tier === "standard";
  return {
    key: { platform, host: null, region, quantization: words.quantization, ...tierAndVariant(words, card) },
    upstreamId,
    model: null,
    name: null,
    huggingFaceId: null,
    canonicalSlug: null,
    contextTokens: row.max_input_tokens,
    maxOutputTokens: row.max_output_tokens,
    prices: card.prices,
    gaps: isBase && card.prices.input === undefined ? units.gaps : {},
    unitPrices: isBase ? units.unitPrices : {},
    conditions: card.conditions,
    discountBps: null,
    unreadMeters: [...new Set([...card.unread, ...(isBase ? units.unread : [])])].toSorted(),
    // Makers publish "not sooner than" as often as a firm day, and the map does not tell them apart.
    retiresOn: null,
    note: row.deprecation_date === null ? null : `LiteLLM: not retired before ${row.deprecation_date}`,
    source,
  };
}

/** The tier of the id (`-fast`) is that of its base card; its batch card is a batch offer of the fast variant. */
function tierAndVariant({ tier, variant }: VariantWords, card: LitellmTierCard): Pick<Reading["key"], "tier" | "variant"> {
  if (card.tier === "standard" || tier === "standard") return { tier: card.tier === "standard" ? tier : card.tier, variant };
  return { tier: card.tier, variant: [tier, variant].filter((word) => word !== null).join("-") };
}

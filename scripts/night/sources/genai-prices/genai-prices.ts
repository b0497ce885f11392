import { z } from "zod";
import { variantWords } from "../../../../src/domain/model/variant-words.ts";
import { compareText } from "../../../../src/domain/money/compare-text.ts";
import type { SourceRef } from "../../../../src/domain/source/source-ref.ts";
import { looseText, WRONG_SHAPE } from "../loose-row.ts";
import { readOpenrouterId } from "../openrouter/openrouter-id.ts";
import { type SellerFinder, type SellerTables, sellerFinder } from "../price-pages/seller-tables.ts";
import type { Body, Io, Parsed, Reading, Skipped, Source } from "../source.ts";
import { GenaiCards, readGenaiCost } from "./genai-prices-cost.ts";

export const GENAI_PRICES_URL = "https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/new_data/v2/data.json";

/** genai-prices: some 36 providers, mostly by hand, for bills after the fact. Its ids stand for families, so it only ever confirms others. */
export function genaiPrices(tables: SellerTables & { readonly asOf: string }): Source {
  return {
    id: "genai-prices",
    url: GENAI_PRICES_URL,
    read: readNewest,
    parse: (bodies) => parse(bodies, tables),
  };
}

/** The same table, published as an npm package some days later. */
export const GENAI_PRICES_PACKAGE = "npm-module:@pydantic/genai-prices/dist/index.js";

/**
 * The repository's file, of which every package is made: read tonight, no package is newer. Where it cannot be read the package is, and of two
 * recordings the newer one counts. A package older than what was read before would take the prices back: it is not read.
 */
async function readNewest(io: Io, lastRead: string | null = null): Promise<readonly Body[]> {
  const live = await io.getJson(GENAI_PRICES_URL).catch(asError);
  const isLive = io.recordedUrls(GENAI_PRICES_URL) === null;
  if (isLive && isBody(live)) return [live];
  const published = await io.getJson(GENAI_PRICES_PACKAGE).catch(asError);
  const bodies = [live, published].filter(isBody).filter((body) => body === live || body.readAt > (lastRead ?? ""));
  if (bodies.length === 0 && live instanceof Error) throw live;
  return bodies.toSorted((a, b) => compareText(b.readAt, a.readAt)).slice(0, 1);
}

const isBody = (answer: Body | Error | null): answer is Body => answer !== null && !(answer instanceof Error);

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

const Provider = z.object({ id: z.string(), models: z.array(z.unknown()) });
const Row = z.object({ id: z.string(), name: looseText.default(null), prices: GenaiCards });

function parse(bodies: readonly Body[], tables: SellerTables & { readonly asOf: string }): Parsed {
  const seller = sellerFinder("genai-prices", tables, "skip");
  const rowsOrSkipped = bodies.flatMap((body) => {
    const source: SourceRef = { id: "genai-prices", url: GENAI_PRICES_URL, readAt: body.readAt, hand: "second" };
    return rowsOf(body).map((row) => readRow(row, seller, source, tables.asOf));
  });
  return {
    readings: rowsOrSkipped.filter((each) => "key" in each),
    models: [],
    skipped: rowsOrSkipped.filter((each) => "why" in each),
  };
}

/** A body that is no list of providers is a bug or a broken answer: it throws. */
function providersOf({ content, url }: Body): readonly z.output<typeof Provider>[] {
  const body = z.array(Provider).safeParse(content);
  if (!body.success) throw new Error(`${url}: the body is no list of providers`, { cause: body.error });
  return body.data;
}

interface ProviderRow {
  readonly provider: string;
  readonly raw: unknown;
}

const rowsOf = (body: Body): readonly ProviderRow[] =>
  providersOf(body).flatMap(({ id, models }) => models.map((raw) => ({ provider: id, raw })));

function readRow({ provider, raw }: ProviderRow, seller: SellerFinder, source: SourceRef, asOf: string): Reading | Skipped {
  const row = Row.safeParse(raw);
  if (!row.success) return { subject: `${provider}/*`, why: WRONG_SHAPE };
  const { id, name, prices: cards } = row.data;
  const subject = `${provider}/${id}`;
  // `google/claude`: one provider for two platforms; Claude is sold by Vertex only.
  const knownSeller = seller(`${provider}/${id.split("-")[0] ?? id}`, provider);
  if ("why" in knownSeller) return { subject, why: knownSeller.why };
  const words = wordsOf(provider, id);
  if ("why" in words) return { subject, why: words.why };
  const { tier, quantization, variant, region } = words;
  const cost = readGenaiCost(cards, asOf, { free: tier === "free" });
  if (cost.prices.output === undefined && tier !== "free")
    return { subject, why: "bills input only: embedding, rerank, routing" };
  return {
    key: { platform: knownSeller.platform, host: null, region, tier, quantization, variant },
    upstreamId: id,
    model: provider === "openrouter" ? words.bareId : null,
    name,
    huggingFaceId: null,
    canonicalSlug: null,
    contextTokens: null,
    maxOutputTokens: null,
    prices: cost.prices,
    gaps: {},
    unitPrices: cost.unitPrices,
    conditions: cost.conditions,
    discountBps: null,
    unreadMeters: cost.unread,
    retiresOn: null,
    note: null,
    source,
  };
}

type Words = ReturnType<typeof variantWords>;

/** What the id says of the offer; OpenRouter's ids in OpenRouter's own way. */
function wordsOf(provider: string, id: string): Words | { readonly why: string } {
  if (id.startsWith("regional.")) return { why: "one row for every region but the global one" };
  if (provider !== "openrouter") return variantWords(id);
  const openrouterId = readOpenrouterId(id);
  if (openrouterId.kind !== "model")
    return { why: openrouterId.kind === "unreadable" ? "OpenRouter id without its maker" : "alias or router, not a model" };
  return { bareId: openrouterId.model, tier: openrouterId.tier, quantization: null, region: null, variant: openrouterId.variant };
}

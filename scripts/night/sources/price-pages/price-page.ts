import type { Tier } from "../../../../src/domain/offer/offer.ts";
import type { SourceId } from "../../../../src/domain/source/sources.ts";
import type { Body, Parsed, Reading, Skipped, Source } from "../source.ts";
import { type MarkdownTable, markdownTables } from "./markdown-tables.ts";

/** A platform's own price page, published as Markdown. */
export interface PricePage {
  readonly id: SourceId;
  readonly url: string;
  /** As models.dev names it. */
  readonly platform: string;
  /** Tiers the page always prices: without one of them its tables were rebuilt. */
  readonly tiers: readonly Tier[];
  /** Every card, and every row and table left out. */
  readonly readCards: (content: PageContent) => readonly (PagePriceCard | Skipped)[];
}

export interface PageContent {
  readonly text: string;
  readonly tables: readonly MarkdownTable[];
  /** The UTC day the page was read. */
  readonly day: string;
}

/** One model at one tier, as the page prices it. */
export interface PagePriceCard extends Pick<Reading, "upstreamId" | "prices" | "gaps" | "conditions"> {
  readonly tier: Tier;
  readonly name?: string | null;
  readonly region?: string | null;
  readonly contextTokens?: number | null;
  readonly maxOutputTokens?: number | null;
  readonly note?: string | null;
}

/** The page as a source. It throws when the tables are not those it knows, and what the page said last is kept. */
export function pricePage(page: PricePage): Source {
  return {
    id: page.id,
    url: page.url,
    read: async (io) => {
      const body = await io.getText(page.url);
      return body === null ? [] : [body];
    },
    parse: (bodies) => mergeParsed(bodies.map((body) => parseBody(page, body))),
  };
}

function parseBody(page: PricePage, body: Body): Parsed {
  if (typeof body.content !== "string") throw new Error(`${page.url}: the page is no text`);
  const content = { text: body.content, tables: markdownTables(body.content), day: body.readAt.slice(0, 10) };
  const rows = page.readCards(content);
  const cards = rows.filter((row) => "prices" in row);
  const missing = page.tiers.filter((tier) => cards.every((card) => card.tier !== tier));
  if (missing.length > 0) throw new Error(`${page.url}: no table of the page prices ${missing.join(", ")} any more`);
  const { cards: unique, skipped } = onePerOffer(cards);
  return {
    readings: unique.map((card) => readingOf(page, card, body)),
    models: [],
    skipped: [...rows.filter((row) => "why" in row), ...skipped],
  };
}

/** A page may print a card twice. The same card counts once; a second price for it is not ours to choose. */
function onePerOffer(cards: readonly PagePriceCard[]): {
  readonly cards: readonly PagePriceCard[];
  readonly skipped: readonly Skipped[];
} {
  const byOffer = new Map<string, PagePriceCard>();
  const skipped: Skipped[] = [];
  for (const card of cards) {
    const offer = [card.upstreamId, card.region ?? "", card.tier].join("|");
    const first = byOffer.get(offer);
    if (first === undefined) byOffer.set(offer, card);
    else if (figures(first) !== figures(card)) skipped.push({ subject: card.upstreamId, why: "second price on the same page" });
  }
  return { cards: [...byOffer.values()], skipped };
}

const figures = ({ prices, conditions }: PagePriceCard): string => JSON.stringify([prices, conditions]);

function readingOf({ id, platform }: PricePage, card: PagePriceCard, { url, readAt }: Body): Reading {
  return {
    key: { platform, host: null, region: card.region ?? null, tier: card.tier, quantization: null, variant: null },
    upstreamId: card.upstreamId,
    model: null,
    name: card.name ?? null,
    huggingFaceId: null,
    canonicalSlug: null,
    contextTokens: card.contextTokens ?? null,
    maxOutputTokens: card.maxOutputTokens ?? null,
    prices: card.prices,
    gaps: card.gaps,
    unitPrices: {},
    conditions: card.conditions,
    discountBps: null,
    unreadMeters: [],
    retiresOn: null,
    note: card.note ?? null,
    source: { id, url, readAt, hand: "first" },
  };
}

/** A table that prices something else than tokens, or in a shape we do not read. */
export const skippedTable = (table: MarkdownTable): Skipped => ({
  subject: tableName(table),
  why: "table is not priced by model and token",
});

/** Its heading and the line above it, else its columns. */
export function tableName({ headings, paragraphs, columns }: MarkdownTable): string {
  const [heading, line] = [headings.at(-1), paragraphs.at(-1)];
  if (heading === undefined && line === undefined) return columns.join(", ");
  return [heading, line].filter((part) => part !== undefined).join(": ");
}

/** A row that names no price per token, for the report of the night. */
export const skippedRow = (subject: string): Skipped => ({ subject, why: "no readable price per token" });

const mergeParsed = (parts: readonly Parsed[]): Parsed => ({
  readings: parts.flatMap(({ readings }) => readings),
  models: [],
  skipped: parts.flatMap(({ skipped }) => skipped),
});

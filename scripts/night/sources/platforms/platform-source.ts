import { variantWords } from "../../../../src/domain/model/variant-words.ts";
import { MAX_USD_PER_MTOK } from "../../../../src/domain/source/guard-limits.ts";
import { platformReader } from "../../../../src/domain/source/platforms/platform-sources.ts";
import { isFields } from "../../../../src/domain/text/is-fields.ts";
import { readingId } from "../../merge/reading-row.ts";
import { WRONG_SHAPE } from "../loose-row.ts";
import type { Body, Io, Parsed, Quote, Reading, Skipped, Source } from "../source.ts";
import { type JsonRow, rowsAt, valueAt } from "./json-path.ts";
import { readJsonBody } from "./json-reader.ts";
import { NO_FACTS, type PlatformCard, type ReadPlatformRow } from "./platform-card.ts";
import type { PlatformSpec } from "./platform-spec.ts";
import { readTablePage } from "./table-reader.ts";
import { WrongShape, wrongShape } from "./wrong-shape.ts";

/** A body that names more pages than this names them for ever. */
const MAX_PAGES = 100;

/** More odd rows than this share are an odd body. */
const MAX_ODD_SHARE = 0.1;

const QUOTES = 3;

/** A platform's own prices as a source, read by its spec. */
export function platformSource(spec: PlatformSpec): Source {
  return {
    id: spec.id,
    url: spec.urls[0],
    read: async (io) => (await Promise.all(spec.urls.map((url) => readPages(spec, url, io)))).flat(),
    parse: (bodies) => parseBodies(spec, bodies),
  };
}

/** Whether its bodies are pages and no JSON. */
export const readsPages = ({ family }: PlatformSpec): boolean => family === "tables" || family === "text body";

/** A body and the pages it names, one after the other. */
async function readPages(spec: PlatformSpec, url: string, io: Io): Promise<readonly Body[]> {
  const bodies: Body[] = [];
  let next: string | null = url;
  while (next !== null) {
    if (bodies.length === MAX_PAGES) throw new Error(`${url}: it names a next page ${MAX_PAGES} times`);
    const body: Body | null = await (readsPages(spec) ? io.getText(next) : io.getJson(next));
    if (body === null) return bodies;
    bodies.push(body);
    next = nextPage(spec, body);
  }
  return bodies;
}

function nextPage({ nextAt }: PlatformSpec, { url, content }: Body): string | null {
  if (nextAt === undefined) return null;
  const { path, value } = valueAt({ path: "", value: content, parent: null, key: null } satisfies JsonRow, nextAt);
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string" || URL.parse(value)?.host !== new URL(url).host)
    throw new Error(`${url}: ${wrongShape(path, value, "a page of the same host").message}`);
  return value;
}

function parseBodies(spec: PlatformSpec, bodies: readonly Body[]): Parsed {
  const rows = asOne(spec, bodies).flatMap((body) => rowsOf(spec, body).map((row) => ({ row, body })));
  const odd = rows.flatMap(({ row }) => ("why" in row && row.why === WRONG_SHAPE ? [row] : []));
  const { cards, skipped } = onePerOffer(
    rows
      .flatMap(({ row, body }) => ("why" in row ? [] : [{ card: row, reading: readingOf(spec, row, body) }]))
      .filter(({ reading }) => !odd.some((row) => isOfOffer(row, reading))),
  );
  return {
    readings: cards.map(({ reading }) => reading),
    models: [],
    skipped: [...rows.flatMap(({ row }) => ("why" in row ? [row] : [])), ...skipped],
    quotes: quotesOf(cards),
  };
}

/** An odd row of an offer that has another row: which of them counts cannot be known, so none does. */
const isOfOffer = ({ subject, of }: Skipped, { upstreamId, key }: Reading): boolean =>
  subject === upstreamId && (of?.host === undefined || of.host === key.host);

/** The first models, each by its first card. */
function quotesOf(cards: readonly ReadCard[]): readonly Quote[] {
  const firsts = cards.filter(({ card }, index) => cards.findIndex((each) => each.card.upstreamId === card.upstreamId) === index);
  return firsts.slice(0, QUOTES).map(({ card: { upstreamId, prices, raw } }) => ({ upstreamId, prices, raw }));
}

/** The pages of one list as one body, named by the first. */
function asOne(spec: PlatformSpec, bodies: readonly Body[]): readonly Body[] {
  const [first] = bodies;
  if (first === undefined || !("joinAt" in spec) || spec.joinAt === undefined) return bodies;
  const { joinAt } = spec;
  const rows = bodies.flatMap(({ url, content }) => named(url, () => rowsAt(content, `${joinAt}[]`)).map(({ value }) => value));
  return [{ ...first, content: { ...(isFields(first.content) ? first.content : {}), [joinAt]: rows } }];
}

/** A body whose rows are mostly odd, or that prices nothing, is not read at all: what it said last stays. */
function rowsOf(spec: PlatformSpec, { url, content, readAt }: Body): readonly ReadPlatformRow[] {
  const rows = named(url, () => readRows(spec, content, readAt.slice(0, 10)));
  const cards = rows.filter((row) => "prices" in row);
  const skipped = rows.filter((row) => "why" in row);
  const wrong = skipped.filter(({ why }) => why === WRONG_SHAPE);
  const odd = [...wrong.map(oddText), ...cards.filter(isTooDear).map(dearText)];
  if (odd.length > (cards.length + wrong.length) * MAX_ODD_SHARE)
    throw new Error(`${url}: ${odd[0]}; ${odd.length} of ${rows.length} rows are odd`);
  if (cards.length === 0) throw new Error(`${url}: no row has a price; ${whyNothing(skipped)}`);
  return rows;
}

const oddText = ({ subject, detail }: Skipped): string => detail ?? subject;

const isTooDear = ({ prices }: PlatformCard): boolean =>
  Object.values(prices).some((price) => price !== undefined && price > MAX_USD_PER_MTOK * 1_000_000);

const dearText = ({ upstreamId, raw }: PlatformCard): string => `${upstreamId} at ${raw} is no price per token`;

/** `no price per token: data[0].pricing.input is missing`, of the reason most rows have. */
function whyNothing(skipped: readonly Skipped[]): string {
  const groups = [...Map.groupBy(skipped, ({ why }) => why).values()].toSorted((a, b) => b.length - a.length);
  const [first] = groups[0] ?? [];
  return first === undefined ? "it has no rows" : `${first.why}: ${first.detail ?? first.subject}`;
}

function named<Result>(url: string, run: () => Result): Result {
  try {
    return run();
  } catch (cause) {
    if (!(cause instanceof WrongShape)) throw cause;
    throw new Error(`${url}: ${cause.message}`, { cause });
  }
}

function readRows(spec: PlatformSpec, content: unknown, day: string): readonly ReadPlatformRow[] {
  if (spec.family === "json") return readJsonBody(spec, content, day);
  return spec.family === "tables" ? readTablePage(spec, content) : spec.readRows(content, day);
}

interface ReadCard {
  readonly card: PlatformCard;
  readonly reading: Reading;
}

/** A body may list an offer twice. The first counts; another price for it is not ours to choose, and is reported. */
function onePerOffer(cards: readonly ReadCard[]): { readonly cards: readonly ReadCard[]; readonly skipped: readonly Skipped[] } {
  const byOffer = new Map<string, ReadCard>();
  const skipped: Skipped[] = [];
  for (const each of cards) {
    const id = readingId(each.reading);
    const first = byOffer.get(id);
    if (first === undefined) byOffer.set(id, each);
    else if (figures(first) !== figures(each)) skipped.push({ subject: each.reading.upstreamId, why: "id listed twice" });
  }
  return { cards: [...byOffer.values()], skipped };
}

const figures = ({ card }: ReadCard): string => JSON.stringify([card.prices, card.conditions]);

function readingOf(spec: PlatformSpec, card: PlatformCard, { url, readAt }: Body): Reading {
  const { tier = "standard", region = null, host = null, variant = null, raw: _raw, ...facts } = { ...NO_FACTS, ...card };
  const words = variantWords(card.upstreamId);
  return {
    key: {
      platform: platformReader(spec.id).platform,
      host,
      region: region ?? words.region,
      tier: tier === "standard" ? words.tier : tier,
      quantization: words.quantization,
      variant: variant ?? words.variant,
    },
    ...facts,
    model: null,
    canonicalSlug: null,
    gaps: {},
    source: { id: spec.id, url, readAt, hand: "first" },
  };
}

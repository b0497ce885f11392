import type { CuratedModel } from "../../../src/domain/model/curated/curated-model.ts";
import { makerOfId } from "../../../src/domain/model/maker-of-id.ts";
import { variantWords } from "../../../src/domain/model/variant-words.ts";
import { type ListPrice, type ListPriceState, listPriceState } from "../../../src/domain/offer/list-price.ts";
import { REPOSITORY } from "../../../src/site/home.ts";
import { FACTS_NOT_STATED, type ModelFacts, type Parsed, type Reading, type Skipped, type Source } from "./source.ts";

const ID = "list-prices";

interface Dated {
  readonly rows: readonly ListPrice[];
  /** Models somebody wrote down. */
  readonly models?: readonly CuratedModel[];
  /** The day of the reading, never the clock. */
  readonly asOf: string;
}

/** The curated price cards of the platforms that publish no machine-readable price, as they were on the day. Needs no network. */
export function listPrices(dated: Dated): Source {
  return {
    id: ID,
    url: `${REPOSITORY}/tree/main/data/curated/list-prices`,
    fromCurated: true,
    describesModels: true,
    read: () => Promise.resolve([]),
    parse: () => currentOf(dated),
  };
}

function currentOf({ rows, models = [], asOf }: Dated): Parsed {
  const dated = rows.map((row) => ({ row, state: listPriceState(row, asOf) }));
  return {
    readings: dated.flatMap(({ row, state }) => (state === "current" ? [listPriceReading(row)] : [])),
    models: models.filter(({ checkedOn }) => checkedOn <= asOf).map(factsOf),
    skipped: dated.flatMap(({ row, state }) => (state === "current" ? [] : [skippedOf(row, state)])),
  };
}

const factsOf = ({ sourceUrl: _url, checkedOn: _day, ...model }: CuratedModel): ModelFacts => ({
  ...model,
  maker: makerOfId(model.id),
  makerName: makerOfId(model.id),
  maxOutputTokens: null,
  huggingFaceId: null,
  outputModalities: ["text"],
  tools: null,
  reasoning: null,
  ...FACTS_NOT_STATED,
  isOurId: false,
  source: { id: ID },
});

const skippedOf = ({ platform, upstreamId }: ListPrice, state: Exclude<ListPriceState, "current">): Skipped => ({
  subject: `${platform}/${upstreamId}`,
  why: { past: "list price of an earlier day", upcoming: "list price of a later day" }[state],
});

/**
 * Absent meters stay unknown, not "not sold": a row holds what was read, which may be less than the page. What the id says of the way of
 * selling makes an offer of its own: `kimi-k3.1-pro-highspeed` is not the price of `kimi-k3.1-pro`.
 */
export function listPriceReading(row: ListPrice): Reading {
  const { variant, quantization } = variantWords(row.upstreamId);
  return {
    key: { platform: row.platform, host: null, region: row.region, tier: row.tier, quantization, variant },
    upstreamId: row.upstreamId,
    model: row.model,
    name: null,
    huggingFaceId: null,
    canonicalSlug: null,
    contextTokens: null,
    maxOutputTokens: null,
    prices: row.prices,
    gaps: {},
    unitPrices: row.unitPrices,
    conditions: row.conditions,
    discountBps: null,
    unreadMeters: [],
    retiresOn: row.retiresOn,
    effectiveFrom: row.validFrom,
    note: row.note,
    // Rows that only others reported are second-hand, wherever the price itself is published.
    source: {
      id: ID,
      url: row.sourceUrl,
      readAt: `${row.observedOn}T00:00:00Z`,
      hand: row.confidence === "high" ? "first" : "second",
    },
  };
}

import { MARKED_DEPRECATED } from "../../../../src/domain/doubt/rules/no-longer-served.ts";
import { readSpelling } from "../../../../src/domain/model/model-slug.ts";
import { type VariantWords, variantWords } from "../../../../src/domain/model/variant-words.ts";
import type { SourceRef } from "../../../../src/domain/source/source-ref.ts";
import { LooseFields, namedRows, WRONG_SHAPE } from "../loose-row.ts";
import { makerOf, statedOutput } from "../openrouter/openrouter-facts.ts";
import { readOpenrouterId } from "../openrouter/openrouter-id.ts";
import { type FoundSeller, type SellerTables, sellerFinder } from "../price-pages/seller-tables.ts";
import { sharedModels } from "../shared-models.ts";
import type { Body, ModelFacts, Parsed, Reading, Skipped, Source } from "../source.ts";
import { readCost } from "./models-dev-cost.ts";
import { modelsDevFacts, type OwnModel, ownModels } from "./models-dev-facts.ts";
import { ModelsDevRow, pricedModes, whyNotText } from "./models-dev-row.ts";

export const MODELS_DEV_URL = "https://models.dev/api.json";

/** models.dev: what some 180 platforms charge, by hand and by robot. Regions are part of its ids, batch and dates are not in it. */
export function modelsDev(tables: SellerTables): Source {
  return {
    id: "models.dev",
    url: MODELS_DEV_URL,
    listsOpenrouter: true,
    describesModels: true,
    read: async (io) => [await io.getJson(MODELS_DEV_URL)].filter((body) => body !== null),
    parse: (bodies) => parse(bodies, tables),
  };
}

interface Row {
  readonly platform: string;
  readonly id: string;
  readonly words: VariantWords;
  readonly canonicalId: string | null;
  readonly row: ModelsDevRow;
  readonly source: SourceRef;
}

function parse(bodies: readonly Body[], tables: SellerTables): Parsed {
  const seller = sellerFinder("models.dev", tables, "same");
  const ownModel = ownModels(tables.makers);
  const rowsOrSkipped = bodies.flatMap((body) =>
    modelRows(body).map((named) => readRow(named, seller(named.provider), body.readAt)),
  );
  const rows = rowsOrSkipped
    .filter((each) => "words" in each)
    .map((each) => ({ ...each, namedModel: ownModel(each.platform, each.words) }));
  const cards = rows.flatMap(readingsOf);
  return {
    readings: cards.filter((each) => "key" in each),
    models: onceEach([...ownFacts(rows), ...listedFacts(rows)], sharedFacts(rows, tables)),
    skipped: [...rowsOrSkipped, ...cards].filter((each) => "why" in each),
  };
}

function ownFacts(rows: readonly (Row & { readonly namedModel: ReturnType<OwnModel> })[]): readonly ModelFacts[] {
  const isContradicted = contradictedWeights(rows);
  return rows.flatMap((each) => {
    const { namedModel, row, source } = each;
    if (namedModel === null) return [];
    const facts = modelsDevFacts({ id: namedModel.id, makerName: namedModel.maker.name, isOurId: false }, row, source);
    return [{ ...facts, openWeights: isContradicted(each) ? null : facts.openWeights, isMakersRow: true as const }];
  });
}

/**
 * Whether most rows of one name say the other of its weights: the table's own row of Qwen3 Coder Plus, which nobody else can run, calls it open
 * beside eleven sellers that do not.
 */
function contradictedWeights(rows: readonly Row[]): (row: Row) => boolean {
  const nameOf = ({ canonicalId, words }: Row) => readSpelling(canonicalId ?? words.bareId).text;
  const byName = Map.groupBy(
    rows.filter(({ row }) => row.open_weights !== null),
    nameOf,
  );
  return (each) => {
    const named = byName.get(nameOf(each)) ?? [];
    const against = named.filter(({ row }) => row.open_weights !== each.row.open_weights);
    return against.length * 2 > named.length;
  };
}

/** The second list's models that the first does not name. */
function onceEach(first: readonly ModelFacts[], second: readonly ModelFacts[]): readonly ModelFacts[] {
  const named = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !named.has(id))];
}

const sharedFacts = (rows: readonly Row[], tables: SellerTables): readonly ModelFacts[] =>
  sharedModels(rows, tables).map(({ id, makerName, row }) =>
    modelsDevFacts({ id, makerName, isOurId: false }, row.row, row.source),
  );

/** The models of its copy of OpenRouter's list, each described by its plain row or by its first variant's. */
function listedFacts(rows: readonly Row[]): readonly ModelFacts[] {
  const base = new Map<string, Row>();
  for (const row of rows.filter(({ platform }) => platform === "openrouter")) {
    if (row.id === row.words.bareId || !base.has(row.words.bareId)) base.set(row.words.bareId, row);
  }
  return [...base].map(([id, { row, source }]) => ({
    ...modelsDevFacts({ id, makerName: makerOf(id), isOurId: true }, row, source),
    maxOutputTokens: statedOutput(row.limit.context, row.limit.output),
  }));
}

interface NamedRow {
  readonly provider: string;
  readonly id: string;
  readonly raw: unknown;
}

/** Every model of every provider; a provider without a table of models is one unreadable row. */
function modelRows(body: Body): readonly NamedRow[] {
  return namedRows(MODELS_DEV_URL, body.content).flatMap(([provider, raw]) => {
    const models = LooseFields.safeParse(LooseFields.safeParse(raw).data?.["models"]);
    if (!models.success) return [{ provider, id: "*", raw: null }];
    return Object.entries(models.data).map(([id, model]) => ({ provider, id, raw: model }));
  });
}

function readRow({ provider, id, raw }: NamedRow, seller: FoundSeller, readAt: string): Row | Skipped {
  const subject = `${provider}/${id}`;
  if ("why" in seller) return { subject, why: seller.why };
  const row = ModelsDevRow.safeParse(raw);
  if (!row.success) return { subject, why: WRONG_SHAPE };
  const why = whyNotUsed(provider, id, row.data);
  if (why !== null) return { subject, why };
  const source: SourceRef = { id: "models.dev", url: MODELS_DEV_URL, readAt, hand: "second" };
  const canonicalId = row.data.canonical_model_id;
  return { platform: seller.platform, id, words: wordsOf(provider, id), canonicalId, row: row.data, source };
}

function whyNotUsed(provider: string, id: string, row: ModelsDevRow): string | null {
  if (id.startsWith("~")) return "alias of another model";
  if (provider === "openrouter" && readOpenrouterId(id).kind !== "model") return "router, not a model";
  return whyNotText(id, row);
}

/** Platforms whose `-fast` is the model with its thinking off, at the same price (https://github.com/anomalyco/models.dev/pull/2673). */
const FAST_IS_NO_THINKING: ReadonlySet<string> = new Set(["neuralwatt"]);

/** OpenRouter's ids are ours: only what follows the colon is not the model. */
function wordsOf(provider: string, id: string): VariantWords {
  const openrouterId = provider === "openrouter" ? readOpenrouterId(id) : null;
  if (openrouterId?.kind === "model")
    return {
      bareId: openrouterId.model,
      tier: openrouterId.tier,
      quantization: null,
      region: null,
      variant: openrouterId.variant,
    };
  const words = variantWords(id);
  if (words.tier !== "fast" || !FAST_IS_NO_THINKING.has(provider)) return words;
  return { ...words, tier: "standard", variant: ["fast", words.variant].filter((word) => word !== null).join("-") };
}

/**
 * The base card and a card per priced mode. Only on the maker's own platform: elsewhere `experimental` is inherited with the model's
 * other facts (GMI Cloud sells Opus 4.7 10 % below list and shows the maker's fast price, Snowflake shows it without any other price).
 */
function readingsOf(each: Row & { readonly namedModel: object | null }): readonly (Reading | Skipped)[] {
  const { words, row, namedModel, platform, id } = each;
  const modes = pricedModes(row).map(({ tier, variant, cost }): Reading | Skipped =>
    namedModel === null
      ? { subject: `${platform}/${id} ${variant ?? tier}`, why: "mode prices copied from the maker’s row" }
      : readingOf(each, cost, { ...words, tier, variant: variant ?? words.variant }),
  );
  return [readingOf(each, row.cost ?? {}, words), ...modes];
}

/** A prompt limit that is shorter than the context: GPT-5 takes 272,000 of its 400,000 tokens. */
const maxInput = ({ input, context }: ModelsDevRow["limit"]): Pick<Reading, "maxInputTokens"> =>
  input === null || input >= (context ?? 0) ? {} : { maxInputTokens: input };

function readingOf({ platform, id, canonicalId, row, source }: Row, cost: LooseFields, words: VariantWords): Reading {
  const { bareId, tier, quantization, region, variant } = words;
  const { prices, conditions, unread } = readCost(cost, { free: tier === "free" });
  return {
    key: { platform, host: null, region, tier, quantization, variant },
    upstreamId: id,
    model: platform === "openrouter" ? bareId : null,
    name: row.name,
    huggingFaceId: null,
    canonicalSlug: null,
    canonicalId,
    contextTokens: row.limit.context,
    maxOutputTokens: row.limit.output,
    ...maxInput(row.limit),
    prices,
    gaps: {},
    unitPrices: {},
    conditions,
    discountBps: null,
    unreadMeters: unread,
    retiresOn: null,
    note: row.status === "deprecated" ? MARKED_DEPRECATED : null,
    source,
  };
}

import type { VariantWords } from "../../../../src/domain/model/variant-words.ts";
import { variantWords } from "../../../../src/domain/model/variant-words.ts";
import type { SourceRef } from "../../../../src/domain/source/source-ref.ts";
import { Catalogue } from "../catalogue.ts";
import { LooseFields, WRONG_SHAPE } from "../loose-row.ts";
import { ownModels } from "../models-dev/models-dev-facts.ts";
import { makerNames, makerOf, modalitySet, readName, statedOutput } from "../openrouter/openrouter-facts.ts";
import { isModelItself, readOpenrouterId } from "../openrouter/openrouter-id.ts";
import { type FoundSeller, type SellerTables, sellerFinder } from "../price-pages/seller-tables.ts";
import { type SharedModel, sharedModels } from "../shared-models.ts";
import { type Body, FACTS_NOT_STATED, type ModelFacts, type Parsed, type Reading, type Skipped, type Source } from "../source.ts";
import { contextOf, PiAiRow, readPiAiCost, whyNoChat } from "./pi-ai-row.ts";

const ID = "pi-ai";
export const PI_AI_PACKAGE = "npm:@earendil-works/pi-ai";
const PAGE = "https://www.npmjs.com/package/@earendil-works/pi-ai";

/**
 * The catalogue inside the npm package pi-ai: OpenRouter's list copied from its API, and some forty platforms copied from models.dev on the
 * day the package was made. It lists models with tool calls: what it leaves out is not gone.
 */
export function piAi(tables: SellerTables): Source {
  return {
    id: ID,
    url: PAGE,
    listsOpenrouter: true,
    describesModels: true,
    read: async (io) => [await io.getJson(PI_AI_PACKAGE)].filter((body) => body !== null),
    parse: (bodies) => parse(bodies, tables),
  };
}

interface Row {
  readonly platform: string;
  readonly words: VariantWords;
  /** The row names the model by OpenRouter's id. */
  readonly isOurId: boolean;
  readonly row: PiAiRow;
  readonly source: SourceRef;
}

function parse(bodies: readonly Body[], tables: SellerTables): Parsed {
  const seller = sellerFinder(ID, tables, "same");
  const rowsOrSkipped = bodies.flatMap((body) => {
    const { version, files } = catalogueOf(body);
    const source: SourceRef = { id: ID, url: `${PAGE}/v/${version}`, readAt: body.readAt, hand: "second" };
    return namedRows(files).map((named) => readRow(named, seller(named.platform), source));
  });
  const rows = rowsOrSkipped.filter((each) => "words" in each);
  return {
    readings: rows.map(readingOf),
    models: [
      ...modelsOf(rows.filter(({ isOurId }) => isOurId)),
      ...otherModels(
        rows.filter(({ isOurId }) => !isOurId),
        tables,
      ),
    ],
    skipped: rowsOrSkipped.filter((each) => "why" in each),
  };
}

function catalogueOf({ url, content }: Body): Catalogue {
  const catalogue = Catalogue.safeParse(content);
  if (catalogue.success) return catalogue.data;
  throw new Error(`${url}: no catalogue ({ package, version, generatedAt, files })`, { cause: catalogue.error });
}

interface NamedRow {
  readonly platform: string;
  readonly key: string;
  readonly raw: unknown;
}

/** Every row of every file: platform → kind of API → row. A file that is no such table is one unreadable row. */
function namedRows(files: Catalogue["files"]): readonly NamedRow[] {
  return Object.entries(files).flatMap(([platform, file]) => {
    const apis = LooseFields.safeParse(file);
    if (!apis.success) return [{ platform, key: "*", raw: null }];
    return Object.values(apis.data).flatMap((rows) =>
      Object.entries(LooseFields.safeParse(rows).data ?? { "*": null }).map(([key, raw]) => ({ platform, key, raw })),
    );
  });
}

function readRow({ platform, key, raw }: NamedRow, seller: FoundSeller, source: SourceRef): Row | Skipped {
  const subject = `${platform}/${key}`;
  if ("why" in seller) return { subject, why: seller.why };
  const { success, data: row } = PiAiRow.safeParse(raw);
  if (!success) return { subject, why: WRONG_SHAPE };
  const why = whyNoChat(row) ?? PEAK_ONLY.get(seller.platform) ?? null;
  if (why !== null) return { subject, why };
  if (seller.platform === "openrouter") return openrouterRow(subject, row, source);
  return { platform: seller.platform, words: variantWords(row.id), isOurId: false, row, source };
}

/** DeepSeek's rows are its price in peak hours, 35 of 168 a week; the base card is the one outside of them. */
const PEAK_ONLY: ReadonlyMap<string, string> = new Map([["deepseek", "price of peak hours only"]]);

/** OpenRouter's ids are ours: only what follows the colon is not the model. */
function openrouterRow(subject: string, row: PiAiRow, source: SourceRef): Row | Skipped {
  const id = readOpenrouterId(row.id);
  if (id.kind === "alias") return { subject, why: "alias of another model" };
  if (id.kind !== "model" || isDependent(row)) return { subject, why: "router, not a model" };
  const words = { bareId: id.model, tier: id.tier, quantization: null, region: null, variant: id.variant };
  return { platform: "openrouter", words, isOurId: true, row, source };
}

/** OpenRouter's `-1`: the price depends on where the router goes. */
const isDependent = ({ cost }: PiAiRow): boolean => typeof cost["input"] === "number" && cost["input"] < 0;

function readingOf({ platform, words, isOurId, row, source }: Row): Reading {
  const { bareId, tier, quantization, region, variant } = words;
  const { prices, conditions, unread } = readPiAiCost(row.cost, { free: tier === "free" });
  return {
    key: { platform, host: null, region, tier, quantization, variant },
    upstreamId: row.id,
    model: isOurId ? bareId : null,
    name: row.name,
    huggingFaceId: null,
    canonicalSlug: null,
    contextTokens: contextOf(row, conditions),
    maxOutputTokens: row.maxTokens,
    prices,
    gaps: {},
    unitPrices: {},
    conditions,
    discountBps: null,
    unreadMeters: unread,
    retiresOn: null,
    note: null,
    source,
  };
}

/** OpenRouter's models, each described by its plain row, or by its first variant's where the copy has no plain one. */
function modelsOf(rows: readonly Row[]): readonly ModelFacts[] {
  const names = makerNames(rows.map(({ words, row }) => ({ maker: makerOf(words.bareId), name: row.name ?? "" })));
  const base = new Map<string, Row>();
  for (const row of rows) {
    const { bareId } = row.words;
    if (isModelItself(readOpenrouterId(row.row.id)) || !base.has(bareId)) base.set(bareId, row);
  }
  return [...base.values()].map((row) => factsOf(row, names));
}

/** The makers' own rows, and what several platforms sell. */
function otherModels(rows: readonly Row[], tables: SellerTables): readonly ModelFacts[] {
  const ownModel = ownModels(tables.makers);
  const namedRows = rows.flatMap((row) => {
    const own = ownModel(row.platform, row.words);
    return own === null ? [] : [{ id: own.id, makerName: own.maker.name, row }];
  });
  const shared = sharedModels(
    rows.map((row) => ({ ...row, canonicalId: null })),
    tables,
  );
  const named = ({ id, makerName, row }: SharedModel<Row>): ModelFacts => ({
    ...factsOf({ ...row, words: { ...row.words, bareId: id } }, new Map()),
    makerName,
    isOurId: false,
  });
  return [...namedRows.map((each) => ({ ...named(each), isMakersRow: true as const })), ...shared.map(named)];
}

function factsOf({ words: { bareId }, isOurId, row, source }: Row, names: ReadonlyMap<string, string>): ModelFacts {
  const maker = makerOf(bareId);
  const { makerName, name } = readName(row.name ?? "");
  const { conditions } = readPiAiCost(row.cost, { free: false });
  return {
    id: bareId,
    name: name || bareId,
    maker,
    makerName: makerName ?? names.get(maker) ?? maker,
    releasedOn: null,
    contextTokens: contextOf(row, conditions),
    maxOutputTokens: isOurId ? statedOutput(row.contextWindow, row.maxTokens) : row.maxTokens,
    openWeights: null,
    huggingFaceId: null,
    inputModalities: modalitySet(row.input),
    takesMore: true,
    outputModalities: ["text"],
    // The catalogue's own rule for a chat row.
    tools: true,
    reasoning: row.reasoning,
    ...FACTS_NOT_STATED,
    isOurId: true,
    source,
  };
}

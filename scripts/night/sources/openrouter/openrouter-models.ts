import type { SourceRef } from "../../../../src/domain/source/source-ref.ts";
import { handOf } from "../../../../src/domain/source/sources.ts";
import { isNotRead, notRead } from "../not-read.ts";
import type { Body, Io, ModelFacts, Parsed, Reading, Skipped, Source } from "../source.ts";
import { readOpenrouterCard } from "./openrouter-card.ts";
import {
  capabilities,
  dayOfSeconds,
  expiryDay,
  makerNames,
  makerOf,
  modalitySet,
  readName,
  statedOutput,
  textOrNull,
  tokenLimit,
} from "./openrouter-facts.ts";
import { isModelItself } from "./openrouter-id.ts";
import {
  BY_USE_URL,
  isModelList,
  type ListRow,
  MODELS_URL,
  plainModels,
  readModelList,
  type SoldListRow,
} from "./openrouter-list.ts";

/** OpenRouter's list: which models there are, and what its router charges for each. */
export const openrouterModels: Source = {
  id: "openrouter-models",
  url: MODELS_URL,
  listsOpenrouter: true,
  describesModels: true,
  read,
  parse,
};

/** The list of prices stands without the order of use: a failure of that one is left for `parse` to report. */
async function read(io: Io): Promise<readonly Body[]> {
  const [list, byUse] = await Promise.all([io.getJson(MODELS_URL), orFailure(io.getJson(BY_USE_URL))]);
  if (list === null) return [];
  return [list, ...(byUse instanceof Error ? [notRead(BY_USE_URL, list.readAt, byUse.message)] : byUse === null ? [] : [byUse])];
}

async function orFailure(body: Promise<Body | null>): Promise<Body | null | Error> {
  try {
    return await body;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function parse(bodies: readonly Body[]): Parsed {
  const body = bodies.find(({ url }) => url === MODELS_URL);
  if (body === undefined) return { readings: [], models: [], skipped: [] };
  const source: SourceRef = { id: openrouterModels.id, url: MODELS_URL, readAt: body.readAt, hand: handOf(openrouterModels.id) };
  const { sold, aliases, skipped } = readModelList(body);
  const rows = sold.map((row) => readingOf(row, source));
  const byUse = readByUse(bodies.find(({ url }) => url === BY_USE_URL));
  const ranks = byUse.kind === "read" ? byUse.ranks : new Map<string, number>();
  const makers = makerNames(sold.map(({ row, id }) => ({ maker: makerOf(id.model), name: row.name })));
  return {
    readings: rows.filter((row) => "key" in row),
    models: [
      ...[...baseRows(sold)].map(([id, row]) => ({ ...factsOf(id, row, makers, source), usageRank: ranks.get(id) ?? null })),
      ...aliases.map(({ row, target }) => ({ ...factsOf(row.id, row, makers, source), aliasOf: target })),
    ],
    skipped: [...skipped, ...rows.filter((row) => "why" in row)],
    lostUrls: byUse.kind === "lost" ? [BY_USE_URL] : [],
    isUseUnread: byUse.kind !== "read",
  };
}

/** `lost`: it should have been read and could not. */
type ByUse = { readonly kind: "read"; readonly ranks: ReadonlyMap<string, number> } | { readonly kind: "lost" | "unread" };

/** Place among the plain ids, from 1. */
function readByUse(body: Body | undefined): ByUse {
  if (body === undefined) return { kind: "unread" };
  if (isNotRead(body) || !isModelList(body)) return { kind: "lost" };
  const models = plainModels(readModelList(body));
  return models.length === 0 ? { kind: "lost" } : { kind: "read", ranks: new Map(models.map((id, index) => [id, index + 1])) };
}

/** The row that describes each model: its plain row, or its first variant's where no plain one is listed. */
function baseRows(sold: readonly SoldListRow[]): ReadonlyMap<string, ListRow> {
  const rows = new Map<string, ListRow>();
  for (const { row, id } of sold) if (isModelItself(id) || !rows.has(id.model)) rows.set(id.model, row);
  return rows;
}

function readingOf({ row, id }: SoldListRow, source: SourceRef): Reading | Skipped {
  const card = readOpenrouterCard(row.pricing, { free: id.tier === "free" });
  if (card.kind === "none") return { subject: row.id, why: card.why };
  return {
    key: { platform: "openrouter", host: null, region: null, tier: id.tier, quantization: null, variant: id.variant },
    upstreamId: row.id,
    model: id.model,
    name: textOrNull(readName(row.name).name),
    huggingFaceId: textOrNull(row.hugging_face_id),
    canonicalSlug: textOrNull(row.canonical_slug),
    contextTokens: tokenLimit(row.context_length),
    maxOutputTokens: tokenLimit(row.top_provider.max_completion_tokens),
    ...card.card,
    retiresOn: expiryDay(row.expiration_date),
    note: null,
    source,
  };
}

function factsOf(id: string, row: ListRow, makers: ReadonlyMap<string, string>, source: SourceRef): ModelFacts {
  const maker = makerOf(id);
  const { makerName, name } = readName(row.name);
  return {
    id,
    name: textOrNull(name) ?? id,
    maker,
    makerName: makerName ?? makers.get(maker) ?? maker,
    releasedOn: dayOfSeconds(row.created),
    contextTokens: tokenLimit(row.context_length),
    maxOutputTokens: statedOutput(tokenLimit(row.context_length), tokenLimit(row.top_provider.max_completion_tokens)),
    // An empty or missing id says nothing: some open weights are not linked.
    openWeights: textOrNull(row.hugging_face_id) === null ? null : true,
    huggingFaceId: textOrNull(row.hugging_face_id),
    inputModalities: modalitySet(row.architecture.input_modalities),
    outputModalities: modalitySet(row.architecture.output_modalities),
    ...capabilities(row.supported_parameters),
    knowledgeCutoff: textOrNull(row.knowledge_cutoff),
    canonicalSlug: textOrNull(row.canonical_slug),
    retiresOn: expiryDay(row.expiration_date),
    usageRank: null,
    aliasOf: null,
    retired: false,
    isOurId: true,
    source,
  };
}

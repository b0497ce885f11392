import pMap from "p-map";
import type { SourceRef } from "../../../../src/domain/source/source-ref.ts";
import { handOf } from "../../../../src/domain/source/sources.ts";
import { messageOf } from "../../pipeline/json-text.ts";
import { notRead } from "../not-read.ts";
import type { Body, Io, ModelFacts, Parsed, Reading, Skipped, Source } from "../source.ts";
import { readOpenrouterCard } from "./openrouter-card.ts";
import {
  capabilities,
  dayOfSeconds,
  makerNames,
  makerOf,
  modalitySet,
  readName,
  textOrNull,
  tokenLimit,
} from "./openrouter-facts.ts";
import { type Endpoint, hostsUrl, isHostsUrl, type ModelHosts, readHosts } from "./openrouter-hosts.ts";
import { isModelItself } from "./openrouter-id.ts";
import { MODELS_URL, readModelList } from "./openrouter-list.ts";
import { readTag } from "./openrouter-tag.ts";

const CONCURRENT_READS = 8;

/** Above this share of lost bodies the night is bad, not the bodies. */
const MAX_LOST_SHARE = 0.1;

/** What each host behind OpenRouter's router charges: one body per model and variant. */
export const openrouterEndpoints: Source = {
  id: "openrouter-endpoints",
  url: MODELS_URL,
  keepsUnreadBodies: true,
  describesModels: true,
  read: async (io) => {
    const recorded = io.recordedUrls(`${MODELS_URL}/`);
    const bodies = recorded === null ? await readLive(io) : await readRecorded(io, recorded.filter(isHostsUrl));
    return bodies.filter((body) => body !== null);
  },
  parse,
};

const readRecorded = (io: Io, urls: readonly string[]): Promise<readonly (Body | null)[]> =>
  pMap(urls, (url) => io.getJson(url), { concurrency: CONCURRENT_READS });

/** Every listed model and variant. A body that fails is left for `parse` to report; too many of them throw at once. */
async function readLive(io: Io): Promise<readonly (Body | null)[]> {
  const list = await io.getJson(MODELS_URL);
  if (list === null) return [];
  const urls = readModelList(list).sold.map(({ row }) => hostsUrl(row.id));
  let lost = 0;
  const readOne = async (url: string): Promise<Body | null> => {
    try {
      return await io.getJson(url);
    } catch (cause) {
      lost += 1;
      if (lost > urls.length * MAX_LOST_SHARE) throw tooManyLost(lost, urls.length, messageOf(cause), cause);
      return notRead(url, list.readAt, messageOf(cause));
    }
  };
  return pMap(urls, readOne, { concurrency: CONCURRENT_READS });
}

function tooManyLost(lost: number, of: number, last: string, cause?: unknown): Error {
  return new Error(`${lost} of ${of} OpenRouter host lists could not be read; the last: ${last}`, { cause });
}

function parse(bodies: readonly Body[]): Parsed {
  const hostBodies = bodies.filter(({ url }) => isHostsUrl(url)).map(readHosts);
  const lost = hostBodies.filter(({ kind }) => kind === "lost");
  const lastLost = lost.at(-1)?.skipped.at(-1)?.subject ?? "";
  if (lost.length > hostBodies.length * MAX_LOST_SHARE) throw tooManyLost(lost.length, hostBodies.length, lastLost);
  const hosts = hostBodies.filter((body) => body.kind === "hosts");
  const rows = hosts.flatMap((body) => distinct(body.endpoints.map((endpoint) => readingOf(body, endpoint))));
  const makers = makerNames(hosts.map(({ id, about }) => ({ maker: makerOf(id.model), name: about.name })));
  return {
    readings: rows.filter((row) => "key" in row),
    models: [...baseBodies(hosts)].map(([id, body]) => factsOf(id, body, makers)),
    skipped: [...hostBodies.flatMap(({ skipped }) => skipped), ...rows.filter((row) => "why" in row)],
    lostUrls: lost.map(({ url }) => url),
  };
}

/** The body that describes each model: its plain one, or its first variant's where there is no plain one. */
function baseBodies(bodies: readonly ModelHosts[]): ReadonlyMap<string, ModelHosts> {
  const bases = new Map<string, ModelHosts>();
  for (const body of bodies) if (isModelItself(body.id) || !bases.has(body.id.model)) bases.set(body.id.model, body);
  return bases;
}

function readingOf(body: ModelHosts, endpoint: Endpoint): Reading | Skipped {
  const card = readOpenrouterCard(endpoint.pricing, { free: body.id.tier === "free" });
  if (card.kind === "none") return { subject: `${body.upstreamId} ${endpoint.tag}`, why: card.why };
  return {
    key: { platform: "openrouter", ...readTag(endpoint.tag, endpoint.quantization, body.id) },
    upstreamId: body.upstreamId,
    model: body.id.model,
    name: textOrNull(readName(body.about.name).name),
    huggingFaceId: null,
    canonicalSlug: null,
    contextTokens: tokenLimit(endpoint.context_length),
    maxOutputTokens: tokenLimit(endpoint.max_completion_tokens),
    ...card.card,
    retiresOn: null,
    note: null,
    source: sourceOf(body),
  };
}

const sourceOf = ({ url, readAt }: ModelHosts): SourceRef => ({
  id: openrouterEndpoints.id,
  url,
  readAt,
  hand: handOf(openrouterEndpoints.id),
});

/** Of endpoints with one key and one card the roomiest stays; those with different cards all stay, to be numbered later. */
function distinct(rows: readonly (Reading | Skipped)[]): readonly (Reading | Skipped)[] {
  const readings = rows.filter((row) => "key" in row);
  const roomiest = new Map<string, Reading>();
  for (const reading of readings.toSorted(byRoom)) if (!roomiest.has(sameness(reading))) roomiest.set(sameness(reading), reading);
  const stays = new Set<Reading | Skipped>(roomiest.values());
  return rows.map((row) =>
    stays.has(row) || "why" in row ? row : { subject: doubleSubject(row), why: "same endpoint listed twice" },
  );
}

const sameness = ({ key, prices, unitPrices, conditions }: Reading): string =>
  JSON.stringify([key, prices, unitPrices, conditions]);

const byRoom = (a: Reading, b: Reading): number =>
  (b.contextTokens ?? 0) - (a.contextTokens ?? 0) || (b.maxOutputTokens ?? 0) - (a.maxOutputTokens ?? 0);

const doubleSubject = ({ upstreamId, key }: Reading): string => `${upstreamId} ${key.host ?? ""}`;

/** What a body says about its model. It does not know today's list, so it calls every model retired; a list that names it knows better. */
function factsOf(id: string, { about, endpoints }: ModelHosts, makers: ReadonlyMap<string, string>): ModelFacts {
  const maker = makerOf(id);
  const { makerName, name } = readName(about.name);
  const most = (limits: readonly (number | null)[]) => tokenLimit(Math.max(0, ...limits.map((limit) => tokenLimit(limit) ?? 0)));
  return {
    id,
    name: textOrNull(name) ?? id,
    maker,
    makerName: makerName ?? makers.get(maker) ?? maker,
    releasedOn: dayOfSeconds(about.created),
    contextTokens: most(endpoints.map((endpoint) => endpoint.context_length)),
    maxOutputTokens: most(endpoints.map((endpoint) => endpoint.max_completion_tokens)),
    openWeights: null,
    huggingFaceId: null,
    inputModalities: modalitySet(about.architecture.input_modalities),
    outputModalities: modalitySet(about.architecture.output_modalities),
    ...capabilities(endpoints.flatMap((endpoint) => endpoint.supported_parameters)),
    knowledgeCutoff: null,
    canonicalSlug: null,
    retiresOn: null,
    usageRank: null,
    aliasOf: null,
    retired: true,
    isOurId: true,
    source: { id: openrouterEndpoints.id },
  };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { makersOfOrg } from "../../../src/domain/model/maker-org.ts";
import { isFloatingAlias, normaliseModelId } from "../../../src/domain/model/model-slug.ts";
import { variantWords } from "../../../src/domain/model/variant-words.ts";
import type { Match, Matcher } from "../../night/match/match.ts";
import type { Curated } from "../../night/pipeline/curated.ts";
import type { LinkException } from "./link-exception.ts";

/** What became of models.dev's base-model links. */
export interface LinkRecall {
  /** Every link by what was done with it: the reason it cannot be used, or `found`, or `missed`. */
  readonly counts: ReadonlyMap<string, number>;
  readonly misses: readonly string[];
  readonly unusedExceptions: readonly string[];
  /** Found ÷ (found + missed). */
  readonly recall: number;
}

export interface LinkRecallInput {
  readonly dir: string;
  readonly matcher: Matcher;
  readonly curated: Pick<Curated, "makers" | "platformAliases">;
  readonly exceptions: readonly LinkException[];
  /** `platform upstreamId` of every row the models.dev source reads. */
  readonly readRows: ReadonlySet<string>;
}

const Links = z.record(z.string(), z.record(z.string(), z.string()));
const Cost = z.object({ input: z.number().optional(), output: z.number().optional() });
const Providers = z.record(z.string(), z.object({ models: z.record(z.string(), z.object({ cost: Cost.optional() })) }));
type Providers = z.output<typeof Providers>;

/**
 * A link counts where its row's recorded headline price equals the maker's own: then both rows must lead to one model. A wrong link at an
 * equal price is listed as an exception; a moving name and what is not sold by the text token are left out by rule.
 */
export function linkRecall(input: LinkRecallInput): LinkRecall {
  const links = Links.parse(readJson(input.dir, "tables/models-dev-base-model-links-2026-07-02.json"));
  const providers = Providers.parse(readJson(input.dir, "models.dev/api.json"));
  const rows = Object.entries(links).flatMap(([provider, ids]) =>
    Object.entries(ids).map(([upstreamId, link]) => ({ provider, upstreamId, link })),
  );
  const judged = rows.map((row) => ({ row, ...judge(row, providers, input) }));
  const counts = new Map([...Map.groupBy(judged, ({ verdict }) => verdict)].map(([verdict, each]) => [verdict, each.length]));
  const foundCount = counts.get("found") ?? 0;
  const missed = counts.get("missed") ?? 0;
  const excepted = new Set(judged.filter(({ verdict }) => verdict === EXCEPTED).map(({ row }) => rowName(row)));
  return {
    counts,
    misses: judged.filter(({ verdict }) => verdict === "missed").map(({ row, detail }) => `${rowName(row)}: ${detail}`),
    unusedExceptions: input.exceptions.map(rowName).filter((name) => !excepted.has(name)),
    recall: foundCount / (foundCount + missed),
  };
}

type Row = Pick<LinkException, "provider" | "upstreamId" | "link">;

interface Judged {
  readonly verdict: string;
  readonly detail: string;
}

const EXCEPTED = "wrong link (listed exception)";

function judge(row: Row, providers: Providers, input: LinkRecallInput): Judged {
  const cost = providers[row.provider]?.models[row.upstreamId]?.cost;
  if (cost === undefined) return leftOut("row gone or without a price");
  const makersRow = ownRow(row.link, providers, input);
  if (makersRow === null) return leftOut("maker sells it nowhere itself");
  if (cost.input !== makersRow.cost.input || cost.output !== makersRow.cost.output)
    return leftOut("price differs from the maker's");
  if (isFloatingAlias(normaliseModelId(row.link))) return leftOut("moving name");
  const expected = input.matcher.reading(reading(makersRow.platform, makersRow.upstreamId));
  if (expected.kind === "ignored") return leftOut(expected.why);
  if (expected.kind === "unmatched" && !input.readRows.has(`${makersRow.platform} ${makersRow.upstreamId}`))
    return leftOut("not sold by the text token");
  const actual = input.matcher.reading(reading(platformOf(row.provider, input), row.upstreamId));
  if (expected.kind === "known" && actual.kind === "known" && actual.modelId === expected.modelId)
    return { verdict: "found", detail: "" };
  const isExcepted = input.exceptions.some((each) => rowName(each) === rowName(row));
  return { verdict: isExcepted ? EXCEPTED : "missed", detail: `${matchText(actual)}, the maker's row ${matchText(expected)}` };
}

const leftOut = (verdict: string): Judged => ({ verdict, detail: "" });

/** The maker's own row at list price, by the same name. */
function ownRow(link: string, providers: Providers, { curated }: LinkRecallInput) {
  const [lab = "", slug = ""] = link.split("/");
  const makers = makersOfOrg(lab) ?? [];
  const platforms = curated.makers.filter(({ maker }) => makers.includes(maker)).flatMap((maker) => maker.platforms);
  for (const { platform } of platforms) {
    const rows = Object.entries(providers[platform]?.models ?? {});
    const [upstreamId, row] = rows.find(([id]) => isPlain(id) && normaliseModelId(id) === normaliseModelId(slug)) ?? [];
    if (upstreamId !== undefined && row?.cost !== undefined) return { platform, upstreamId, cost: row.cost };
  }
  return null;
}

/** `kimi-k2.7-code-highspeed` is the same model at another price. */
function isPlain(upstreamId: string): boolean {
  const { tier, variant } = variantWords(upstreamId);
  return tier === "standard" && variant === null;
}

function platformOf(provider: string, { curated }: LinkRecallInput): string {
  return curated.platformAliases.find(({ source, name }) => source === "models.dev" && name === provider)?.platform ?? provider;
}

/** OpenRouter's ids are ours: its rows name the model themselves. */
function reading(platform: string, upstreamId: string) {
  const model = platform === "openrouter" ? upstreamId.replace(/:.*$/, "") : null;
  return { key: { platform }, upstreamId, model, huggingFaceId: null, canonicalSlug: null };
}

const rowName = ({ provider, upstreamId, link }: Row): string => `${provider} ${upstreamId} → ${link}`;

const matchText = (match: Match): string => (match.kind === "known" ? `is ${match.modelId}` : `is ${match.kind}`);

const readJson = (dir: string, path: string): unknown => JSON.parse(readFileSync(join(dir, path), "utf8"));

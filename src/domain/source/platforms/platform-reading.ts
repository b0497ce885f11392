import { compareText } from "../../money/compare-text.ts";
import type { AssessedOffer } from "../assessed-offer.ts";
import { EVIDENCE, type Evidence } from "../evidence-class.ts";
import type { Run, SourceStatus } from "../run.ts";
import type { SourceRef } from "../source-ref.ts";
import type { SourceId } from "../sources.ts";
import { PLATFORM_SOURCE_IDS, type PlatformReader, platformReader } from "./platform-sources.ts";

/** A reader of the platform's own prices, and what the nights made of it. */
export interface ReaderState extends Omit<PlatformReader, "name"> {
  /** Null = no good night yet. */
  readonly status: SourceStatus | null;
  /** What counted against it last night; null = nothing did. */
  readonly objection: string | null;
}

/** How a platform's prices are read. */
export interface PlatformReading {
  readonly platform: string;
  /** The strongest word any of its prices rests on; null = it sells nothing that is priced. */
  readonly evidence: Evidence | null;
  /** The newest reading of that kind. */
  readonly newest: SourceRef | null;
  /** How many of its offers rest on a reading of that kind, and how many there are. */
  readonly rows: number;
  readonly offers: number;
  /** The first good night of our own reader; null = it is not known, or there was none. */
  readonly since: string | null;
  readonly readers: readonly ReaderState[];
}

/** Those that are read as a spec describes, and those with a module of their own. */
const READERS: readonly (Omit<PlatformReader, "name"> & { readonly id: SourceId })[] = [
  ...PLATFORM_SOURCE_IDS.map((id) => ({ id, ...platformReader(id) })),
  { id: "openrouter-models", platform: "openrouter", reads: "api" },
  { id: "openai-pricing", platform: "openai", reads: "page" },
  { id: "anthropic-pricing", platform: "anthropic", reads: "page" },
  { id: "xai-pricing", platform: "xai", reads: "page" },
  { id: "zai-pricing", platform: "zai", reads: "page" },
  { id: "groq-pricing", platform: "groq", reads: "page" },
  { id: "fireworks-pricing", platform: "fireworks-ai", reads: "page" },
];

type Read = Pick<AssessedOffer, "evidence" | "restsOn" | "status">;

/**
 * How the prices of one platform are read, by the strongest word any of them rests on: of Vercel's 339 offers 286 on copies of its API, the newest of
 * yesterday, and a reader of our own that had no good night yet.
 */
export function platformReading(
  platform: string,
  sold: readonly Read[],
  { sources, findings }: Pick<Run, "sources" | "findings">,
): PlatformReading {
  const offers = sold.filter(({ status }) => status !== "retired");
  const evidence = EVIDENCE.find((each) => offers.some((offer) => offer.evidence === each)) ?? null;
  const strongest = offers.filter((offer) => offer.evidence === evidence).map(({ restsOn }) => restsOn);
  const readers = READERS.filter((reader) => reader.platform === platform).map(({ id, ...reader }) => ({
    ...reader,
    status: sources.find((source) => source.id === id) ?? null,
    objection:
      findings.find(({ scope, action, subject }) => scope === "source" && action === "hold" && subject === id)?.detail ?? null,
  }));
  const since = readers.flatMap(({ status }) => status?.firstReadAt ?? []).toSorted()[0] ?? null;
  const newest = strongest.toSorted((a, b) => compareText(b.readAt, a.readAt) || compareText(a.url, b.url))[0] ?? null;
  return { platform, evidence, newest, rows: strongest.length, offers: offers.length, since, readers };
}

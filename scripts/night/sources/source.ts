import type { Model } from "../../../src/domain/model/model.ts";
import type { Condition } from "../../../src/domain/offer/condition.ts";
import type { Gaps, Prices, UnitPrices } from "../../../src/domain/offer/meter.ts";
import type { OfferKey } from "../../../src/domain/offer/offer.ts";
import type { SourceRef } from "../../../src/domain/source/source-ref.ts";
import type { SourceId } from "../../../src/domain/source/sources.ts";

/** One upstream answer: parsed JSON where the body is JSON, else its text. */
export interface Body {
  readonly url: string;
  readonly readAt: string;
  readonly content: unknown;
}

/** The only door to network and disk. A test passes a two-line one. */
export interface Io {
  /** Null = this recording does not have it: *not read*, never *gone*. A live failure throws. */
  getJson(url: string): Promise<Body | null>;
  getText(url: string): Promise<Body | null>;
  /** The recorded URLs that begin so; null when reading the network. */
  recordedUrls(prefix: string): readonly string[] | null;
  /** Why the days it gives cannot be believed, asked after everything was read; null = they can. Recordings bring their days along. */
  clockFault?(): string | null;
}

/** What one source says of one offer, before it is known which model it is. */
export interface Reading {
  readonly key: OfferKey;
  /** The platform's own id. `match` reads it; a request names it. */
  readonly upstreamId: string;
  /** Set when the source itself names the model by our id (OpenRouter). */
  readonly model: string | null;
  readonly name: string | null;
  readonly huggingFaceId: string | null;
  readonly canonicalSlug: string | null;
  /** The maker’s own id of the model, where the source says it beside the platform’s (models.dev’s `canonical_model_id`). */
  readonly canonicalId?: string | null;
  readonly contextTokens: number | null;
  readonly maxOutputTokens: number | null;
  /** The longest prompt, where that is less than the context. */
  readonly maxInputTokens?: number | undefined;
  readonly prices: Prices;
  readonly gaps: Gaps;
  readonly unitPrices: UnitPrices;
  readonly conditions: readonly Condition[];
  readonly discountBps: number | null;
  readonly unreadMeters: readonly string[];
  readonly retiresOn: string | null;
  /** The day the figures took effect, where the source says so. */
  readonly effectiveFrom?: string | null;
  readonly note: string | null;
  readonly source: SourceRef;
}

/** What one source says of one model. `match` decides whether it makes a model of its own. */
export interface ModelFacts extends Omit<Model, "status" | "listedBy" | "aliases" | "baseModel" | "usageRank"> {
  readonly usageRank: number | null;
  readonly aliasOf: string | null;
  /** Known only by a per-model body, not by today's list. */
  readonly retired: boolean;
  /** The id is OpenRouter's, read in its list or in a copy of it: a model by itself, whatever it reads like. */
  readonly isOurId: boolean;
  /** The row is that of the maker's own platform: it fills what the list leaves open before any other does. */
  readonly isMakersRow?: true;
  /** The source knows text and images alone: a statement that names these and more says which inputs a model takes. */
  readonly takesMore?: true;
  readonly source: Pick<SourceRef, "id">;
}

/** What a source that lists models without OpenRouter's facts about them does not say. */
export const FACTS_NOT_STATED = {
  structuredOutput: null,
  knowledgeCutoff: null,
  usageRank: null,
  canonicalSlug: null,
  aliasOf: null,
  retiresOn: null,
  retired: false,
} as const satisfies Partial<ModelFacts>;

/** A row that is deliberately not used. `why` is a short fixed phrase: the report counts by it. */
export interface Skipped {
  readonly subject: string;
  readonly why: string;
  /** The path and the value that were odd, for a finding about the row. */
  readonly detail?: string;
  /** Which of the offers under that name it would be, where that is known. */
  readonly of?: Partial<Pick<Reading["key"], "host" | "region" | "tier">>;
}

/** A price as the body writes it, for a person who compares. */
export interface Quote extends Pick<Reading, "upstreamId" | "prices"> {
  readonly raw: string;
}

export interface Parsed {
  readonly readings: readonly Reading[];
  readonly models: readonly ModelFacts[];
  readonly skipped: readonly Skipped[];
  /** URLs of bodies that should have been read and could not: their rows stay at their last good reading. */
  readonly lostUrls?: readonly string[];
  /** The first rows with their raw text beside the figures. */
  readonly quotes?: readonly Quote[];
  /** True where the order of use was not read: the models keep their places. */
  readonly isUseUnread?: boolean;
  /** True where it came without facts that it stated last night, which fill its gaps. A source never says so itself. */
  readonly areFactsLost?: boolean;
}

/** One upstream, whose facts are in the table of sources. `read` only fetches, `parse` is pure; a source never writes, compares, matches or retries. */
export interface Source {
  readonly id: SourceId;
  readonly url: string;
  /** True where every body stands for itself: rows of a body that was not read tonight stay. */
  readonly keepsUnreadBodies?: true;
  /** True where it is OpenRouter's list, or holds a copy of it: the newest of these is the site's *as of*. */
  readonly listsOpenrouter?: true;
  /** True where it says what models are, not only what they cost. */
  readonly describesModels?: true;
  /** True where the rows are curated files, read already: `read` has nothing to fetch. */
  readonly fromCurated?: true;
  /** `lastRead`: when it was last read well, for who could be handed something older. */
  read(io: Io, lastRead?: string | null): Promise<readonly Body[]>;
  parse(bodies: readonly Body[]): Parsed;
}

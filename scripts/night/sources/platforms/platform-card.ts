import type { Prices } from "../../../../src/domain/offer/meter.ts";
import type { Tier } from "../../../../src/domain/offer/offer.ts";
import type { Reading, Skipped } from "../source.ts";

/** One model as a platform sells it, before it is a reading. */
export interface PlatformCard {
  readonly upstreamId: string;
  readonly prices: Prices;
  /** The figures as the body writes them: `input "0.000002", output "0.000012"`. */
  readonly raw: string;
  /** Absent = what the words of the id say. */
  readonly tier?: Tier;
  readonly region?: string | null;
  readonly host?: string | null;
  readonly variant?: string | null;
  readonly conditions?: Reading["conditions"];
  readonly unitPrices?: Reading["unitPrices"];
  readonly discountBps?: number | null;
  readonly unreadMeters?: readonly string[];
  readonly name?: string | null;
  readonly huggingFaceId?: string | null;
  readonly contextTokens?: number | null;
  readonly maxOutputTokens?: number | null;
  readonly retiresOn?: string | null;
  readonly note?: string | null;
}

/** What a body that only prices its models says beside that. */
export const NO_FACTS = {
  conditions: [],
  unitPrices: {},
  discountBps: null,
  unreadMeters: [],
  name: null,
  huggingFaceId: null,
  contextTokens: null,
  maxOutputTokens: null,
  retiresOn: null,
  note: null,
} as const satisfies Partial<PlatformCard>;

/** What a reader makes of a row: a card, or why there is none. */
export type ReadPlatformRow = PlatformCard | Skipped;

import { z } from "zod";
import { WebUrl } from "../money/web-url.ts";
import { OfferKey } from "./offer.ts";

/** Why an offer is gone: its platform closed, the maker shut the model down, or this seller stopped selling it. */
export const GoneReason = z.enum(["closed", "retired", "withdrawn"]);
export type GoneReason = z.output<typeof GoneReason>;

/**
 * A tombstone: an offer that a platform no longer sells, with the day, the reason and where that was read. It has no
 * price; history keeps what it cost. Sources that still list it are late.
 */
export const GoneOffer = z.strictObject({
  /** The offer's own id, so that history and links still find it. */
  id: z.string(),
  model: z.string(),
  ...OfferKey.shape,
  upstreamId: z.string(),
  why: GoneReason,
  /** The first day without it; null = the day is not known. */
  goneOn: z.iso.date().nullable(),
  sourceUrl: WebUrl,
});
export type GoneOffer = z.output<typeof GoneOffer>;

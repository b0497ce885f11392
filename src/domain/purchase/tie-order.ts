import { makerOfId } from "../model/maker-of-id.ts";
import { compareText } from "../money/compare-text.ts";
import type { Offer } from "../offer/offer.ts";
import type { Sellers } from "../offer/seller.ts";
import type { KnownPrice } from "../source/evidence.ts";
import { EVIDENCE } from "../source/evidence-class.ts";
import { hasUnknownFee } from "./purchase.ts";

/** What the order of equal months reads of an offer. */
export type TiedOffer = Pick<Offer, "id" | "model" | "platform" | "variant"> & Pick<KnownPrice, "evidence">;

/**
 * Who stands first of equal months: who sells the model with its thinking, of which its scores are; then the maker, then the clouds, then a known
 * fee before an unknown one, then the stronger evidence, then the offer id.
 * At $1,800 each Anthropic is before Bedrock, and both before a router; xAI's `reasoning` before its `non-reasoning`.
 */
export function compareTied(a: TiedOffer, b: TiedOffer, sellers: Sellers): number {
  return placeOf(a, sellers) - placeOf(b, sellers) || strengthOf(a) - strengthOf(b) || compareText(a.id, b.id);
}

/** Grok 4.1 Fast is sold as `reasoning` and as `non-reasoning`. */
export const isWithoutThinking = ({ variant }: Pick<Offer, "variant">): boolean => /^non?-?(reasoning|think)/.test(variant ?? "");

/** Lower is stronger. */
const strengthOf = ({ evidence }: TiedOffer): number => EVIDENCE.indexOf(evidence);

/** Lower first. */
function placeOf(offer: TiedOffer, sellers: Sellers): number {
  const { model, platform } = offer;
  const seller = sellers.get(platform);
  if (isWithoutThinking(offer)) return 4;
  if (seller?.listMakers.includes(makerOfId(model))) return 0;
  if (seller?.kind === "cloud") return 1;
  return hasUnknownFee(seller?.fees ?? null) ? 3 : 2;
}

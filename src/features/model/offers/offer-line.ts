import { makerOfId } from "../../../domain/model/maker-of-id.ts";
import type { Offer } from "../../../domain/offer/offer.ts";
import type { Sellers } from "../../../domain/offer/seller.ts";
import type { SellerNames } from "../../../domain/offer/seller-names.ts";
import { CLOUDS } from "../../../domain/platform/clouds.ts";
import { type SellerLabel, sellerLabel } from "../../../site/words/seller-label.ts";
import type { OfferLine } from "../../../table/offer-cells.ts";

/** Who sells an offer, and where on the page it stands. */
export interface OfferSeller {
  readonly seller: SellerLabel;
  /** `main`: the maker's own API, a cloud, OpenRouter itself; `host`: one host of a router. */
  readonly place: "main" | "host" | "other";
}

/** An offer of a model as its page's table shows it. */
export interface ModelOfferLine extends OfferLine, OfferSeller {
  /** Null = a source named this platform for the first time, and nobody has written down its facts yet. */
  readonly platformPath: string | null;
}

/** The context is said only where it is another than the model's own. */
export function offerSeller(offer: Offer & SellerNames, contextTokens: number | null, sellers: Sellers): OfferSeller {
  const isUsual = offer.contextTokens === contextTokens;
  return { seller: sellerLabel(isUsual ? { ...offer, contextTokens: null } : offer), place: placeOf(offer, sellers) };
}

function placeOf({ model, platform, host }: Offer, sellers: Sellers): OfferSeller["place"] {
  if (host !== null) return "host";
  const isMakers = sellers.get(platform)?.listMakers.includes(makerOfId(model)) === true;
  return isMakers || MAIN_PLATFORMS.includes(platform) ? "main" : "other";
}

const MAIN_PLATFORMS: readonly string[] = [...CLOUDS, "openrouter"];

import { REGION_NAMES } from "../../../site/platform/region-words.ts";
import type { OfferView } from "../offers-state.ts";

/** What the filters leave, as the end of "cheapest for chat": ` in the EU, at clouds`. Empty without any. */
export function filterWords({ kinds, regions, quantizations, firstHand }: OfferView): string {
  const parts = [
    ...(regions.length === 0 ? [] : [`in ${regions.map((word) => REGION_NAMES[word] ?? word).join(" or ")}`]),
    ...(kinds.length === 0 ? [] : [`at ${kinds.map((word) => SELLER_KINDS[word] ?? word).join(" or ")}`]),
    ...(quantizations.length === 0 ? [] : [`with ${quantizations.join(" or ")} weights`]),
    ...(firstHand ? ["by the platforms’ own prices"] : []),
  ];
  return parts.length === 0 ? "" : ` ${parts.join(", ")}`;
}

/** Who sells, in the plural. */
export const SELLER_KINDS: Readonly<Record<string, string>> = {
  direct: "makers",
  cloud: "clouds",
  router: "routers",
  host: "hosts",
  reseller: "resellers",
  byok: "BYOK platforms",
};

import type { OfferView } from "../offers-state.ts";

/** What the filters leave, as the end of "cheapest for chat": ` in the EU, at clouds`. Empty without any. */
export function filterWords({ kinds, regions, quantizations, firstHand }: OfferView): string {
  const parts = [
    ...(regions.length === 0 ? [] : [`in ${regions.map((word) => REGIONS[word] ?? word).join(" or ")}`]),
    ...(kinds.length === 0 ? [] : [`at ${kinds.map((word) => KINDS[word] ?? word).join(" or ")}`]),
    ...(quantizations.length === 0 ? [] : [`with ${quantizations.join(" or ")} weights`]),
    ...(firstHand ? ["by the platforms’ own prices"] : []),
  ];
  return parts.length === 0 ? "" : ` ${parts.join(", ")}`;
}

/** Who sells, in the plural. */
export const KINDS: Readonly<Record<string, string>> = {
  direct: "makers",
  cloud: "clouds",
  router: "routers",
  host: "hosts",
  reseller: "resellers",
  byok: "BYOK platforms",
};

/** Where a request is answered. */
export const REGIONS: Readonly<Record<string, string>> = {
  global: "any region",
  us: "the US",
  eu: "the EU",
  uk: "the UK",
  ch: "Switzerland",
  apac: "Asia-Pacific",
  cn: "China",
  ca: "Canada",
  sa: "South America",
  me: "the Middle East",
  af: "Africa",
  gov: "US government regions",
};

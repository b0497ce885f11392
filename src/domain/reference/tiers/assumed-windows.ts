import { isWindowCondition, type WindowCondition } from "../../offer/condition.ts";
import { isListSeller } from "../../offer/list-seller.ts";
import { METERS } from "../../offer/meter.ts";
import type { Offer } from "../../offer/offer.ts";
import type { Sellers } from "../../offer/seller.ts";
import type { KnownPrice } from "../../source/evidence.ts";
import { isFirstHand } from "../../source/evidence-class.ts";
import type { ListCards } from "./assumed-tiers.ts";

type RoutedOffer = Pick<Offer, "model" | "platform" | "tier" | "prices" | "conditions"> & Pick<KnownPrice, "evidence">;

/**
 * Missing is never cheaper: a router passes on what the maker asks at the hour, and a copy has the price of the minute in which it was made. Where
 * that is the maker's price outside of its windows, to every meter that they change, they hold there too. DeepSeek asks 0.15/0.60 and twice as
 * much in 35 of 168 hours; OpenRouter's API names the hours, and its copy of 10:48 UTC says 0.15/0.60 and no more.
 *
 * Empty where the seller is the maker or sets its own prices, where its own word was read, and where it names hours itself.
 */
export function assumedWindows(offer: RoutedOffer, list: ListCards | null, sellers: Sellers): readonly WindowCondition[] {
  const { conditions, evidence, model, platform, prices, tier } = offer;
  if (list === null || tier !== "standard" || isFirstHand(evidence) || conditions.some(isWindowCondition)) return [];
  if (sellers.get(platform)?.kind !== "router" || isListSeller(sellers, platform, model)) return [];
  const windows = list.conditions.filter(isWindowCondition);
  const changed = METERS.filter((meter) => windows.some((window) => window.prices[meter] !== undefined));
  const isOffPeak = changed.every((meter) => prices[meter] !== undefined && prices[meter] === list.prices[meter]);
  return isOffPeak ? windows.map(({ utc, days, prices: card }) => ({ utc, days, prices: card })) : [];
}

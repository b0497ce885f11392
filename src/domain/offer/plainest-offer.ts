import { compareText } from "../money/compare-text.ts";
import { distanceFromPlain } from "./distance-from-plain.ts";
import type { Offer, Tier } from "./offer.ts";

/** Anything that holds an offer: a sheet's row, a ranked offer. */
interface HasOffer {
  readonly offer: Pick<Offer, "id" | "platform" | "tier" | "status" | "prices"> & Parameters<typeof distanceFromPlain>[0];
}

/**
 * The offer that stands for a platform where it is compared with others: on sale at the tier and priced, one with an input price before
 * one without, no host in between where there is a choice, no variant, region or quantization; then the cheapest; then by id.
 * OpenRouter's own `anthropic/claude-opus-4.8@openrouter`, not one of its hosts. Null = it sells no such offer, or names no price.
 */
export function plainestOffer<Row extends HasOffer>(
  rows: readonly Row[],
  platformId: string,
  tier: Tier = "standard",
): Row | null {
  const onSale = rows.filter(({ offer }) => offer.platform === platformId && offer.tier === tier && isOnSale(offer));
  return onSale.toSorted((a, b) => compareOffers(a.offer, b.offer))[0] ?? null;
}

const isOnSale = ({ status, prices }: HasOffer["offer"]): boolean =>
  status !== "retired" && (prices.input !== undefined || prices.output !== undefined);

function compareOffers(a: HasOffer["offer"], b: HasOffer["offer"]): number {
  const inputless = (offer: HasOffer["offer"]) => Number(offer.prices.input === undefined);
  return (
    inputless(a) - inputless(b) ||
    distanceFromPlain(a) - distanceFromPlain(b) ||
    priceOf(a) - priceOf(b) ||
    compareText(a.id, b.id)
  );
}

const priceOf = ({ prices }: HasOffer["offer"]): number => prices.input ?? prices.output ?? Number.MAX_SAFE_INTEGER;

import { compareText } from "../../money/compare-text.ts";
import { isPromptCondition, type PromptCondition } from "../../offer/condition.ts";
import { isListSeller } from "../../offer/list-seller.ts";
import { METERS, type Prices } from "../../offer/meter.ts";
import type { Offer } from "../../offer/offer.ts";
import type { Sellers } from "../../offer/seller.ts";
import type { KnownPrice } from "../../source/evidence.ts";
import { EVIDENCE, isFirstHand } from "../../source/evidence-class.ts";
import { referenceFor, unconfirmedList } from "../delta.ts";

type TieredOffer = Pick<Offer, "model" | "platform" | "tier" | "contextTokens" | "prices" | "conditions"> &
  Pick<KnownPrice, "evidence">;

/** The maker's list, with its cards for long prompts. */
export type ListCards = Pick<Offer, "prices" | "conditions">;

/**
 * Whose multiples a long prompt has: those of the maker's list, and where none is confirmed, of what catalogues give for it, else of OpenRouter's
 * own price, the first of these that names any; where it has neither, of the seller whose price is known best. Null = none is known. Alibaba's page of
 * Qwen3 Coder Plus was not read: its copy says 1/5 and 1.8/9 above 32,000 tokens. Seed 1.8 has no list and is not at OpenRouter: Vercel says 0.25/2
 * and twice as much above 128,000 tokens, and copies that say no more bill twice there too.
 */
export function listCards(offers: Parameters<typeof referenceFor>[0], maker: string, sellers: Sellers): ListCards | null {
  const reference = referenceFor(offers, maker, sellers);
  if (reference?.kind === "list") return reference.offer;
  const main = [unconfirmedList(offers, maker, sellers), offers.find(isHeadline)].filter((offer) => offer != null);
  const others = main.length > 0 ? main : offers.filter(isPlain).toSorted(byEvidence);
  return others.find(({ conditions }) => conditions.some(isPromptCondition)) ?? null;
}

type Sold = Parameters<typeof referenceFor>[0][number];

const isHeadline = (offer: Sold): boolean => offer.platform === "openrouter" && isPlain(offer);

const isPlain = ({ host, tier, variant, status, doubts }: Sold): boolean =>
  host === null && tier === "standard" && variant === null && status !== "retired" && doubts.length === 0;

const byEvidence = (a: Sold, b: Sold): number =>
  EVIDENCE.indexOf(a.evidence) - EVIDENCE.indexOf(b.evidence) || compareText(a.id, b.id);

/**
 * Missing is never cheaper: the cards for long prompts that a copy of a price does not name, at the maker's own multiples. GPT-5.4 lists 2.5/15 and
 * 5/22.5 above 272,000 tokens; Cloudflare's copy says 2.5/15 and no more, so that a longer prompt bills at 5/22.5 there too.
 * Empty where the weights are open, since hosts set their own prices; where the seller is the maker, or its own word was read, by us or by
 * hand (`isSaidInFull`); where it names a card for long prompts itself; and for thresholds that its context does not reach.
 */
export function assumedTiers(
  offer: TieredOffer,
  list: ListCards | null,
  openWeights: boolean | null,
  sellers: Sellers,
): readonly PromptCondition[] {
  const { conditions, contextTokens, evidence, model, platform, tier } = offer;
  if (list === null || openWeights === true || tier === "free") return [];
  if (isFirstHand(evidence) && isSaidInFull(offer, list, sellers)) return [];
  if (isListSeller(sellers, platform, model) || conditions.some(isPromptCondition)) return [];
  return list.conditions
    .filter(isPromptCondition)
    .filter(({ promptTokensAbove }) => contextTokens === null || contextTokens > promptTokensAbove)
    .map(({ promptTokensAbove, prices }) => ({ promptTokensAbove, prices: inProportion(offer.prices, list.prices, prices) }))
    .filter(({ prices }) => Object.keys(prices).length > 0);
}

/**
 * False of a router's row that somebody wrote down where it is the maker's own price, which the router passes on: Venice's 1/5 for GPT-6.1 Terra
 * is OpenAI's, and OpenAI's long prompts cost twice as much.
 */
function isSaidInFull({ evidence, platform, prices }: TieredOffer, { prices: base }: ListCards, sellers: Sellers): boolean {
  const isMakersPrice = prices.input === base.input && prices.output === base.output;
  return evidence !== "transcribed" || sellers.get(platform)?.kind !== "router" || !isMakersPrice;
}

/**
 * Each meter that both cards of the list name, as much more than the offer's own as the list's is than its base, in whole millionths, rounded up:
 * never cheaper.
 */
const inProportion = (prices: Prices, base: Prices, tier: Prices): Prices =>
  Object.fromEntries(
    METERS.flatMap((meter) => {
      const [own, from, to] = [prices[meter], base[meter], tier[meter]];
      return own === undefined || !from || to === undefined ? [] : [[meter, Math.ceil((own * to) / from)]];
    }),
  );

import { type BilledCard, billedCard } from "../../domain/cost/billed-card.ts";
import { usdPerUnit } from "../../domain/cost/landed-cost.ts";
import type { Model } from "../../domain/model/model.ts";
import { variantWords } from "../../domain/model/variant-words.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import { toMillionth } from "../../domain/money/micro-usd.ts";
import { isPromptCondition } from "../../domain/offer/condition.ts";
import { distanceFromPlain } from "../../domain/offer/distance-from-plain.ts";
import type { Prices, UnitPrices } from "../../domain/offer/meter.ts";
import type { Tier } from "../../domain/offer/offer.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import { ineligibleCard } from "../../domain/ranking/eligibility.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";

/** Which prices a file holds: eligible ones, or those of one catalogue's word, beside them. */
export type CompatKind = "confirmed" | "reported";

/** What a platform sells under one id of its own: the card that the id names, and its other service tiers. */
export interface CompatRow {
  readonly platform: string;
  /** The id a request names: `claude-opus-4-8`, `eu.anthropic.claude-opus-4-8`. It says the region, where there is one. */
  readonly upstreamId: string;
  readonly model: Model;
  readonly base: AssessedOffer;
  readonly tiers: ReadonlyMap<Tier, AssessedOffer>;
}

/** A price card for prompts of more than so many tokens (null = the base card), with what its cache meters bill. */
export interface PromptCard {
  readonly above: number | null;
  readonly prices: Prices;
  readonly billed: BilledCard;
}

/**
 * The offers of a kind as other tools' files can hold them, by platform and id: one row for each id at a platform. A host behind OpenRouter has
 * no place in those shapes; of two offers with one id the plainest stands, and where it is of another kind the id has no row: a tool that looks
 * up `gpt-6-astra` beside the confirmed prices must not find what one catalogue says of its ultrafast variant.
 */
export function compatRows(
  offers: readonly AssessedOffer[],
  models: ReadonlyMap<string, Model>,
  sellers: Sellers,
  kind: CompatKind,
): readonly CompatRow[] {
  const direct = offers
    .filter(({ host, status }) => host === null && status !== "retired")
    .map((offer) => ({ offer, kind: kindOf(offer, sellers) }));
  const byId = Map.groupBy(direct, ({ offer }) => `${offer.platform} ${offer.upstreamId}`);
  const rows = [...byId.values()].flatMap((offersOfId) => rowOf(offersOfId.toSorted(compareOffers), models, kind));
  return rows.toSorted((a, b) => compareText(a.platform, b.platform) || compareText(a.upstreamId, b.upstreamId));
}

/** The base card and one for each prompt tier, shortest first; a meter that a tier leaves out keeps the base price. */
export function promptCards({
  prices,
  conditions,
  model,
}: Pick<AssessedOffer, "prices" | "conditions" | "model">): readonly PromptCard[] {
  const tiers = conditions.filter(isPromptCondition);
  const cards = [
    { above: null, prices },
    ...tiers.map((tier) => ({ above: tier.promptTokensAbove, prices: { ...prices, ...tier.prices } })),
  ];
  return cards.map((card) => ({ ...card, billed: billedCard(card.prices, null, model) }));
}

/**
 * Where a price was read, on which day, whether more than one catalogue is behind it, and how it is known: `source`, `observed_at`, `confirmed`,
 * `evidence`. A maker's price that two catalogues alone agree on is `corroborated`: our pages call that list price unconfirmed.
 */
export const witnessOf = ({ restsOn, evidence }: AssessedOffer) => ({
  source: restsOn.url,
  observed_at: restsOn.readAt.slice(0, 10),
  confirmed: evidence !== "reported",
  evidence,
});

/** Dollars for a thousand of a unit, which other tools count by: `{ amount: "5", per: "1000 requests, as at others" }` → 5. Null = no price. */
export function thousandOf(unitPrices: UnitPrices, unit: "request" | "webSearch"): number | null {
  const usd = usdPerUnit(unitPrices, unit);
  return usd === null ? null : toMillionth(usd * 1_000);
}

function kindOf(offer: AssessedOffer, sellers: Sellers): CompatKind | null {
  if (offer.prices.input === undefined || offer.prices.output === undefined) return null;
  const why = ineligibleCard(offer, sellers, "confirmed");
  return why === null ? "confirmed" : why === "unconfirmed" ? "reported" : null;
}

/** An offer and the file it is in; null = in none. */
interface KindOfOffer {
  readonly offer: AssessedOffer;
  readonly kind: CompatKind | null;
}

function rowOf(offersOfId: readonly KindOfOffer[], models: ReadonlyMap<string, Model>, kind: CompatKind): readonly CompatRow[] {
  const plainest = offersOfId.find(({ offer }) => offer.tier === variantWords(offer.upstreamId).tier);
  const model = plainest === undefined ? undefined : models.get(plainest.offer.model);
  if (plainest === undefined || plainest.kind !== kind || model === undefined) return [];
  const base = plainest.offer;
  const tiers = new Map<Tier, AssessedOffer>();
  for (const { offer, kind: itsKind } of offersOfId)
    if (itsKind === kind && !tiers.has(offer.tier) && offer.tier !== base.tier) tiers.set(offer.tier, offer);
  return [{ platform: base.platform, upstreamId: base.upstreamId, model, base, tiers }];
}

/** The plainest first; of equally plain ones a confirmed price, then a reported one. */
const compareOffers = (a: KindOfOffer, b: KindOfOffer): number =>
  distanceFromPlain(a.offer) - distanceFromPlain(b.offer) ||
  rankOf(a.kind) - rankOf(b.kind) ||
  compareText(a.offer.id, b.offer.id);

const rankOf = (kind: CompatKind | null): number => (kind === "confirmed" ? 0 : kind === "reported" ? 1 : 2);

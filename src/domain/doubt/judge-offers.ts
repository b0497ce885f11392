import type { Model } from "../model/model.ts";
import { compareDoubts, type Doubt, type SellerId } from "./doubt.ts";
import { type DoubtableOffer, type PricedRow, pricedRows, type RowContext, rivalsOf, routersIn } from "./priced-row.ts";
import { batchAsStandard } from "./rules/batch-as-standard.ts";
import { beforeChange, type ChangeContext } from "./rules/before-change.ts";
import { cacheAboveInput, cheaperTier } from "./rules/broken-card.ts";
import { globalInRegion } from "./rules/global-in-region.ts";
import { homeMarketPrice } from "./rules/home-market-price.ts";
import { type MarketContext, offMarket } from "./rules/market/off-market.ts";
import { underEverySeller } from "./rules/market/under-every-seller.ts";
import { underFirstHand } from "./rules/market/under-first-hand.ts";
import { listOf, underList } from "./rules/market/under-list.ts";
import { mediaAsText } from "./rules/media-as-text.ts";
import { newerReading } from "./rules/newer-reading.ts";
import { noLongerServed } from "./rules/no-longer-served.ts";
import { type ListContext, type ListedModel, notInNewerList } from "./rules/not-in-newer-list.ts";
import { unitSlip } from "./rules/unit-slip.ts";
import { type CurrencyContext, unknownCurrency } from "./rules/unknown-currency.ts";

/** What the rules need beside the offers. */
export interface DoubtContext extends RowContext, MarketContext, CurrencyContext, ChangeContext, ListContext {}

/**
 * What speaks against each offer of one model, by offer id; an offer nothing speaks against has an empty list, and so has one that is withdrawn or
 * without a price. Of a free one nothing is asked but whether it is still sold. Any order of offers gives the same doubts, each in the order of `DOUBT_RULES`.
 * Opus 4.8 → UnoRouter `underFirstHand` and `underList`, Anthropic none.
 */
export function judgeOffers(
  offers: readonly DoubtableOffer[],
  model: Pick<Model, "openWeights"> & ListedModel,
  context: DoubtContext,
): ReadonlyMap<string, readonly Doubt[]> {
  const rows = pricedRows(offers, context);
  const market = { rows, routers: routersIn(rows), openWeights: model.openWeights };
  const unsold = new Map(offers.map((offer) => [offer.id, soldNoMore(offer, offers, model, context)]));
  const none: readonly Doubt[] = [];
  const first = new Map(
    rows.map((row) => [row.offer.id, inOrder([...doubtsOf(row, market, context), ...(unsold.get(row.offer.id) ?? none)])]),
  );
  const lists = { sellers: context.sellers, isDoubtful: (id: string) => (first.get(id) ?? []).length > 0 };
  return new Map([
    ...unsold,
    ...rows.map((row) => {
      const list = underList(row, listOf(row, rows, lists), model.openWeights);
      return [row.offer.id, inOrder([...(first.get(row.offer.id) ?? none), list])] as const;
    }),
  ]);
}

/** What speaks against its being sold at all, free or not. */
function soldNoMore(
  offer: DoubtableOffer,
  offers: readonly DoubtableOffer[],
  model: ListedModel,
  context: ListContext,
): readonly Doubt[] {
  if (offer.status === "retired") return [];
  return inOrder([noLongerServed(offer), notInNewerList(offer, offers, model, context)]);
}

/** What is sold of one model. */
interface ModelMarket {
  readonly rows: readonly PricedRow[];
  /** The platforms among them that pass requests on. */
  readonly routers: ReadonlySet<SellerId>;
  readonly openWeights: boolean | null;
}

/** Every rule but the one that needs a list without doubts. */
function doubtsOf(row: PricedRow, { rows, routers, openWeights }: ModelMarket, context: DoubtContext): readonly Doubt[] {
  const rivals = rivalsOf(row, rows);
  const byMonth = [underFirstHand(row, rivals, context.sellers), offMarket(row, rivals, routers, context)];
  return inOrder([
    ...byMonth,
    // Of a month that is doubtful for what it costs no single price need be told.
    byMonth.some((doubt) => doubt !== null) ? null : underEverySeller(row, rivals, context.sellers),
    unitSlip(row, rivals),
    cacheAboveInput(row),
    cheaperTier(row),
    unknownCurrency(row, context),
    newerReading(row),
    beforeChange(row, rows, context),
    globalInRegion(row, rows),
    homeMarketPrice(row, rivals, context.sellers),
    batchAsStandard(row, rows, context, openWeights),
    mediaAsText(row, rivals),
  ]);
}

const inOrder = (doubts: readonly (Doubt | null)[]): readonly Doubt[] =>
  doubts.filter((doubt) => doubt !== null).toSorted(compareDoubts);

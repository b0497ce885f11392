import type { GoneOffer } from "../../domain/offer/gone-offer.ts";
import type { SellerNames } from "../../domain/offer/seller-names.ts";

type Gone = GoneOffer & Pick<SellerNames, "hostName">;

/** What ended on a platform: ` via OpenAI`, ` (free)`; empty = the model as the platform itself sells it. */
type GoneSale<Row> = Row & { readonly sale: string };

/**
 * Tombstones of one platform, each thing once. A model whose host or free tier ended may still be sold there, so that is said; what ended
 * together with the standard tier is not listed apart. OpenAI's GPT-4, standard and batch, gone from OpenRouter on one day: one, ` via OpenAI`.
 */
export function goneSales<Row extends Gone>(gone: readonly Row[]): readonly GoneSale<Row>[] {
  const together = Map.groupBy(gone, ({ model, host, why, goneOn }) => JSON.stringify([model, host, why, goneOn]));
  return [...together.values()].flatMap((all) => {
    const standard = all.filter(({ tier }) => tier === "standard").slice(0, 1);
    return (standard.length > 0 ? standard : all).map((each) => ({ ...each, sale: saleOf(each) }));
  });
}

const saleOf = ({ hostName, tier }: Gone): string =>
  `${hostName === null ? "" : ` via ${hostName}`}${tier === "standard" ? "" : ` (${tier})`}`;

import type { Offer } from "../offer/offer.ts";

/** What is read of an offer. */
type Priced = Pick<Offer, "tier" | "prices">;

/** The standard offers' input prices that are over zero, in the order of the rows: what a ladder draws and "apart on input" compares. */
export function standardInputs({ rows }: { readonly rows: readonly { readonly offer: Priced }[] }): readonly number[] {
  return rows.flatMap(({ offer: { tier, prices } }) =>
    tier === "standard" && prices.input !== undefined && prices.input > 0 ? [prices.input] : [],
  );
}

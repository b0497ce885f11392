import type { Offer } from "../offer/offer.ts";
import type { PriceTrust } from "../ranking/eligibility.ts";

/** What is read of an offer. */
type Priced = Pick<Offer, "tier" | "prices"> & Pick<PriceTrust, "doubts">;

/**
 * The standard offers' input prices that are over zero and that nothing speaks against, in the order of the rows: what a ladder draws and "apart on
 * input" compares.
 */
export function standardInputs({ rows }: { readonly rows: readonly { readonly offer: Priced }[] }): readonly number[] {
  return rows.flatMap(({ offer: { tier, prices, doubts } }) =>
    tier === "standard" && prices.input !== undefined && prices.input > 0 && doubts.length === 0 ? [prices.input] : [],
  );
}

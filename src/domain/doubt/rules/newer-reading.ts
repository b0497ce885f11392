import { pricePair } from "../../reference/delta.ts";
import type { Doubt } from "../doubt.ts";
import type { PricedRow } from "../priced-row.ts";

/** (d) A later reading of the same offer shows another input or output: whose, and from when. */
export function newerReading({ offer: { contradictedBy } }: PricedRow): Doubt | null {
  if (contradictedBy === null) return null;
  const { source, prices } = contradictedBy;
  return { rule: "newerReading", source: source.id, readAt: source.readAt, prices: pricePair({ prices, conditions: [] }, null) };
}

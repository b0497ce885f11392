import { type CostedOffer, type MonthCost, monthCost } from "../../src/domain/cost/landed-cost.ts";
import type { Workload } from "../../src/domain/cost/workload.ts";

/** A month that must have a price. */
export function pricedMonth(
  offer: CostedOffer,
  workload: Workload,
  batch: CostedOffer | null = null,
): Extract<MonthCost, { kind: "priced" }> {
  const month = monthCost(offer, workload, batch);
  if (month.kind !== "priced") throw new Error(`expected a price, got ${JSON.stringify(month)}`);
  return month;
}

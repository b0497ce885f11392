import { type DoubtableOffer, type PricedRow, pricedRows, rivalsOf } from "../../src/domain/doubt/priced-row.ts";
import { aDoubtableOffer, CURATED_DOUBTS } from "./a-doubtable-offer.ts";

/** What a rule reads of a market: the offer in question, every row, and the same tier at others. */
export interface DoubtableMarket {
  readonly row: PricedRow;
  readonly rows: readonly PricedRow[];
  readonly rivals: readonly PricedRow[];
}

/** A model's offers, a line each as `aDoubtableOffer` reads them, the one in question first; say what no line can. */
export function aDoubtableMarket(
  model: string,
  lines: readonly [string, ...string[]],
  change: Partial<DoubtableOffer> = {},
): DoubtableMarket {
  const offers = lines.map((line, index) => ({ ...aDoubtableOffer(model, line), ...(index === 0 ? change : {}) }));
  const rows = pricedRows(offers, CURATED_DOUBTS);
  const [row] = rows;
  if (row === undefined) throw new Error(`${lines[0]} says no price`);
  return { row, rows, rivals: rivalsOf(row, rows) };
}

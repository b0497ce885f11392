import { fromUsdPerMTok, MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import type { Condition } from "../../../../src/domain/offer/condition.ts";
import type { Gaps, Meter, Prices } from "../../../../src/domain/offer/meter.ts";

/** What a cell of a price table says: a price, that there is none, or something we cannot read. */
export type PriceCell = MicroUsdPerMTok | "none" | "unread";

const NONE = /^(|-|–|—|\\|n\/a)$/i;
const FREE = /^free$/i;
const DOLLARS = /^\$?\s*(\d[\d,]*(?:\.\d+)?|\.\d+)(?:\s*\/\s*(?:MTok|M tokens|1M tokens))?$/i;

/** `"$0.25 / MTok"` → 250_000, `"Free"` → 0, `"-"` → none. */
export function readPriceCell(text: string): PriceCell {
  const cell = text.trim();
  if (NONE.test(cell)) return "none";
  if (FREE.test(cell)) return MicroUsdPerMTok.parse(0);
  const digits = DOLLARS.exec(cell)?.[1]?.replaceAll(",", "");
  return digits === undefined ? "unread" : (MicroUsdPerMTok.safeParse(fromUsdPerMTok(digits)).data ?? "unread");
}

/** The figures of one row. `gaps` holds the meters whose cell says there is no such price. */
export interface RowPrices {
  readonly prices: Prices;
  readonly gaps: Gaps;
}

/** A row's cells by meter, an absent column as undefined; null when a cell cannot be read or input or output has no price. */
export function readRowPrices(cells: Readonly<Partial<Record<Meter, string | undefined>>>): RowPrices | null {
  const prices: Record<string, MicroUsdPerMTok> = {};
  const gaps: Record<string, "notSold"> = {};
  for (const [meter, text] of Object.entries(cells)) {
    if (text === undefined) continue;
    const cell = readPriceCell(text);
    if (cell === "unread") return null;
    if (cell === "none") gaps[meter] = "notSold";
    else prices[meter] = cell;
  }
  return prices["input"] === undefined || prices["output"] === undefined ? null : { prices, gaps };
}

/** A row's prices as a condition on the prompt's length; none where the row holds for every length. */
export const promptConditions = ({ promptTokensAbove, prices }: PromptRow): readonly Condition[] =>
  promptTokensAbove === null ? [] : [{ promptTokensAbove, prices }];

interface PromptRow {
  readonly promptTokensAbove: number | null;
  readonly prices: Prices;
}

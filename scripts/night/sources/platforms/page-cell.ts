import { fromUsdPerMTok, MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import type { PriceCell } from "../price-pages/price-cell.ts";

const NONE = /^(|-|–|—|n\/a|not available|not applicable)$/i;
const FREE = /^free( of charge)?$/i;
const DOLLARS = /^(?:US)?\$\s*(\d[\d,]*(?:\.\d+)?|\.\d+)(?:\s*(?:\/|per)\s*(?:MTok|M tokens|1M tokens|M|1M))?$/i;

/**
 * A cell of a price page: `"$1.40"`, `"US$1.40"`, `"$1.40 / 1M tokens"` → 1_400_000; `"Free of charge"` → 0; `"-"` and `"Not available"` → none. A figure
 * without a dollar sign is unread: the same page is in yuan or euros elsewhere.
 */
export function readDollarCell(text: string): PriceCell {
  const cell = text.replaceAll("\\", "").trim();
  if (NONE.test(cell)) return "none";
  if (FREE.test(cell)) return MicroUsdPerMTok.parse(0);
  const digits = DOLLARS.exec(cell)?.[1]?.replaceAll(",", "");
  return digits === undefined ? "unread" : (MicroUsdPerMTok.safeParse(fromUsdPerMTok(digits)).data ?? "unread");
}

/** The id of a model that a page gives by its name alone: `"Acme Large 3"` → `acme-large-3`. */
export const idOfName = (name: string): string => name.toLowerCase().replaceAll(/\s+/g, "-");

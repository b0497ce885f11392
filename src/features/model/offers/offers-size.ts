import { type Sellers, sellerName } from "../../../domain/offer/seller.ts";
import { CLOUDS } from "../../../domain/platform/clouds.ts";
import type { ModelSheet } from "../../../domain/reference/model-sheet.ts";
import { formatPlural } from "../../../site/format.ts";

/** `62 offers on 41 platforms, the main ones first. Not sold on Azure, as far as we read.` */
export function sizeText({ rows }: Pick<ModelSheet, "rows">, sellers: Sellers): string {
  const platforms = new Set(rows.map(({ offer }) => offer.platform));
  const size = `${formatPlural(rows.length, "offer")} on ${formatPlural(platforms.size, "platform")}`;
  const missing = [...CLOUDS].filter((id) => sellers.has(id) && !platforms.has(id)).map((id) => sellerName(sellers, id));
  const none = missing.length === 0 ? "" : ` Not sold on ${eitherOf(missing)}, as far as we read.`;
  return `${size}${platforms.size > 1 ? ", the main ones first" : ""}.${none}`;
}

/** `a`, `a or b`, `a, b or c`. */
const eitherOf = (names: readonly string[]): string => names.join(", ").replace(/, (?=[^,]*$)/, " or ");

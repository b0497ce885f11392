import type { Names } from "../../domain/offer/seller-names.ts";
import { TIERS } from "../../domain/offer/tier.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { sellerLabel } from "../../site/words/seller-label.ts";
import { offerAnchor } from "../../table/offer-cells.ts";
import { type TableView, tableView } from "../../table/table-view.ts";
import { type ModelOfferLine, OFFER_COLUMNS } from "./offer-columns.ts";

/** The model's offers by service tier, each tier by landed month. `pathOf` = a platform's page, null where it has none. */
export function offerTable(
  { rows, reference }: ModelSheet,
  caption: string,
  names: Names,
  pathOf: (platformId: string) => string | null,
): TableView {
  const listId = reference?.kind === "list" ? reference.offer.id : null;
  const lines = rows.map(
    (row): ModelOfferLine => ({
      ...row,
      isList: row.offer.id === listId,
      seller: sellerLabel(row.offer, names),
      platformPath: pathOf(row.offer.platform),
    }),
  );
  const tiers = TIERS.map((tier) => ({ title: GROUP_TITLES[tier], rows: lines.filter(({ offer }) => offer.tier === tier) }));
  const groups = tiers.filter((tier) => tier.rows.length > 0);
  return tableView(
    { label: "Offers", caption },
    OFFER_COLUMNS,
    groups.map((group) => ({ ...group, isAlone: groups.length === 1 })),
    ({ offer, isList }) => ({ id: offerAnchor(offer), isMarked: isList }),
  );
}

const GROUP_TITLES = {
  standard: "Standard",
  batch: "Batch: answers within a day",
  flex: "Flex: slower, when there is room",
  priority: "Priority",
  fast: "Fast",
  free: "Free, with limits",
} as const;

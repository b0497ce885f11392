import type { TableView } from "../../../../table/table-view.ts";
import { offerTable } from "../../offer-table.ts";
import type { ModelOfferLine } from "../../offers/offer-line.ts";

/** The offers on screen as a file has them: every column, every row of a tier in one group. */
export const shownOffers = (lines: readonly ModelOfferLine[]): TableView => offerTable(lines, "");

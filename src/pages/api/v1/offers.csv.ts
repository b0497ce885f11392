import { allSheets } from "../../../lib/catalog.ts";
import { offersCsv } from "../../../lib/offers-csv.ts";

export const GET = (): Response =>
  new Response(offersCsv(allSheets()), { headers: { "content-type": "text/csv; charset=utf-8" } });

import { allSheets } from "../../../data/catalog.ts";
import { offersCsv } from "../../../data/json/offers-csv.ts";

export const GET = (): Response =>
  new Response(offersCsv(allSheets()), { headers: { "content-type": "text/csv; charset=utf-8" } });

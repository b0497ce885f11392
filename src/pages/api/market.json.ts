import { siteMarketJson } from "../../lib/best-data.ts";
import { jsonResponse } from "../../lib/json-response.ts";

export const GET = (): Response => jsonResponse(siteMarketJson());

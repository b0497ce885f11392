import { siteMarketJson } from "../../features/best/best-data.ts";
import { jsonResponse } from "../../site/json-response.ts";

export const GET = (): Response => jsonResponse(siteMarketJson());

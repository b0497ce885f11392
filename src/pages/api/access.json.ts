import { platforms, run } from "../../data/catalog.ts";
import { accessOn } from "../../data/json/seller-access.ts";
import { accessJson } from "../../data/json/seller-json.ts";
import { jsonResponse } from "../../site/json-response.ts";

export const GET = (): Response => jsonResponse(accessJson(platforms, (platform) => accessOn(platform, run.asOf)));

import { hosts, platforms, presets, run, sellers } from "../../lib/catalog.ts";
import { jsonResponse } from "../../lib/json-response.ts";
import { accessOn } from "../../lib/seller-access.ts";
import { sellersJson } from "../../lib/seller-json.ts";

export const GET = (): Response =>
  jsonResponse(sellersJson(platforms, hosts, sellers, presets, (platform) => accessOn(platform, run.asOf)));

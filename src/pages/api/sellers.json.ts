import { hosts, platforms, presets, run, sellers } from "../../data/catalog.ts";
import { accessOn } from "../../data/json/seller-access.ts";
import { sellersJson } from "../../data/json/seller-json.ts";
import { jsonResponse } from "../../site/json-response.ts";

export const GET = (): Response =>
  jsonResponse(sellersJson({ platforms, hosts, sellers }, presets, (platform) => accessOn(platform, run.asOf)));

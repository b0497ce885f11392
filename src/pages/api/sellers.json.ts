import { hosts, platforms, sellers } from "../../lib/catalog.ts";
import { jsonResponse } from "../../lib/json-response.ts";
import { sellersJson } from "../../lib/seller-json.ts";

export const GET = (): Response => jsonResponse(sellersJson(platforms, hosts, sellers));

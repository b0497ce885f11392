import { run } from "../../data/catalog.ts";
import { marketJson } from "../../data/json/market-json.ts";
import { marketData, needsOf, staleOffers } from "../../data/market.ts";
import { NEEDS } from "../../domain/model/need.ts";
import { jsonResponse } from "../../site/json-response.ts";

export const GET = (): Response => jsonResponse(marketJson(run.asOf, marketData, needsOf, staleOffers, NEEDS));

import { ratesOfDay } from "../../data/catalog.ts";
import { exchangeRatesJson } from "../../data/json/exchange-rates-json.ts";
import { jsonResponse } from "../../site/json-response.ts";

export const GET = (): Response => jsonResponse(exchangeRatesJson(ratesOfDay));

import { models, offers, run } from "../../../data/catalog.ts";
import { indexJson } from "../../../data/json/api-json.ts";
import { jsonResponse } from "../../../site/json-response.ts";

export const GET = (): Response => jsonResponse(indexJson(run, models.length, offers));

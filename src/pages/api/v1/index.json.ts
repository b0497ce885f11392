import { indexJson } from "../../../lib/api-json.ts";
import { models, offers, run } from "../../../lib/catalog.ts";
import { jsonResponse } from "../../../lib/json-response.ts";

export const GET = (): Response => jsonResponse(indexJson(run, models.length, offers));

import { indexJson } from "../../../lib/api-json.ts";
import { models, offers, run } from "../../../lib/catalog.ts";
import { jsonResponse } from "../../../lib/json-response.ts";

export function GET(): Response {
  const platforms = new Set(offers.map(({ platform }) => platform)).size;
  return jsonResponse(indexJson(run, { models: models.length, platforms, offers: offers.length }));
}

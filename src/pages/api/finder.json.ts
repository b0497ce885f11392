import { models, names, presets, sellers, sheetOf } from "../../lib/catalog.ts";
import { finderJson } from "../../lib/finder-json.ts";
import { jsonResponse } from "../../lib/json-response.ts";
import { compareByUse } from "../../lib/model-list.ts";

export function GET(): Response {
  const sheets = models.toSorted(compareByUse).map(({ id }) => sheetOf(id));
  return jsonResponse(finderJson(sheets, presets, sellers, names));
}

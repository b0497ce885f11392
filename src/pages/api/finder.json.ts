import { models, names, presets, sellers, sheetOf } from "../../data/catalog.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import { finderJson } from "../../features/finder/finder-json.ts";
import { jsonResponse } from "../../site/json-response.ts";

export function GET(): Response {
  const sheets = models.toSorted(compareByUse).map(({ id }) => sheetOf(id));
  return jsonResponse(finderJson(sheets, presets, sellers, names));
}

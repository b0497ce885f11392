import { allSheets } from "../../../data/catalog.ts";
import { modelRowJson } from "../../../data/json/api-json.ts";
import { jsonResponse } from "../../../site/json-response.ts";

export const GET = (): Response => jsonResponse(allSheets().map(modelRowJson));

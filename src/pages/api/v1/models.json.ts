import { modelRowJson } from "../../../lib/api-json.ts";
import { allSheets } from "../../../lib/catalog.ts";
import { jsonResponse } from "../../../lib/json-response.ts";

export const GET = (): Response => jsonResponse(allSheets().map(modelRowJson));

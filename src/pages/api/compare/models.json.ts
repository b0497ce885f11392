import { comparedModels } from "../../../lib/comparisons.ts";
import { jsonResponse } from "../../../lib/json-response.ts";

export const GET = (): Response => jsonResponse(comparedModels());

import { comparedModelRows } from "../../../features/compare/comparisons.ts";
import { jsonResponse } from "../../../site/json-response.ts";

export const GET = (): Response => jsonResponse(comparedModelRows());

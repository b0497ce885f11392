import { claimJson } from "../../../lib/claim-json.ts";
import { judgedClaims } from "../../../lib/claims.ts";
import { jsonResponse } from "../../../lib/json-response.ts";

export const GET = (): Response => jsonResponse(judgedClaims.map(claimJson));

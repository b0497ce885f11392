import { claimJson } from "../../../features/claims/claim-json.ts";
import { judgedClaims } from "../../../features/claims/page.ts";
import { jsonResponse } from "../../../site/json-response.ts";

export const GET = (): Response => jsonResponse(judgedClaims.map(claimJson));

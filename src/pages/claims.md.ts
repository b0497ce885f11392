import { run } from "../data/catalog.ts";
import { claimsMarkdown } from "../features/claims/claim-markdown.ts";
import { judgedClaims } from "../features/claims/claims.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(claimsMarkdown(judgedClaims, run.asOf));

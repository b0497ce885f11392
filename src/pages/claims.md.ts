import { run } from "../lib/catalog.ts";
import { claimsMarkdown } from "../lib/claim-markdown.ts";
import { judgedClaims } from "../lib/claims.ts";
import { markdownResponse } from "../lib/markdown.ts";

export const GET = (): Response => markdownResponse(claimsMarkdown(judgedClaims, run.asOf));

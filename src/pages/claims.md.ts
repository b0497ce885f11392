import { claimsMarkdown } from "../features/claims/claim-markdown.ts";
import { claimsPage } from "../features/claims/page.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(claimsMarkdown(claimsPage()));

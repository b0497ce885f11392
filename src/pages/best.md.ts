import { bestOverviewMarkdown } from "../lib/best-page.ts";
import { markdownResponse } from "../lib/markdown.ts";

export const GET = (): Response => markdownResponse(bestOverviewMarkdown());

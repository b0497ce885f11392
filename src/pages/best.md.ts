import { bestOverviewMarkdown } from "../features/best/best-page.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(bestOverviewMarkdown());

import { bestOverviewMarkdown } from "../features/best/best-markdown.ts";
import { bestOverview } from "../features/best/page.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(bestOverviewMarkdown(bestOverview()));

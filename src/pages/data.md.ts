import { dataHealth } from "../data/data-health.ts";
import { dataMarkdown } from "../features/data/data-markdown.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(dataMarkdown(dataHealth()));

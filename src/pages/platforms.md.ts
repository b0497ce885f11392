import { platformRowsOf, platforms, run } from "../lib/catalog.ts";
import { platformsMarkdown } from "../lib/list-markdown.ts";
import { markdownResponse } from "../lib/markdown.ts";

export const GET = (): Response => markdownResponse(platformsMarkdown(platforms, platformRowsOf, run.asOf));

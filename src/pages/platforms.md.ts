import { platformRowsOf, platforms, run } from "../data/catalog.ts";
import { platformsMarkdown } from "../features/platform/platform-markdown.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(platformsMarkdown(platforms, platformRowsOf, run.asOf));

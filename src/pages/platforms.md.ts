import { platformsPage } from "../features/platform/page.ts";
import { platformsMarkdown } from "../features/platform/platform-markdown.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(platformsMarkdown(platformsPage()));

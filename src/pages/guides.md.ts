import { guidesMarkdown } from "../features/guides/guide-markdown.ts";
import { guidesPage } from "../features/guides/page.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(guidesMarkdown(guidesPage()));

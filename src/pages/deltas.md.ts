import { deltasMarkdown } from "../features/deltas/deltas-markdown.ts";
import { deltasPage } from "../features/deltas/page.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(deltasMarkdown(deltasPage()));

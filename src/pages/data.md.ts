import { offers, run, unmatched } from "../lib/catalog.ts";
import { dataMarkdown } from "../lib/data-markdown.ts";
import { markdownResponse } from "../lib/markdown.ts";

export const GET = (): Response => markdownResponse(dataMarkdown(run, offers, unmatched));

import { compareMarkdown } from "../features/compare/compare-markdown.ts";
import { comparePage } from "../features/compare/page.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(compareMarkdown(comparePage()));

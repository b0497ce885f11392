import { freeMarkdown } from "../../features/best/best-markdown.ts";
import { freePage } from "../../features/best/page.ts";
import { markdownResponse } from "../../site/markdown.ts";

export const GET = (): Response => markdownResponse(freeMarkdown(freePage()));

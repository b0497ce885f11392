import { presets } from "../lib/catalog.ts";
import { guardLimits } from "../lib/guard-limits.ts";
import { markdownResponse } from "../lib/markdown.ts";
import { methodologyMarkdown } from "../lib/methodology-markdown.ts";

export const GET = (): Response => markdownResponse(methodologyMarkdown(presets, guardLimits));

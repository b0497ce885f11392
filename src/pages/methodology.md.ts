import { presets } from "../data/catalog.ts";
import { guardLimits } from "../features/data/guard-limits.ts";
import { methodologyMarkdown } from "../features/data/methodology-markdown.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(methodologyMarkdown(presets, guardLimits));

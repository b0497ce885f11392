import { catalogueCounts, run } from "../data/catalog.ts";
import { aboutMarkdown } from "../features/data/about-markdown.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(aboutMarkdown(run, catalogueCounts));

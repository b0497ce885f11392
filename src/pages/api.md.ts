import { apiExample } from "../data/api-example.ts";
import { run } from "../data/catalog.ts";
import { apiMarkdown } from "../features/data/api-markdown.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(apiMarkdown(run, apiExample()));

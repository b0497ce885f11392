import { models, run } from "../data/catalog.ts";
import { compareByUse } from "../domain/model/compare-by-use.ts";
import { apiMarkdown } from "../features/data/api-markdown.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(apiMarkdown(run, models.toSorted(compareByUse)[0]?.id ?? ""));

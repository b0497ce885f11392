import { models, names, run, sheetOf } from "../lib/catalog.ts";
import { modelsMarkdown } from "../lib/list-markdown.ts";
import { markdownResponse } from "../lib/markdown.ts";

export const GET = (): Response =>
  markdownResponse(modelsMarkdown("Token Parity: every model, every price", models, sheetOf, run.asOf, names));

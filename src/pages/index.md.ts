import { models, names, run, sheetOf } from "../data/catalog.ts";
import { modelsMarkdown } from "../features/finder/models-markdown.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response =>
  markdownResponse(modelsMarkdown("Token Parity: every model, every price", models, sheetOf, run.asOf, names));

import { modelsMarkdown } from "../features/finder/models-markdown.ts";
import { homePage } from "../features/finder/page.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(modelsMarkdown("Token Parity: every model, every price", homePage()));

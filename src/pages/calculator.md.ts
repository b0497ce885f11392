import { calculatorMarkdown } from "../features/calculator/calculator-markdown.ts";
import { calculatorPage } from "../features/calculator/page.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => markdownResponse(calculatorMarkdown(calculatorPage()));

import { disagreementMarkdown } from "../../features/data/disagreement-markdown.ts";
import { disagreements } from "../../features/data/disagreements.ts";
import { markdownResponse } from "../../site/markdown.ts";

export const GET = (): Response => markdownResponse(disagreementMarkdown(disagreements));

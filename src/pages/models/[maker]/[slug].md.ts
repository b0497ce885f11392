import type { APIContext } from "astro";
import { modelMarkdown } from "../../../features/model/model-markdown.ts";
import { modelPage, modelRoutes } from "../../../features/model/page.ts";
import { markdownResponse } from "../../../site/markdown.ts";

export const getStaticPaths = modelRoutes;

export const GET = ({ props: { id } }: APIContext<{ id: string }>): Response => markdownResponse(modelMarkdown(modelPage(id)));

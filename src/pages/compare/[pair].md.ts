import type { APIContext } from "astro";
import { pairMarkdown } from "../../features/compare/compare-markdown.ts";
import { pairPage, pairRoutes } from "../../features/compare/page.ts";
import { markdownResponse } from "../../site/markdown.ts";

export const getStaticPaths = pairRoutes;

export const GET = ({ props: { pair } }: APIContext<{ pair: readonly [string, string] }>): Response =>
  markdownResponse(pairMarkdown(pairPage(pair)));

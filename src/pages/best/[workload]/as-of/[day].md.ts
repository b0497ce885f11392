import type { APIContext } from "astro";
import type { KeptRanking } from "../../../../domain/ranking/kept-ranking.ts";
import { keptMarkdown } from "../../../../features/best/best-markdown.ts";
import { keptPage, keptRoutes } from "../../../../features/best/page.ts";
import { markdownResponse } from "../../../../site/markdown.ts";

export const getStaticPaths = keptRoutes;

export const GET = ({ props: { kept } }: APIContext<{ kept: KeptRanking }>): Response =>
  markdownResponse(keptMarkdown(keptPage(kept)));

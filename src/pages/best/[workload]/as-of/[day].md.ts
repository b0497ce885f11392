import type { APIContext } from "astro";
import type { RankingSnapshot } from "../../../../domain/ranking/ranking-snapshot.ts";
import { snapshotMarkdown } from "../../../../features/best/best-markdown.ts";
import { keptRoutes, snapshotPage } from "../../../../features/best/page.ts";
import { markdownResponse } from "../../../../site/markdown.ts";

export const getStaticPaths = keptRoutes;

export const GET = ({ props: { kept } }: APIContext<{ kept: RankingSnapshot }>): Response =>
  markdownResponse(snapshotMarkdown(snapshotPage(kept)));

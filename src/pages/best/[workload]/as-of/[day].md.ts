import type { APIContext } from "astro";
import type { RankingSnapshot } from "../../../../domain/ranking/ranking-snapshot.ts";
import { snapshotMarkdown } from "../../../../features/best/best-markdown.ts";
import { snapshotPage, snapshotRoutes } from "../../../../features/best/page.ts";
import { markdownResponse } from "../../../../site/markdown.ts";

export const getStaticPaths = snapshotRoutes;

export const GET = ({ props: { snapshot } }: APIContext<{ snapshot: RankingSnapshot }>): Response =>
  markdownResponse(snapshotMarkdown(snapshotPage(snapshot)));

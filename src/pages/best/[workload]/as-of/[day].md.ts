import { keptRankings } from "../../../../data/catalog.ts";
import type { KeptRanking } from "../../../../domain/ranking/kept-ranking.ts";
import { keptMarkdown } from "../../../../features/best/kept-page.ts";
import { markdownResponse } from "../../../../site/markdown.ts";

export const getStaticPaths = () =>
  keptRankings.map((kept) => ({ params: { workload: kept.workload, day: kept.asOf }, props: { kept } }));

export const GET = ({ props }: { readonly props: { readonly kept: KeptRanking } }): Response =>
  markdownResponse(keptMarkdown(props.kept));

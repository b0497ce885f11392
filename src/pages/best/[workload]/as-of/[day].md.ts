import type { KeptRanking } from "../../../../domain/kept-ranking.ts";
import { keptRankings } from "../../../../lib/catalog.ts";
import { keptMarkdown } from "../../../../lib/kept-page.ts";
import { markdownResponse } from "../../../../lib/markdown.ts";

export const getStaticPaths = () =>
  keptRankings.map((kept) => ({ params: { workload: kept.workload, day: kept.asOf }, props: { kept } }));

export const GET = ({ props }: { readonly props: { readonly kept: KeptRanking } }): Response =>
  markdownResponse(keptMarkdown(props.kept));

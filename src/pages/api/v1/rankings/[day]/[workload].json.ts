import { keptRankings } from "../../../../../data/catalog.ts";
import type { KeptRanking } from "../../../../../domain/ranking/kept-ranking.ts";
import { jsonResponse } from "../../../../../site/json-response.ts";

export const getStaticPaths = () =>
  keptRankings.map((kept) => ({ params: { day: kept.asOf, workload: kept.workload }, props: { kept } }));

export const GET = ({ props }: { readonly props: { readonly kept: KeptRanking } }): Response => jsonResponse(props.kept);

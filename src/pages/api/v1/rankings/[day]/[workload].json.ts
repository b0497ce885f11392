import type { KeptRanking } from "../../../../../domain/kept-ranking.ts";
import { keptRankings } from "../../../../../lib/catalog.ts";
import { jsonResponse } from "../../../../../lib/json-response.ts";

export const getStaticPaths = () =>
  keptRankings.map((kept) => ({ params: { day: kept.asOf, workload: kept.workload }, props: { kept } }));

export const GET = ({ props }: { readonly props: { readonly kept: KeptRanking } }): Response => jsonResponse(props.kept);

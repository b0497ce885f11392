import { rankingSnapshots } from "../../../../../data/catalog.ts";
import type { RankingSnapshot } from "../../../../../domain/ranking/ranking-snapshot.ts";
import { jsonResponse } from "../../../../../site/json-response.ts";

export const getStaticPaths = () =>
  rankingSnapshots.map((kept) => ({ params: { day: kept.asOf, workload: kept.workload }, props: { kept } }));

export const GET = ({ props }: { readonly props: { readonly kept: RankingSnapshot } }): Response => jsonResponse(props.kept);

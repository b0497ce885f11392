import { rankingSnapshots } from "../../../../../data/catalog.ts";
import type { RankingSnapshot } from "../../../../../domain/ranking/ranking-snapshot.ts";
import { jsonResponse } from "../../../../../site/json-response.ts";

export const getStaticPaths = () =>
  rankingSnapshots.map((snapshot) => ({ params: { day: snapshot.asOf, workload: snapshot.workload }, props: { snapshot } }));

export const GET = ({ props }: { readonly props: { readonly snapshot: RankingSnapshot } }): Response =>
  jsonResponse(props.snapshot);

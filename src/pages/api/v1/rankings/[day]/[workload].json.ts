import { rankingSnapshots } from "../../../../../data/catalog.ts";
import { type RankingSnapshot, rankingSnapshotText } from "../../../../../domain/ranking/ranking-snapshot.ts";
import { jsonTextResponse } from "../../../../../site/json-response.ts";

export const getStaticPaths = () =>
  rankingSnapshots.map((snapshot) => ({ params: { day: snapshot.asOf, workload: snapshot.workload }, props: { snapshot } }));

export const GET = ({ props }: { readonly props: { readonly snapshot: RankingSnapshot } }): Response =>
  jsonTextResponse(rankingSnapshotText(props.snapshot));

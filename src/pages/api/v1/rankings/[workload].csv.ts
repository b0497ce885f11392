import { presets } from "../../../../data/catalog.ts";
import type { WorkloadPreset } from "../../../../domain/cost/workload.ts";
import { rankingJson } from "../../../../features/best/best-place.ts";
import { rankingCsv } from "../../../../features/best/ranking-export.ts";

export const getStaticPaths = () => presets.map((preset) => ({ params: { workload: preset.id }, props: { preset } }));

export const GET = ({ props }: { readonly props: { readonly preset: WorkloadPreset } }): Response =>
  new Response(rankingCsv(rankingJson(props.preset)), { headers: { "content-type": "text/csv; charset=utf-8" } });

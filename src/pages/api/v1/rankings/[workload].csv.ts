import type { WorkloadPreset } from "../../../../domain/workload.ts";
import { rankingJson } from "../../../../lib/best-page.ts";
import { presets } from "../../../../lib/catalog.ts";
import { rankingCsv } from "../../../../lib/ranking-export.ts";

export const getStaticPaths = () => presets.map((preset) => ({ params: { workload: preset.id }, props: { preset } }));

export const GET = ({ props }: { readonly props: { readonly preset: WorkloadPreset } }): Response =>
  new Response(rankingCsv(rankingJson(props.preset)), { headers: { "content-type": "text/csv; charset=utf-8" } });

import { presets } from "../../../../data/catalog.ts";
import type { WorkloadPreset } from "../../../../domain/cost/workload.ts";
import { rankingJson } from "../../../../features/best/best-place.ts";
import { jsonResponse } from "../../../../site/json-response.ts";

export const getStaticPaths = () => presets.map((preset) => ({ params: { workload: preset.id }, props: { preset } }));

export const GET = ({ props }: { readonly props: { readonly preset: WorkloadPreset } }): Response =>
  jsonResponse(rankingJson(props.preset));

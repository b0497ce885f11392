import type { WorkloadPreset } from "../../../../domain/workload.ts";
import { rankingJson } from "../../../../lib/best-page.ts";
import { presets } from "../../../../lib/catalog.ts";
import { jsonResponse } from "../../../../lib/json-response.ts";

export const getStaticPaths = () => presets.map((preset) => ({ params: { workload: preset.id }, props: { preset } }));

export const GET = ({ props }: { readonly props: { readonly preset: WorkloadPreset } }): Response =>
  jsonResponse(rankingJson(props.preset));

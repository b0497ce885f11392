import type { APIContext } from "astro";
import { modelJson } from "../../../../../lib/api-json.ts";
import { models, sheetOf } from "../../../../../lib/catalog.ts";
import { jsonResponse } from "../../../../../lib/json-response.ts";

export function getStaticPaths() {
  return models.map(({ id, maker }) => ({ params: { maker, slug: id.slice(maker.length + 1) }, props: { id } }));
}

export const GET = ({ props }: APIContext<{ id: string }>): Response => jsonResponse(modelJson(sheetOf(props.id)));

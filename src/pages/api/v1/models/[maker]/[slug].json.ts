import type { APIContext } from "astro";
import { goneOf, models, modelsOfSameWeights, sheetOf } from "../../../../../data/catalog.ts";
import { modelJson } from "../../../../../data/json/api-json.ts";
import { modelParams } from "../../../../../domain/text/file-name.ts";
import { jsonResponse } from "../../../../../site/json-response.ts";

export function getStaticPaths() {
  return models.map(({ id }) => ({ params: modelParams(id), props: { id } }));
}

export const GET = ({ props: { id } }: APIContext<{ id: string }>): Response =>
  jsonResponse(modelJson(sheetOf(id), goneOf(id), modelsOfSameWeights(id)));

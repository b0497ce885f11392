import type { APIContext } from "astro";
import { billedIn, models } from "../../../../../data/catalog.ts";
import { history } from "../../../../../data/history.ts";
import { changeJson } from "../../../../../data/json/change-json.ts";
import { modelParams } from "../../../../../domain/text/file-name.ts";
import { jsonResponse } from "../../../../../site/json-response.ts";

export function getStaticPaths() {
  return models.map(({ id }) => ({ params: modelParams(id), props: { id } }));
}

export const GET = ({ props: { id } }: APIContext<{ id: string }>): Response =>
  jsonResponse({
    id,
    changes: history()
      .changesOf(id)
      .map((change) => changeJson(change, billedIn(change))),
  });

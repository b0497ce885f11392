import type { APIContext } from "astro";
import { models } from "../../../../../lib/catalog.ts";
import { changeJson } from "../../../../../lib/change-json.ts";
import { history } from "../../../../../lib/history.ts";
import { jsonResponse } from "../../../../../lib/json-response.ts";

export function getStaticPaths() {
  return models.map(({ id, maker }) => ({ params: { maker, slug: id.slice(maker.length + 1) }, props: { id } }));
}

export const GET = ({ props: { id } }: APIContext<{ id: string }>): Response =>
  jsonResponse({ id, changes: history().changesOf(id).map(changeJson) });

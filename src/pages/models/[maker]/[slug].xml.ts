import type { APIContext } from "astro";
import { models } from "../../../lib/catalog.ts";
import { atomResponse } from "../../../lib/change-feed.ts";
import { modelAtom } from "../../../lib/feeds.ts";

export function getStaticPaths() {
  return models.map(({ id, maker, name }) => ({ params: { maker, slug: id.slice(maker.length + 1) }, props: { id, name } }));
}

export const GET = ({ props: { id, name } }: APIContext<{ id: string; name: string }>): Response =>
  atomResponse(modelAtom(id, name));

import type { APIContext } from "astro";
import { models } from "../../../data/catalog.ts";
import { modelParams } from "../../../domain/text/file-name.ts";
import { atomResponse } from "../../../features/changes/change-feed.ts";
import { modelAtom } from "../../../features/changes/feeds.ts";

export function getStaticPaths() {
  return models.map(({ id, name }) => ({ params: modelParams(id), props: { id, name } }));
}

export const GET = ({ props: { id, name } }: APIContext<{ id: string; name: string }>): Response =>
  atomResponse(modelAtom(id, name));

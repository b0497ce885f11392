import type { APIContext } from "astro";
import { defaultPreset, models, names, run, sellers, sheetOf } from "../../../lib/catalog.ts";
import { markdownResponse } from "../../../lib/markdown.ts";
import { modelMarkdown } from "../../../lib/model-markdown.ts";

export function getStaticPaths() {
  return models.map(({ id, maker }) => ({ params: { maker, slug: id.slice(maker.length + 1) }, props: { id } }));
}

export const GET = ({ props }: APIContext<{ id: string }>): Response =>
  markdownResponse(modelMarkdown(sheetOf(props.id), defaultPreset, run.asOf, sellers, names));

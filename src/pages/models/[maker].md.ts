import type { APIContext } from "astro";
import { models, names, run, sheetOf } from "../../lib/catalog.ts";
import { modelsMarkdown } from "../../lib/list-markdown.ts";
import { markdownResponse } from "../../lib/markdown.ts";

export function getStaticPaths() {
  return [...Map.groupBy(models, ({ maker }) => maker)].map(([maker, own]) => ({ params: { maker }, props: { own } }));
}

export const GET = ({ props }: APIContext<{ own: typeof models }>): Response =>
  markdownResponse(
    modelsMarkdown(`${props.own[0]?.makerName ?? "A maker"}: models and prices`, props.own, sheetOf, run.asOf, names),
  );

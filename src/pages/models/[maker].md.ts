import type { APIContext } from "astro";
import { models, names, run, sheetOf } from "../../lib/catalog.ts";
import { history } from "../../lib/history.ts";
import { launchLine } from "../../lib/launch-to-now.ts";
import { launchMarkdown, modelsMarkdown } from "../../lib/list-markdown.ts";
import { markdownResponse } from "../../lib/markdown.ts";
import { compareByUse } from "../../lib/model-list.ts";

export function getStaticPaths() {
  return [...Map.groupBy(models, ({ maker }) => maker)].map(([maker, own]) => ({ params: { maker }, props: { own } }));
}

export const GET = ({ props }: APIContext<{ own: typeof models }>): Response =>
  markdownResponse(
    [
      modelsMarkdown(`${props.own[0]?.makerName ?? "A maker"}: models and prices`, props.own, sheetOf, run.asOf, names),
      launchMarkdown(
        props.own.toSorted(compareByUse).flatMap(({ id }) => launchLine(sheetOf(id), history().changesOf(id), run.asOf) ?? []),
      ),
    ].join("\n\n"),
  );

import type { APIContext } from "astro";
import { models, names, run, sheetOf } from "../../data/catalog.ts";
import { history } from "../../data/history.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import { modelsMarkdown } from "../../features/finder/models-markdown.ts";
import { launchMarkdown } from "../../features/model/past/launch-markdown.ts";
import { launchLine } from "../../features/model/past/launch-to-now.ts";
import { markdownResponse } from "../../site/markdown.ts";

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

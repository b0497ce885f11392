import { models, platforms, rankingSnapshots, run, sheetOf } from "../data/catalog.ts";
import { compareByUse } from "../domain/model/compare-by-use.ts";
import { makerNames } from "../domain/text/maker-names.ts";
import { bestPath, bestPlaces, bestTitle } from "../features/best/best-place.ts";
import { snapshotHeadOf } from "../features/best/snapshot-page.ts";
import { pairs, platformsView } from "../features/compare/comparisons.ts";
import { guides } from "../features/guides/page.ts";
import { titleOf } from "../features/model/model-facts.ts";
import { escapeMarkdown } from "../site/markdown.ts";
import * as paths from "../site/paths.ts";

const link = (title: string, path: string): string => `- [${escapeMarkdown(title)}](${paths.absolute(path)})`;
const twin = (title: string, path: string): string => link(title, paths.markdown(path));

/** A program reads this file whole: the models that are used most by name, as many as it has room for, all others in the lists of their makers. */
const MOST_BYTES = 58_000;

/** Of every workload: a ranking's page leads to the days before. */
const newestKept = [...Map.groupBy(rankingSnapshots, ({ workload }) => workload).values()].flatMap(([newest]) => newest ?? []);

/** llmstxt.org: the site for readers that are programs, every page as its Markdown twin. */
export function GET(): Response {
  const around = Buffer.byteLength(sections([]).join("\n\n"));
  return new Response(`${sections(mostUsed(MOST_BYTES - around)).join("\n\n")}\n`, {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

/** The lines of the models used most that so many bytes hold. */
function mostUsed(bytes: number): readonly string[] {
  const lines: string[] = [];
  let bytesLeft = bytes;
  for (const { id } of models.toSorted(compareByUse)) {
    const line = twin(titleOf(sheetOf(id)), paths.model(id));
    bytesLeft -= Buffer.byteLength(line) + 1;
    if (bytesLeft < 0) break;
    lines.push(line);
  }
  return lines;
}

function sections(modelLines: readonly string[]): readonly string[] {
  return [
    "# Token Parity",
    `> What each language model really costs on every platform that sells it, with the source and day of every number. Data as of ${run.asOf}.`,
    "## Data",
    [
      link("Every offer as CSV", paths.api.offersCsv()),
      link("Models as JSON", paths.api.models()),
      link("Claims as JSON", paths.api.claims()),
      link("State of the data as JSON", paths.api.index()),
      link("OpenAPI description of every JSON file", paths.api.openapi()),
      link("Confirmed prices of a month, a file each", paths.api.prices(run.asOf.slice(0, 7))),
      link("Every offer as Parquet", paths.api.bulk("offers.parquet")),
      link("Every price change as Parquet", paths.api.bulk("history.parquet")),
      link("Prices in the shape of LiteLLM’s map", paths.api.compat("litellm")),
      link("Prices in the shape of models.dev’s api.json", paths.api.compat("models.dev")),
      link("Price changes of 90 days as JSON", paths.api.changes()),
      link("Price changes as Atom feed; every model, maker and platform has its own", paths.feed.all()),
      link("Price changes as JSON Feed", paths.feed.json()),
      link("Announced dates as calendar", paths.feed.announcements()),
      link("Every feed as OPML", paths.feed.opml()),
      link("Badges and pages to frame, live or pinned to a day: how", `${paths.about()}#put-it-in-your-own-page`),
    ].join("\n"),
    "## Overview",
    [
      twin("Every model", paths.home()),
      twin("Platforms", paths.platforms()),
      twin("Price deltas", paths.deltas()),
      twin("Calculator", paths.calculator()),
      twin("Price changes, day by day", paths.changes()),
      twin("Platforms compared in pairs", paths.compare()),
      twin("Claims of articles, recomputed", paths.claims()),
      twin("Where sources disagree", paths.disagreements()),
      twin("Guides", paths.guides()),
      ...guides.map(({ id, title }) => twin(title, paths.guide(id))),
      twin("Methodology", paths.methodology()),
      twin("Data and sources", paths.data()),
      twin("API: files, fields, promises", paths.apiPage()),
      twin("About", paths.about()),
    ].join("\n"),
    "## Best value",
    [
      twin("First places by workload", paths.best()),
      ...bestPlaces.map((place) => twin(bestTitle(place), bestPath(place))),
      twin("Free offers", paths.bestFree()),
      ...newestKept.map((kept) => twin(snapshotHeadOf(kept).title, paths.bestOn(kept.workload, kept.asOf))),
    ].join("\n"),
    "## Models",
    modelLines.join("\n"),
    "## Models by maker, all of them",
    [...makerNames(models)].map(([maker, name]) => twin(name, paths.maker(maker))).join("\n"),
    "## Platforms",
    platforms.map(({ id, name }) => twin(name, paths.platform(id))).join("\n"),
    "## Platforms in pairs",
    pairs.map(({ pair }) => twin(platformsView(pair).title, paths.compare(pair))).join("\n"),
  ];
}

import { allSheets, fitOn, modelOf, presets, qualityOf, rankingSnapshots, run } from "../../data/catalog.ts";
import { priceBandsToday, rankingDataFor } from "../../data/rankings.ts";
import { bestBuyChart } from "../../domain/chart/best-buy-chart.ts";
import type { RankingSnapshot } from "../../domain/ranking/ranking-snapshot.ts";
import { rankingCodes } from "../../site/embed/embed-code.ts";
import { formatPlural } from "../../site/format.ts";
import { memoizeLast } from "../../site/page/memoize-last.ts";
import * as paths from "../../site/paths.ts";
import { plainText } from "../../site/words/answer.ts";
import { bestViewOf } from "./best-data.ts";
import { type BestPlace, bestJsonLd, bestPath, bestTitle } from "./best-place.ts";
import { bestFree, freeTable } from "./free-offers.ts";
import { rankingCards } from "./ranking-card.ts";
import { snapshotDaysOf, snapshotJsonLd, snapshotMonthsOf, snapshotViewOf, workloadName } from "./snapshot-page.ts";
import { bandText, scoredOnText } from "./words/best-formulas.ts";
import { pictureText } from "./words/best-words.ts";
import { overviewAnswer } from "./words/overview-answer.ts";

/** Everything the page of a ranking shows. */
export type RankingPage = ReturnType<typeof rankingPage>;

/** `suffix` distinguishes `/best/chat/all/` from `/best/chat/`. */
export function rankingPage(place: BestPlace, suffix: string) {
  const { preset, need } = place;
  const view = bestViewOf(preset, need);
  const snapshotDays = snapshotDaysOf(preset.id);
  const { scale } = rankingDataFor(preset.id, [need]);
  const fit = fitOn(scale);
  const path = bestPath(place);
  const heading = bestTitle(place);
  const title = `${heading}${suffix}`;
  return {
    ...place,
    presets,
    path,
    heading,
    title,
    description: `${title}. ${plainText(view.answer)}`,
    asOf: run.asOf,
    jsonLd: bestJsonLd(place),
    card: rankingCards.at(path),
    view,
    chart: bestBuyChart(view.ranking.rows, preset.worseAnswer.usd),
    label: pictureText(view.ranking, { nameOf: (id) => modelOf(id).name, words: view.words }),
    quality: scoredOnText(fit, scale, preset.id === "long-document" || need === "long-context"),
    scale,
    snapshotDays,
    snapshotMonths: snapshotMonthsOf(preset.id),
    bands: bandText(priceBandsToday),
    fit,
    codes: need === "all" ? rankingCodes(preset.id, title, snapshotDays[0]) : null,
  };
}

/** Everything the overview of the rankings shows. */
export type BestOverview = ReturnType<typeof bestOverview>;

/** The page `/best/`: every workload with its ranking. */
export function bestOverview() {
  const workloads = presets.map((preset) => ({ preset, view: bestViewOf(preset, "all") }));
  const winners = workloads.map(({ preset: { name }, view }) => {
    const [first] = view.ranking.rows;
    return { workload: name, model: first === undefined ? null : modelOf(first.modelId).name };
  });
  return { asOf: run.asOf, answer: overviewAnswer(winners), workloads, bands: bandText(priceBandsToday) };
}

/** Everything the page of free offers shows, and its Markdown twin. */
export type FreePage = ReturnType<typeof freePage>;

/** The page `/best/free/`: what costs nothing, within limits. */
export function freePage() {
  const view = freeTable(allSheets(), qualityOf);
  const rows = view.groups[0]?.rows ?? [];
  const answer = `${formatPlural(rows.length, "offer")} cost nothing, within limits. The best that is confirmed lately: ${bestFree(allSheets(), qualityOf) ?? "none"}.`;
  return { asOf: run.asOf, view, answer, card: rankingCards.at(paths.bestFree()) };
}

/** Everything the page of a kept day shows, and its Markdown twin. */
export type SnapshotPage = ReturnType<typeof snapshotPage>;

/** The routes of both. */
export const snapshotRoutes = () =>
  rankingSnapshots.map((snapshot) => ({ params: { workload: snapshot.workload, day: snapshot.asOf }, props: { snapshot } }));

/** The page of a kept day: the rows as they were published. Its Markdown twin is made of the same. */
export const snapshotPage = memoizeLast(snapshotPageOf);

function snapshotPageOf(snapshot: RankingSnapshot) {
  const view = snapshotViewOf(snapshot);
  const path = paths.bestOn(snapshot.workload, snapshot.asOf);
  return {
    snapshot,
    path,
    view,
    asOf: run.asOf,
    workload: workloadName(snapshot),
    jsonLd: snapshotJsonLd(snapshot, view),
    card: rankingCards.at(path),
  };
}

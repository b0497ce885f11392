import type { RankingData } from "../../../../data/ranking-data.ts";
import type { WorkloadPreset } from "../../../../domain/cost/workload.ts";
import { NEED_WORDS, type Need } from "../../../../domain/model/need.ts";
import { scaleFor } from "../../../../domain/quality/need-scale.ts";
import type { RankingSnapshot } from "../../../../domain/ranking/ranking-snapshot.ts";
import { filterByNeed } from "../../../../domain/ranking/snapshot/filter-by-need.ts";
import type { NeedFigures } from "../../../../domain/ranking/snapshot/need-figures.ts";
import { rankByNeedScale } from "../../../../domain/ranking/snapshot/rank-by-need-scale.ts";
import { isDay } from "../../../../domain/ranking/snapshot-day.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { drawPhrases } from "../../../../site/browser/draw-phrases.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { formatDay } from "../../../../site/format.ts";
import * as paths from "../../../../site/paths.ts";
import { nameInSentence } from "../../../../site/words/month-meaning.ts";
import { drawTable } from "../../../../table/browser/draw-table.ts";
import { type SnapshotView, snapshotView } from "../../snapshot-view.ts";
import { rankedText } from "../../words/best-words.ts";
import { copyButton } from "./copy-button.ts";
import { loadNeedFigures, loadSnapshot, type SnapshotDays } from "./load-snapshot.ts";

/** What a day of the address leads to: rows that were kept, or words why there are none. */
export interface SnapshotRequest {
  readonly asOfDay: string;
  readonly need: Need;
  readonly snapshotDays: SnapshotDays;
  readonly preset: WorkloadPreset;
  /** The day of today's data. */
  readonly asOf: string;
  /** What else the address asks for, by name: kept rows are the same whatever it is. */
  readonly askedNames: readonly string[];
  /** Who sells an offer, by its id. */
  readonly sellerOf: (offerId: string) => string;
}

/** The rows of a kept day, and what their quality was worked out from where it is a need's own. */
interface FoundSnapshot {
  readonly snapshot: RankingSnapshot;
  /** Null = the rows are as they were kept. */
  readonly figures: NeedFigures | null;
}

/** Shows the rows that were valid on the asked day. Null = there are none, and the page says why and stays as it is. */
export async function showSnapshot(ask: SnapshotRequest, data: RankingData): Promise<SnapshotView | null> {
  const { asOfDay, need, snapshotDays, preset, sellerOf } = ask;
  if (!isDay(asOfDay)) {
    tell(`“${asOfDay.slice(0, 24)}” is no day like 2026-08-22. ${snapshotDaysText(snapshotDays)} ${TODAY}`, []);
    return null;
  }
  const found = await findSnapshot(ask, data).catch(() => undefined);
  if (found === null || found === undefined) {
    const failed = "The kept rows did not load. Please reload the page. Below are today’s.";
    tell(found === null ? nothingText(ask, data) : failed, []);
    return null;
  }
  const day = found.snapshot.asOf;
  const known = new Map(data.input.models.map(({ id }) => [id, data.modelOf(id)]));
  const address = need === "all" ? paths.bestOn(preset.id, day) : `${paths.best(preset.id, need)}?as-of=${day}`;
  const view = snapshotView(found.snapshot, placeName(preset, need), address, {
    modelOf: (id) => known.get(id) ?? null,
    sellerOf,
  });
  draw(view);
  tell(`${validText(ask, found)}${need === "all" ? "" : ` ${meetingText(need, found)}`}${unusedText(ask)}`, [
    createElement("div", { class: "prose" }, createElement("pre", { tabindex: "0" }, view.citation)),
    copyButton("Copy the citation", view.citation),
    createElement("p", {}, ...linksTo(ask, found)),
  ]);
  return view;
}

/** `Chat: open weights` */
const placeName = ({ name }: WorkloadPreset, need: Need): string => (need === "all" ? name : `${name}: ${NEED_WORDS[need]}`);

/** Null = nothing was kept by then. Throws where a file does not load. */
async function findSnapshot(
  { preset, need, snapshotDays, asOfDay }: SnapshotRequest,
  data: RankingData,
): Promise<FoundSnapshot | null> {
  const loaded = await loadSnapshot(preset.id, snapshotDays, asOfDay);
  const { scale } = data;
  if (loaded === null) return null;
  // The rows of a workload are by its own quality: a need with another is worked out from what was kept of it.
  if (scale === "general" || scale === scaleFor(preset.id, [])) {
    return { snapshot: filterByNeed(loaded, need, data.needsOf), figures: null };
  }
  const figures = await loadNeedFigures(snapshotDays, asOfDay);
  if (figures === null) return null;
  const snapshot = rankByNeedScale(loaded, figures, scale, (id) => data.needsOf(id).includes(need));
  return snapshot === null ? null : { snapshot, figures };
}

/** A day that has no page of its own any more is in its month's file. */
function linksTo(
  { preset, need, snapshotDays }: SnapshotRequest,
  { snapshot, figures }: FoundSnapshot,
): readonly (Node | string)[] {
  const day = snapshot.asOf;
  const link = (href: string, text: string) => createElement("a", { href }, text);
  const today = link(paths.best(preset.id, need === "all" ? undefined : need), "today’s ranking");
  if (figures !== null) {
    const from = link(paths.api.needMonth(figures.asOf.slice(0, 7)), "The qualities with their month, as packed JSON");
    return [
      from,
      ", ",
      link(paths.snapshotRows(preset.id, day), "the prices, with the rows of the workload"),
      ", or ",
      today,
      ".",
    ];
  }
  if (!snapshotDays.days.includes(day))
    return [
      link(paths.api.rankingMonth(preset.id, day.slice(0, 7)), "These rows with their month, as packed JSON"),
      ", or ",
      today,
      ".",
    ];
  const page = link(paths.bestOn(preset.id, day), "These rows as a page");
  return [page, ", ", link(paths.api.rankingSnapshot(preset.id, day), "as JSON"), ", or ", today, "."];
}

function meetingText(need: Need, { figures }: FoundSnapshot): string {
  const which = `the models that meet this by today’s listings: ${NEED_WORDS[need]}`;
  return figures === null ? `Shown are ${which}. Ranks, ties and the checksum are those of all models.` : `Ranked are ${which}.`;
}

/** ` Kept rows do not follow the rest of the address: needs and maker.` */
const unusedText = ({ askedNames }: SnapshotRequest): string =>
  askedNames.length === 0 ? "" : ` Kept rows do not follow the rest of the address: ${lists.format(askedNames)}.`;

const lists = new Intl.ListFormat("en-GB");

function nothingText({ asOfDay, need, snapshotDays, preset }: SnapshotRequest, { scale }: RankingData): string {
  const isOwn = scale === "general" || scale === scaleFor(preset.id, []);
  const first = snapshotDays.needMonths.at(-1);
  const since = first === undefined ? "" : ` It has been kept since ${first}.`;
  return isOwn || snapshotDays.months.every((month) => month > asOfDay.slice(0, 7))
    ? `Nothing was kept by ${formatDay(asOfDay)}. ${snapshotDaysText(snapshotDays)} ${TODAY}`
    : `By ${formatDay(asOfDay)} no quality was kept for this: ${NEED_WORDS[need]}.${since} ${TODAY}`;
}

const TODAY = "Below are today’s rows.";

/** `Kept days: 20 Nov 2026, and others since 2026-08.` */
function snapshotDaysText({ days, months }: SnapshotDays): string {
  if (days.length === 0) return "No day is kept yet.";
  const first = months.at(-1);
  const isMore = first !== undefined && first < (days.at(-1) ?? "").slice(0, 7);
  return `Kept days: ${days.map(formatDay).join(", ")}${isMore ? `, and others since ${first}` : ""}.`;
}

/** A night keeps rows only where they changed, so the newest before a day were valid on it. */
function validText({ asOfDay, asOf, preset }: SnapshotRequest, { snapshot, figures }: FoundSnapshot): string {
  const day = snapshot.asOf;
  const name = nameInSentence(preset.name);
  const ahead = asOfDay > asOf ? ` Our data ends on ${formatDay(asOf)}.` : "";
  if (figures !== null)
    return `The ranking for ${name} as it stood on ${formatDay(asOfDay)}, worked out from the prices and the qualities that were kept, the newest of ${formatDay(day)}.${ahead}`;
  if (asOfDay === day) return `These are the rows of ${formatDay(day)} for ${name}, as they were kept.`;
  return `On ${formatDay(asOfDay)} the rows kept on ${formatDay(day)} were valid: rows are kept only when they change.${ahead}`;
}

function draw(view: SnapshotView): void {
  requireElement(document, "h1", HTMLElement).textContent = view.title;
  drawPhrases(requireElement(document, "#answer", HTMLElement), view.answer);
  drawTable(requireElement(document, "#ranking-table", HTMLTableElement), view.table);
  const rows = view.table.groups.reduce((sum, group) => sum + group.rows.length, 0);
  requireElement(document, "#value", HTMLElement).textContent = rankedText(rows);
  document.querySelector(".folded details")?.setAttribute("open", "");
  for (const today of document.querySelectorAll<HTMLElement>("[data-today]")) today.hidden = true;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#workloads a, #needs a")) link.search = location.search;
}

function tell(text: string, more: readonly Node[]): void {
  const note = createElement(
    "section",
    { "aria-label": "Kept rows", class: "kept" },
    createElement("p", { role: "status" }, text),
    ...more,
  );
  requireElement(document, "#answer", HTMLElement).after(note);
}

import type { RankingData } from "../../../../data/ranking-data.ts";
import type { WorkloadPreset } from "../../../../domain/cost/workload.ts";
import { NEED_WORDS, type Need } from "../../../../domain/model/need.ts";
import { scaleFor } from "../../../../domain/quality/need-scale.ts";
import { keptMeeting } from "../../../../domain/ranking/kept/kept-need.ts";
import { isDay } from "../../../../domain/ranking/snapshot-day.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { drawPhrases } from "../../../../site/browser/draw-phrases.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { formatDay } from "../../../../site/format.ts";
import { paths } from "../../../../site/paths.ts";
import { nameInSentence } from "../../../../site/words/month-meaning.ts";
import { drawTable } from "../../../../table/browser/draw-table.ts";
import { type SnapshotView, snapshotView } from "../../snapshot-view.ts";
import { copyButton } from "./copy-button.ts";
import { type KeptDays, loadKeptDay } from "./kept-day.ts";

/** What a day of the address leads to: rows that were kept, or words why there are none. */
export interface SnapshotAsk {
  readonly asOfDay: string;
  readonly need: Need;
  readonly keptDays: KeptDays;
  readonly preset: WorkloadPreset;
  /** The day of today's data. */
  readonly asOf: string;
}

/** Shows the rows that were valid on the asked day. Null = there are none, and the page says why and stays as it is. */
export async function showSnapshot(ask: SnapshotAsk, data: RankingData): Promise<SnapshotView | null> {
  const why = whyNot(ask, data);
  if (why !== null) {
    tell(why, []);
    return null;
  }
  const found = await loadKeptDay(ask.preset.id, ask.keptDays, ask.asOfDay).catch(() => undefined);
  if (found === null || found === undefined) {
    const failed = "The kept rows did not load. Please reload the page. Below are today’s.";
    tell(found === null ? `Nothing was kept by ${formatDay(ask.asOfDay)}. ${keptText(ask.keptDays)} ${TODAY}` : failed, []);
    return null;
  }
  const snapshot = keptMeeting(found, ask.need, data.needsOf);
  const day = snapshot.asOf;
  const known = new Map(data.input.models.map(({ id }) => [id, data.modelOf(id)]));
  const view = snapshotView(snapshot, ask.preset.name, (id) => known.get(id) ?? null, data.names);
  draw(view, ask.need);
  tell(`${validText(ask, day)}${ask.need === "all" ? "" : ` ${meetingText(ask.need)}`}`, [
    createElement("div", { class: "prose" }, createElement("pre", { tabindex: "0", class: "wrap-anywhere" }, view.citation)),
    copyButton("Copy the citation", view.citation),
    createElement("p", { class: "mb-3" }, ...linksTo(ask, day)),
  ]);
  return view;
}

/** A day that has no page of its own any more is in its month's file. */
function linksTo({ preset, keptDays }: SnapshotAsk, day: string): readonly (Node | string)[] {
  const link = (href: string, text: string) => createElement("a", { href }, text);
  const today = link(paths.best(preset.id), "today’s ranking");
  if (!keptDays.days.includes(day))
    return [
      link(paths.api.rankingMonth(preset.id, day.slice(0, 7)), "These rows with their month, as packed JSON"),
      ", or ",
      today,
      ".",
    ];
  const page = link(paths.bestOn(preset.id, day), "These rows as a page");
  return [page, ", ", link(paths.api.rankingSnapshot(preset.id, day), "as JSON"), ", or ", today, "."];
}

const meetingText = (need: Need): string =>
  `Shown are the models that meet this by today’s listings: ${NEED_WORDS[need]}. Ranks, ties and the checksum are those of all models.`;

function whyNot({ asOfDay, need, keptDays, preset }: SnapshotAsk, { scale }: RankingData): string | null {
  // What is kept is by the quality of the workload: a need with a scale of its own ranks by other figures.
  if (scale !== scaleFor(preset.id, []))
    return `Kept rows are by general quality, and ${NEED_WORDS[need]} is judged by its own: open Best value for ${nameInSentence(preset.name)}. ${TODAY}`;
  return isDay(asOfDay) ? null : `“${asOfDay.slice(0, 24)}” is no day like 2026-08-22. ${keptText(keptDays)} ${TODAY}`;
}

const TODAY = "Below are today’s rows.";

/** `Kept days: 20 Nov 2026, and others since 2026-08.` */
function keptText({ days, months }: KeptDays): string {
  if (days.length === 0) return "No day is kept yet.";
  const first = months.at(-1);
  const isMore = first !== undefined && first < (days.at(-1) ?? "").slice(0, 7);
  return `Kept days: ${days.map(formatDay).join(", ")}${isMore ? `, and others since ${first}` : ""}.`;
}

/** A night keeps rows only where they changed, so the newest before a day were valid on it. */
function validText({ asOfDay, asOf, preset }: SnapshotAsk, day: string): string {
  const name = nameInSentence(preset.name);
  if (asOfDay === day) return `These are the rows of ${formatDay(day)} for ${name}, as they were kept.`;
  const ahead = asOfDay > asOf ? ` Our data ends on ${formatDay(asOf)}.` : "";
  return `On ${formatDay(asOfDay)} the rows kept on ${formatDay(day)} were valid: rows are kept only when they change.${ahead}`;
}

function draw(view: SnapshotView, need: Need): void {
  const title = need === "all" ? view.title : `${view.title}: ${NEED_WORDS[need]}`;
  requireElement(document, "h1", HTMLElement).textContent = title;
  drawPhrases(requireElement(document, "#answer", HTMLElement), view.answer);
  drawTable(requireElement(document, "#ranking-table", HTMLTableElement), view.table);
  const rows = view.table.groups.reduce((sum, group) => sum + group.rows.length, 0);
  requireElement(document, "#value", HTMLElement).textContent = `All ${rows} ranked models`;
  document.querySelector(".folded details")?.setAttribute("open", "");
  for (const today of document.querySelectorAll<HTMLElement>("[data-today]")) today.hidden = true;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#workloads a, #needs a")) link.search = location.search;
}

function tell(text: string, more: readonly Node[]): void {
  const note = createElement(
    "section",
    { "aria-label": "Kept rows", class: "kept" },
    createElement("p", { role: "status", class: "mb-3" }, text),
    ...more,
  );
  requireElement(document, "#answer", HTMLElement).after(note);
}

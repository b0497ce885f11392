import type { Announcement } from "../../../domain/history/announcement.ts";
import { escapeMarkdown } from "../../../site/markdown.ts";
import * as paths from "../../../site/paths.ts";
import { announcementText } from "../../../site/words/days/announcement-text.ts";
import type { SellerClock } from "../../../site/words/price-clock-text.ts";
import type { Column } from "../../../table/column.ts";
import { tableMarkdown } from "../../../table/table-files.ts";
import { plainTable, type TableView } from "../../../table/table-view.ts";
import type { ModelHistory } from "./model-history.ts";
import { priceMoveTable } from "./price-move-columns.ts";

/** What a model's page says of time, in Markdown: the price clock, the past, what is announced. Nothing where there is nothing. */
export function modelPastMarkdown(
  modelId: string,
  clocks: readonly SellerClock[],
  past: ModelHistory | null,
  announced: readonly Announcement[],
): string {
  return [...clockParts(clocks), ...(past === null ? [] : pastParts(past, modelId)), ...announcedParts(announced)].join("\n\n");
}

function clockParts(clocks: readonly SellerClock[]): readonly string[] {
  if (clocks.length === 0) return [];
  const parts = clocks.flatMap(({ seller, lines, months }) => [
    `### ${escapeMarkdown(seller)}`,
    list([...lines, months].filter((line) => line !== "")),
  ]);
  return ["## Peak hours", "Hours in UTC, short prompts, dollars per million tokens.", ...parts];
}

function pastParts(past: ModelHistory, modelId: string): readonly string[] {
  const { series, spans, moves, more } = past;
  return [
    "## Price history",
    "Input price, dollars per million tokens. A routed price follows OpenRouter’s cheapest hosts; it is not the maker’s price.",
    ...(spans === "" ? [] : [spans]),
    list(series.map(({ name, words }) => `${name}: ${words}`)),
    ...(moves.length === 0 ? [] : [tableMarkdown(priceMoveTable(past))]),
    ...(more === 0 ? [] : [`${more} more: ${paths.absolute(paths.api.history(modelId))}`]),
  ];
}

function announcedParts(announced: readonly Announcement[]): readonly string[] {
  if (announced.length === 0) return [];
  return ["## Announced", "It changes no price here until the price page does.", tableMarkdown(announcedTable(announced))];
}

const announcedTable = (announced: readonly Announcement[]): TableView =>
  plainTable({ label: "Announced", caption: "" }, ANNOUNCED, announced);

const ANNOUNCED: readonly Column<Announcement>[] = [
  { id: "what", label: "What", kind: "prose", cell: (each) => ({ text: announcementText(each) }) },
  {
    id: "source",
    label: "Source",
    kind: "text",
    cell: ({ sourceUrl }) => ({ text: "source", file: { text: "source", url: sourceUrl } }),
  },
];

const list = (lines: readonly string[]): string => lines.map((line) => `- ${escapeMarkdown(line)}`).join("\n");

import { escapeMarkdown } from "../../../site/markdown.ts";
import * as paths from "../../../site/paths.ts";
import type { SellerClock } from "../../../site/words/price-clock-text.ts";
import type { Column } from "../../../table/column.ts";
import { tableMarkdown } from "../../../table/table-files.ts";
import { plainTable, type TableView } from "../../../table/table-view.ts";
import type { ModelHistory } from "./model-history.ts";
import { priceMoveTable } from "./price-move-columns.ts";

/** What a platform said it would do, in words, and where. */
interface AnnouncedLine {
  readonly text: string;
  readonly sourceUrl: string;
}

/** What a model's page says of time, in Markdown: the price clock, the past, what is announced. Nothing where there is nothing. */
export function modelPastMarkdown(
  modelId: string,
  clocks: readonly SellerClock[],
  past: ModelHistory | null,
  announced: readonly AnnouncedLine[],
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
    "Input price, dollars per million tokens. OpenRouter’s follows its cheapest hosts; it is not the maker’s.",
    ...(spans === "" ? [] : [spans]),
    list(series.map(({ name, words }) => `${name}: ${words}`)),
    ...(moves.length === 0 ? [] : [tableMarkdown(priceMoveTable(past))]),
    ...(more === 0 ? [] : [`${more} more: ${paths.absolute(paths.api.history(modelId))}`]),
  ];
}

function announcedParts(announced: readonly AnnouncedLine[]): readonly string[] {
  if (announced.length === 0) return [];
  return ["## Announced", "It changes no price here until the price page does.", tableMarkdown(announcedTable(announced))];
}

const announcedTable = (announced: readonly AnnouncedLine[]): TableView =>
  plainTable({ label: "Announced", caption: "" }, ANNOUNCED, announced);

const ANNOUNCED: readonly Column<AnnouncedLine>[] = [
  { id: "what", label: "What", kind: "prose", cell: ({ text }) => ({ text }) },
  {
    id: "source",
    label: "Source",
    kind: "text",
    cell: ({ sourceUrl }) => ({ text: "source", file: { text: "source", url: sourceUrl } }),
  },
];

const list = (lines: readonly string[]): string => lines.map((line) => `- ${escapeMarkdown(line)}`).join("\n");

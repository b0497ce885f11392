import type { Announcement } from "../../../domain/history/announcement.ts";
import { escapeMarkdown, markdownTable } from "../../../site/markdown.ts";
import { absolute, paths } from "../../../site/paths.ts";
import { announcementText } from "../../../site/words/announcement-text.ts";
import type { SellerClock } from "../../../site/words/price-clock-text.ts";
import type { ModelHistory } from "./model-history.ts";

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
  return ["## Price clock", "Hours in UTC, short prompts, dollars per million tokens.", ...parts];
}

function pastParts({ series, moves, more }: ModelHistory, modelId: string): readonly string[] {
  const head = ["Day", "Price", "Meter", "Before", "After", "Change"];
  const rows = moves.map(({ day, seller, meter, old, now, delta }) => [day, seller, meter, old, now, delta]);
  return [
    "## Price history",
    "Input price, dollars per million tokens. A routed price follows OpenRouter’s cheapest hosts; it is not the maker’s price.",
    list(series.map(({ name, words }) => `${name}: ${words}`)),
    ...(rows.length === 0 ? [] : [markdownTable(head, rows)]),
    ...(more === 0 ? [] : [`${more} more: ${absolute(paths.api.history(modelId))}`]),
  ];
}

function announcedParts(announced: readonly Announcement[]): readonly string[] {
  if (announced.length === 0) return [];
  const rows = announced.map((each) => [announcementText(each), { text: "source", url: each.sourceUrl }]);
  return ["## Announced", "It changes no price here until the price page does.", markdownTable(["What", "Source"], rows)];
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${escapeMarkdown(line)}`).join("\n");

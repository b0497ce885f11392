import { escapeMarkdown } from "../../site/markdown.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import type { MarketIndexView } from "./market-index-view.ts";
import { monthTable } from "./month-columns.ts";

/** The market index as parts of a Markdown page. */
export function marketIndexMarkdown(index: MarketIndexView): readonly string[] {
  const list = (texts: readonly string[]) => texts.map((text) => `- ${escapeMarkdown(text)}`).join("\n");
  return [
    "## Market index",
    "The median list price of the models of one quality, three input tokens to one output token, dollars per million.",
    list(index.tiers.map(({ name, range, words }) => `${name}, ${range}: ${words}`)),
    tableMarkdown(monthTable(index)),
    list(index.method),
  ];
}

import { escapeMarkdown, markdownTable } from "../../site/markdown.ts";
import type { MarketIndexView } from "./market-index-view.ts";

/** The market index as parts of a Markdown page. */
export function marketIndexMarkdown({ tiers, months, method }: MarketIndexView): readonly string[] {
  const head = ["Month", ...tiers.flatMap(({ name }) => [`${name}, $`, "Models"])];
  const rows = months.map(({ month, cells }) => [month, ...cells.flatMap(({ price, models }) => [price, models])]);
  const list = (texts: readonly string[]) => texts.map((text) => `- ${escapeMarkdown(text)}`).join("\n");
  return [
    "## Market index",
    "The median list price of the models of one quality, three input tokens to one output token, dollars per million.",
    list(tiers.map(({ name, range, words }) => `${name}, ${range}: ${words}`)),
    markdownTable(head, rows),
    list(method),
  ];
}

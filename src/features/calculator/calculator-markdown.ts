import { escapeMarkdown } from "../../site/markdown.ts";
import * as paths from "../../site/paths.ts";
import { plainText } from "../../site/words/answer.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import type { TableView } from "../../table/table-view.ts";
import { FORMULAS, LETTERS } from "./calculator-formulas.ts";
import type { CalculatorPage } from "./page.ts";

/** The calculator's page in Markdown: the month of the plain URL, break-even points, links to try, formulas. */
export function calculatorMarkdown({ answer, bill, points, prompt, examples, asOf }: CalculatorPage): string {
  const table = (title: string, shown: TableView) => `## ${title}\n\n${escapeMarkdown(shown.caption)}\n\n${tableMarkdown(shown)}`;
  const links = examples.map(
    ({ label, says, search, totals }) =>
      `- [${escapeMarkdown(label)}](${paths.absolute(paths.calculator())}${search}): ${escapeMarkdown(`${says} ${totals.join(" · ")}`)}`,
  );
  return [
    "# Calculator",
    `Data as of ${asOf}. ${paths.absolute(paths.calculator())} computes any month in the browser; all of it stands in the address.`,
    escapeMarkdown(plainText(answer)),
    table("A month by platform", bill),
    table("When it pays", points),
    table("What a system prompt costs", prompt),
    `## Links to try\n\n${links.join("\n")}`,
    `## The formulas\n\n${LETTERS}\n\n${FORMULAS.replace(/^/gm, "    ")}`,
  ].join("\n\n");
}

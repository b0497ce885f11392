import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import type { Names } from "../../domain/offer/seller-names.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { escapeMarkdown, markdownTable } from "../../site/markdown.ts";
import { absolute, paths } from "../../site/paths.ts";
import { answerOf } from "../../site/words/answer.ts";
import { conditionLines } from "../../site/words/condition-line.ts";
import { monthCaption } from "../../site/words/month-meaning.ts";
import { sheetRegret } from "../../site/words/regret-text.ts";
import { type FigureTable, tableMarkdown } from "../../table/figure-table.ts";
import { factsOf, offerGroups, titleOf } from "./model-page.ts";
import { routeFacts } from "./route-facts.ts";

/** The model page in Markdown: the same sentence, facts, offers, routes and conditions, from the same functions. */
export function modelMarkdown(
  sheet: ModelSheet,
  preset: WorkloadPreset,
  asOf: string,
  sellers: Sellers,
  names: Names,
  switching: FigureTable | null,
): string {
  const answer = answerOf(sheet, preset.name, names)
    .map(({ text }) => text)
    .join("");
  const conditions = conditionLines(sheet, names);
  const routes = routeFacts(
    sheet.rows.map(({ offer }) => offer),
    preset,
    names,
  );
  return [
    `# ${escapeMarkdown(titleOf(sheet))}`,
    `${escapeMarkdown(sheet.model.id)}, data as of ${asOf}. ${absolute(paths.model(sheet.model.id))}`,
    escapeMarkdown(answer),
    factList(factsOf(sheet, asOf)),
    escapeMarkdown(`${monthCaption(preset)} ${sheetRegret(sheet, sellers, names)}`.trim()),
    ...offerGroups(sheet, names).map((group) => `## ${group.title}\n\n${offersTable(group)}`),
    ...(switching === null ? [] : [`## Switch and save`, escapeMarkdown(switching.caption), tableMarkdown(switching)]),
    ...(routes === null ? [] : [`## Routes on OpenRouter`, escapeMarkdown(routes.says), factList(routes.facts)]),
    ...(conditions.length === 0 ? [] : [`## Tiers and time windows\n\n${conditionsTable(conditions)}`]),
  ].join("\n\n");
}

const factList = (facts: readonly (readonly [label: string, value: string])[]): string =>
  facts.map(([label, value]) => `- ${label}: ${escapeMarkdown(value)}`).join("\n");

function offersTable({ rows }: ReturnType<typeof offerGroups>[number]): string {
  const head = ["Platform", "Month, all in", "Δ list", "Input", "Output", "Cache read", "Cache write", "Source", "Read", "Notes"];
  const lines = rows.map((row) => [
    [row.seller.name, row.seller.via === null ? "" : `via ${row.seller.via}`, row.details]
      .filter((part) => part !== "")
      .join(", "),
    row.month,
    row.delta.output === null ? row.delta.percent : `${row.delta.percent}, out ${row.delta.output}`,
    ...row.meters.map(({ text }) => text),
    row.source.name,
    row.source.iso,
    row.notes.join("; "),
  ]);
  return markdownTable(head, lines);
}

function conditionsTable(lines: ReturnType<typeof conditionLines>): string {
  const head = ["When", "Input", "Output", "Cache read", "Δ list", "Where"];
  return markdownTable(
    head,
    lines.map(({ when, input, output, cacheRead, delta, sellers }) => [when, input, output, cacheRead, delta, sellers]),
  );
}

import { escapeMarkdown, markdownTable } from "../../site/markdown.ts";
import { absolute } from "../../site/paths.ts";
import { plainText } from "../../site/words/answer.ts";
import { monthCaption } from "../../site/words/month-meaning.ts";
import { tableMarkdown } from "../../table/figure-table.ts";
import type { OfferGroup } from "./model-facts.ts";
import type { ModelPage } from "./page.ts";
import { modelPastMarkdown } from "./past/model-past-markdown.ts";

/** The model page in Markdown: the same sentence, facts, offers, routes and conditions. */
export function modelMarkdown(page: ModelPage): string {
  const { model, switching, routes, conditions, clocks, past, announced } = page;
  const parts = [
    `# ${escapeMarkdown(page.title)}`,
    `${escapeMarkdown(model.id)}, data as of ${page.asOf}. ${absolute(page.path)}`,
    escapeMarkdown(plainText(page.answer)),
    factList(page.facts),
    escapeMarkdown(`${monthCaption(page.preset)} ${page.regret}`.trim()),
    ...page.groups.map((group) => `## ${group.title}\n\n${offersTable(group)}`),
    ...(switching === null ? [] : [`## Switch and save`, escapeMarkdown(switching.caption), tableMarkdown(switching)]),
    ...(routes === null ? [] : [`## Routes on OpenRouter`, escapeMarkdown(routes.says), factList(routes.facts)]),
    ...(conditions.length === 0 ? [] : [`## Tiers and time windows\n\n${conditionsTable(conditions)}`]),
  ];
  return `${parts.join("\n\n")}\n\n${modelPastMarkdown(model.id, clocks, past, announced)}`;
}

const factList = (facts: readonly (readonly [label: string, value: string])[]): string =>
  facts.map(([label, value]) => `- ${label}: ${escapeMarkdown(value)}`).join("\n");

function offersTable({ rows }: OfferGroup): string {
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

function conditionsTable(lines: ModelPage["conditions"]): string {
  const head = ["When", "Input", "Output", "Cache read", "Δ list", "Where"];
  return markdownTable(
    head,
    lines.map(({ when, input, output, cacheRead, delta, sellers }) => [when, input, output, cacheRead, delta, sellers]),
  );
}

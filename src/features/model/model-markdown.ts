import { escapeMarkdown } from "../../site/markdown.ts";
import { absolute } from "../../site/paths.ts";
import { goneMarkdown } from "../../site/words/gone-text.ts";
import { groupsMarkdown, tableMarkdown } from "../../table/table-files.ts";
import { conditionTable } from "./condition-columns.ts";
import { borderTable, type MixView } from "./mix/mix-view.ts";
import { workloadMonthText } from "./offers/workload-months.ts";
import type { ModelPage } from "./page.ts";
import { modelPastMarkdown } from "./past/model-past-markdown.ts";

/** The model page in Markdown: the same sentence, facts, offers, routes and conditions. */
export function modelMarkdown(page: ModelPage): string {
  const { model, mix, switching, routes, conditions, clocks, gone, past, announced } = page;
  const parts = [
    `# ${escapeMarkdown(page.title)}`,
    `${escapeMarkdown(model.id)}, data as of ${page.asOf}. ${absolute(page.path)}`,
    ...page.ends.map(escapeMarkdown),
    ...(model.baseModel === null ? [] : [escapeMarkdown(`The fast service of ${model.baseModel}.`)]),
    escapeMarkdown(`${page.inShort} ${page.lower}`.trim()),
    ...page.twins.map(({ id, what, isBase }) =>
      escapeMarkdown(`${isBase ? "The same weights as" : "Also sold as"} ${id}, ${what}.`),
    ),
    ...(page.offers.groups.length === 0 ? [] : [escapeMarkdown(`A month is ${page.monthMeaning}.`)]),
    ...(page.months.length === 0
      ? []
      : ["Cheapest for each workload:", factList(page.months.map((each) => [each.workloadName, workloadMonthText(each)]))]),
    factList(page.facts),
    escapeMarkdown(`${page.offers.caption} ${page.regret}`.trim()),
    ...groupsMarkdown(page.offers),
    ...(mix === null ? [] : mixParts(mix)),
    ...(switching === null
      ? []
      : [`## Cheaper models of similar quality`, escapeMarkdown(switching.caption), tableMarkdown(switching)]),
    ...(routes === null ? [] : [`## Routes on OpenRouter`, escapeMarkdown(routes.says), factList(routes.facts)]),
    ...(conditions.length === 0 ? [] : [`## Long prompts and peak hours\n\n${tableMarkdown(conditionTable(conditions))}`]),
    ...(gone.length === 0 ? [] : [`## No longer sold\n\n${goneMarkdown(gone)}`]),
  ];
  return `${parts.join("\n\n")}\n\n${modelPastMarkdown(model.id, clocks, past, announced)}`;
}

/** The cheapest map in words: what it says, and its borders. */
function mixParts(mix: MixView): readonly string[] {
  const borders = mix.map.borders.length === 0 ? [] : [tableMarkdown(borderTable(mix))];
  return ["## Cheapest by cached input and output", escapeMarkdown(mix.says), ...borders];
}

const factList = (facts: readonly (readonly [label: string, value: string])[]): string =>
  facts.map(([label, value]) => `- ${label}: ${escapeMarkdown(value)}`).join("\n");

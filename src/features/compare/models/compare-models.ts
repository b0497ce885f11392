import { lowestOf } from "../../../domain/platform/platform-comparison.ts";
import { inRegion } from "../../../site/address/region-choice.ts";
import {
  formatCount,
  formatDay,
  formatMultiple,
  formatTokens,
  formatUsd,
  formatUsdPerMTok,
  formatUsdRange,
  WORDS,
} from "../../../site/format.ts";
import * as paths from "../../../site/paths.ts";
import { monthMeaning, nameInSentence, topUpText } from "../../../site/words/month-meaning.ts";
import { type Cell, type Column, textColumn } from "../../../table/column.ts";
import { type RowGroup, tableView } from "../../../table/table-view.ts";
import type { ComparisonSection, ComparisonView } from "../comparison-view.ts";
import type { CompareChoice } from "../platforms/compared-platform.ts";
import type { ComparedModel, ModelMonth, MonthRange, PricePast } from "./compared-model.ts";
import { ASSUMED, assumedHint, modelSummary, qualityCell } from "./model-summary.ts";

/** One thing, and what it is for each model. */
interface AmountLine {
  readonly label: string;
  readonly cells: readonly Cell[];
}

/** Two to six models side by side: what the chosen workload costs, each workload, what they can and have cost. Ties are called ties. */
export function compareModels(
  models: readonly ComparedModel[],
  presets: readonly { readonly name: string }[],
  choice: CompareChoice,
): ComparisonView {
  return {
    title: models.map(({ name }) => name).join(" vs "),
    answer: answerOf(models, choice),
    notes: models
      .filter(({ price }) => price !== null && !price.isList)
      .map(
        ({ name, makerName }) =>
          `${makerName} sells ${name} at no list price that was confirmed: its prices are those of the median host.`,
      ),
    sections: [
      modelSummary(
        models,
        `Monthly cost: ${monthMeaning(choice.workload)}, at the cheapest seller${inRegion(choice.region)}, fees included.`,
      ),
      priceSection(models),
      monthSection(models, presets, choice),
      pastSection(models),
      abilitySection(models),
    ],
  };
}

/** `DeepSeek V4 Flash at DeepInfra is cheapest for chat at $23.00 a month; Claude Opus 4.8 costs 78 times as much, $1,777 more.` */
function answerOf(models: readonly ComparedModel[], { name, region }: CompareChoice): string {
  const monthOf = ({ chosen }: ComparedModel) => chosen.best;
  const lowest = lowestOf(models.map((model) => monthOf(model)?.usd ?? null));
  const use = `${nameInSentence(name)}${inRegion(region)}`;
  if (lowest === null) return `No month of ${use} is confirmed of any of these models.`;
  const winners = models.filter((model) => monthOf(model)?.usd === lowest.price);
  // Equal at their upper ends: where one is known and another a range, the range is from the lowest of them.
  const best = { usd: lowest.price, lowUsd: Math.min(...winners.map((model) => monthOf(model)?.lowUsd ?? lowest.price)) };
  const named = winners.map((model) => `${model.name} at ${monthOf(model)?.seller ?? ""}`).join(" and ");
  const verb = winners.length > 1 ? "tie as cheapest" : "is cheapest";
  const others = models.flatMap((model) => {
    const month = monthOf(model);
    if (month === null) return [`no month of ${model.name} is confirmed${inRegion(region)}`];
    return month.usd === lowest.price ? [] : [`${model.name} costs ${apartText(month, best)}`];
  });
  return `${[`${named} ${verb} for ${use} at ${formatUsdRange(best.lowUsd, best.usd)} a month`, ...others].join("; ")}.`;
}

/** From here on it is told how many times as much a month is. */
const WORTH_A_MULTIPLE = 1.05;

/** `14 times as much, $1,673 more`; where a fee is unknown, from the least to the most it may be. */
function apartText(month: MonthRange, best: MonthRange): string {
  const [least, most] = [month.lowUsd - best.usd, month.usd - best.lowUsd];
  const more = least <= 0 ? `up to ${formatUsd(most)} more` : `${formatUsdRange(least, most)} more`;
  const multiple = best.usd === 0 ? 1 : month.usd / best.usd;
  return multiple < WORTH_A_MULTIPLE ? more : `${formatMultiple(multiple).replace("×", " times as much, ")}${more}`;
}

function priceSection(models: readonly ComparedModel[]): ComparisonSection {
  const row = (label: string, meter: "input" | "output"): AmountLine => ({
    label,
    cells: figureCells(
      models.map(({ price }) => price?.[meter] ?? null),
      formatUsdPerMTok,
      (micro) => micro / 1_000_000,
      () => undefined,
    ),
  });
  const rows = [row("Input", "input"), row("Output", "output")];
  return section(
    { id: "prices", title: "List prices", text: "Dollars per million tokens, at the maker’s own API.", caption: BESIDE },
    models,
    [{ title: null, rows }],
  );
}

/** Each workload twice: at the cheapest seller that counts, and at list. */
function monthSection(
  models: readonly ComparedModel[],
  presets: readonly { readonly name: string }[],
  { region, counted }: CompareChoice,
): ComparisonSection {
  const groups = [
    {
      title: `At the cheapest seller${inRegion(region)}`,
      rows: presets.map(({ name }, at) => monthLine(models, name, at, "best")),
    },
    { title: "At the maker’s list price", rows: presets.map(({ name }, at) => monthLine(models, name, at, "list")) },
  ];
  const whose = counted === "reported" ? "unconfirmed platforms included" : "confirmed prices only";
  const text = `Monthly cost, fees included, ${whose}; ${topUpText()}.`;
  const caption = `${BESIDE} ${ASSUMED}`;
  return section({ id: "months", title: "Each workload", text, caption }, models, groups);
}

function monthLine(models: readonly ComparedModel[], label: string, at: number, which: keyof ModelMonth): AmountLine {
  const months = models.map((model) => model.months[at]?.[which] ?? null);
  const cells = figureCells(
    months.map((month) => month?.usd ?? null),
    (figure, index) => formatUsdRange(months[index]?.lowUsd ?? figure, figure),
    (figure) => figure,
    (index) => sellerOf(models[index], at, which),
  );
  return { label, cells: cells.map((cell, index) => ({ ...cell, ...assumedHint(months[index] ?? null) })) };
}

const sellerOf = (model: ComparedModel | undefined, at: number, which: keyof ModelMonth): string | undefined =>
  which === "best" ? (model?.months[at]?.best?.seller ?? undefined) : undefined;

/** One row of amounts: each cell its figure, and how many times and how much more than the lowest it is. */
function figureCells(
  figures: readonly (number | null)[],
  text: (figure: number, index: number) => string,
  dollars: (figure: number) => number,
  who: (index: number) => string | undefined,
): readonly Cell[] {
  const lowest = lowestOf(figures);
  return figures.map((figure, index): Cell => {
    if (figure === null || lowest === null) return { text: WORDS.unknown, side: "none" };
    const isLowest = figure === lowest.price;
    const more = isLowest ? [lowest.isTie ? "tie" : "lowest"] : moreText(dollars(figure), dollars(lowest.price));
    const seller = who(index);
    return { text: figure === 0 ? WORDS.free : text(figure, index), notes: [...more, ...(seller === undefined ? [] : [seller])] };
  });
}

/** `2.1×` and `+$990`; nothing is a multiple of free. */
function moreText(usd: number, lowest: number): readonly string[] {
  return [...(lowest === 0 ? [] : [formatMultiple(usd / lowest)]), `+${formatUsd(usd - lowest)}`];
}

/** What the list price of input has been. */
function pastSection(models: readonly ComparedModel[]): ComparisonSection {
  const row = (label: string, text: (past: PricePast) => string): AmountLine => ({
    label,
    cells: models.map(({ past }): Cell => (past === undefined ? { text: WORDS.unknown, side: "none" } : { text: text(past) })),
  });
  const rows = [
    row("As it is since", ({ since }) => formatDay(since)),
    row("Lowest", ({ low }) => formatUsdPerMTok(low)),
    row("Highest", ({ high }) => formatUsdPerMTok(high)),
    row("Changes in 90 days", ({ changesIn90Days }) => formatCount(changesIn90Days)),
    { label: "All of it", cells: models.map(({ id, name }) => ({ text: name, href: `${paths.model(id)}#history` })) },
  ];
  const text = "The list price of input, dollars per million tokens, as far back as we have it.";
  const caption = "Unknown = we have no past of a list price of it.";
  return section({ id: "past", title: "Price history", text, caption }, models, [{ title: null, rows }]);
}

function abilitySection(models: readonly ComparedModel[]): ComparisonSection {
  const row = (label: string, text: (model: ComparedModel) => string | null): AmountLine => ({
    label,
    cells: models.map((model): Cell => {
      const shown = text(model);
      return shown === null || shown === "" ? { text: WORDS.unknown, side: "none" } : { text: shown };
    }),
  });
  const yesNo = (value: boolean | null, yes = "yes", no = "no") => (value === null ? null : value ? yes : no);
  const rows = [
    { label: "Quality", cells: models.map(qualityCell) },
    row("Maker", ({ makerName }) => makerName),
    row("Released", ({ releasedOn }) => (releasedOn === null ? null : formatDay(releasedOn))),
    row("Context", ({ contextTokens }) => (contextTokens === null ? null : formatTokens(contextTokens))),
    row("Max output tokens", ({ maxOutputTokens }) => (maxOutputTokens === null ? null : formatTokens(maxOutputTokens))),
    row("Input modalities", ({ takes }) => takes.join(", ")),
    row("Output modalities", ({ makes }) => makes.join(", ")),
    row("Tool calling", ({ tools }) => yesNo(tools)),
    row("Reasoning", ({ reasoning }) => yesNo(reasoning)),
    row("Structured output", ({ structuredOutput }) => yesNo(structuredOutput)),
    row("Weights", ({ openWeights }) => yesNo(openWeights, "open", "closed")),
    { label: "Every offer", cells: models.map(({ id, name }) => ({ text: name, href: paths.model(id) })) },
  ];
  return section(
    {
      id: "abilities",
      title: "Capabilities",
      text: "As the makers and platforms list it.",
      caption: "Unknown = nobody we read says it.",
    },
    models,
    [{ title: null, rows }],
  );
}

const BESIDE = "Below a figure: how many times the lowest of its row it is, and how much more.";

function section(
  { id, title, text, caption }: Pick<ComparisonSection, "id" | "title" | "text"> & { readonly caption: string },
  models: readonly ComparedModel[],
  groups: readonly RowGroup<AmountLine>[],
): ComparisonSection {
  const columns = models.map((model, at): Column<AmountLine> => {
    return { id: model.id, label: model.name, kind: "score", cell: ({ cells }) => cells[at] ?? { text: "" } };
  });
  const what = textColumn<AmountLine>("what", "What", ({ label }) => label);
  return { id, title, text, table: tableView({ label: title, caption }, [what, ...columns], groups) };
}

import { lowestOf } from "../../domain/platform/platform-comparison.ts";
import {
  formatDay,
  formatMultiple,
  formatTokens,
  formatUsd,
  formatUsdPerMTok,
  formatUsdRange,
  WORDS,
} from "../../site/format.ts";
import { paths } from "../../site/paths.ts";
import { type Cell, type Column, textColumn } from "../../table/column.ts";
import { type Group, tableView } from "../../table/table-view.ts";
import type { ComparedModel, ComparedModels } from "./compared-platform.ts";
import type { ComparisonSection, ComparisonView } from "./comparison-view.ts";

/** One thing, and what it is for each model. */
interface AmountLine {
  readonly label: string;
  readonly cells: readonly Cell[];
}

/** Two to six models side by side: prices, months and what they can. The lowest of a row is told, ties are called ties. */
export function compareModels(
  models: readonly ComparedModel[],
  presets: ComparedModels["presets"],
  unconfirmed = false,
): ComparisonView {
  const monthsOf = unconfirmed ? ({ months }: ComparedModel) => months : ({ confirmedMonths }: ComparedModel) => confirmedMonths;
  return {
    title: models.map(({ name }) => name).join(" vs "),
    answer: answerOf(models, presets[0]?.name ?? "", monthsOf),
    notes: models
      .filter(({ price }) => price !== null && !price.isList)
      .map(
        ({ name, makerName }) =>
          `${makerName} sells ${name} at no list price that was confirmed: its prices are those of the median host.`,
      ),
    sections: [priceSection(models), monthSection(models, presets, monthsOf, unconfirmed), abilitySection(models)],
  };
}

/** `DeepSeek V4 Flash (DeepInfra) is cheapest for chat at $23.00 a month; Claude Opus 4.8 costs 70×, +$1,774.` */
function answerOf(models: readonly ComparedModel[], preset: string, monthsOf: MonthsOf): string {
  const monthOf = (model: ComparedModel) => monthsOf(model)[0] ?? null;
  const lowest = lowestOf(models.map((model) => monthOf(model)?.usd ?? null));
  if (lowest === null) return "No month is confirmed of any of these models.";
  const winners = models.filter((model) => monthOf(model)?.usd === lowest.price);
  const named = winners.map((model) => `${model.name} (${monthOf(model)?.seller ?? ""})`).join(" and ");
  const verb = winners.length > 1 ? "tie as cheapest" : "is cheapest";
  const others = models.flatMap((model) => {
    const usd = monthOf(model)?.usd ?? null;
    if (usd === null) return [`no month of ${model.name} is confirmed`];
    return usd === lowest.price ? [] : [`${model.name} costs ${moreText(usd, lowest.price).join(", ")}`];
  });
  return `${[`${named} ${verb} for ${preset.toLowerCase()} at ${formatUsd(lowest.price)} a month`, ...others].join("; ")}.`;
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
  return section("prices", "List prices", "Dollars per million tokens, at the maker’s own API.", models, [{ title: null, rows }]);
}

type MonthsOf = (model: ComparedModel) => ComparedModel["months"];

/** Among confirmed prices, or with those counted that one catalogue alone names. */
function monthSection(
  models: readonly ComparedModel[],
  presets: ComparedModels["presets"],
  monthsOf: MonthsOf,
  unconfirmed: boolean,
): ComparisonSection {
  const rows = presets.map(({ name }, at): AmountLine => {
    const months = models.map((model) => monthsOf(model)[at] ?? null);
    const usd = months.map((month) => month?.usd ?? null);
    const range = (figure: number, index: number) => formatUsdRange(months[index]?.lowUsd ?? figure, figure);
    return {
      label: name,
      cells: figureCells(
        usd,
        range,
        (figure) => figure,
        (index) => months[index]?.seller,
      ),
    };
  });
  const counted = unconfirmed ? "unconfirmed sellers included" : "confirmed prices only";
  const text = `Monthly cost, fees included, ${counted}; $100 top-ups by card. The methodology page has the workloads.`;
  return section("months", "A month at the cheapest seller", text, models, [{ title: null, rows }]);
}

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
    row("Maker", ({ makerName }) => makerName),
    row("Released", ({ releasedOn }) => (releasedOn === null ? null : formatDay(releasedOn))),
    row("Context", ({ contextTokens }) => (contextTokens === null ? null : formatTokens(contextTokens))),
    row("Max output tokens", ({ maxOutputTokens }) => (maxOutputTokens === null ? null : formatTokens(maxOutputTokens))),
    row("Input modalities", ({ takes }) => takes.join(", ")),
    row("Output modalities", ({ makes }) => makes.join(", ")),
    row("Tools", ({ tools }) => yesNo(tools)),
    row("Reasoning", ({ reasoning }) => yesNo(reasoning)),
    row("Structured output", ({ structuredOutput }) => yesNo(structuredOutput)),
    row("Weights", ({ openWeights }) => yesNo(openWeights, "open", "closed")),
    { label: "Every offer", cells: models.map(({ id, name }) => ({ text: name, href: paths.model(id) })) },
  ];
  return section("abilities", "Capabilities", "As the makers and platforms list it.", models, [{ title: null, rows }]);
}

/** Says what stands beside the figures; a row of words has nothing to say of it. */
const CAPTION = "Beside a figure: how many times the lowest of its row it is, and how much more; ties are called ties.";

function section(
  id: string,
  title: string,
  text: string,
  models: readonly ComparedModel[],
  groups: readonly Group<AmountLine>[],
): ComparisonSection {
  const columns = models.map((model, at): Column<AmountLine> => {
    return { id: model.id, label: model.name, kind: "score", cell: ({ cells }) => cells[at] ?? { text: "" } };
  });
  const what = textColumn<AmountLine>("what", "What", ({ label }) => label);
  return { id, title, text, table: tableView({ label: title, caption: CAPTION }, [what, ...columns], groups) };
}

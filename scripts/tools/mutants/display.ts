import type { Mutant } from "./mutant.ts";

const MODEL_PAGE = ["tests/contract/cells/model-page.test.ts"];
const LISTS = ["tests/contract/cells/lists.test.ts"];
const RANKINGS = ["tests/contract/cells/ranking-pages.test.ts"];
const COMPARISONS = ["tests/contract/cells/comparisons.test.ts"];

/** Bugs between a figure and the page that shows it. */
export const DISPLAY: readonly Mutant[] = [
  {
    bug: "what is assumed of a month is not said",
    file: "src/features/model/offer-columns.ts",
    from: '{ hint: caveats.join("; ") }',
    to: "{}",
    tests: MODEL_PAGE,
  },
  {
    bug: "the output's difference is the input's",
    file: "src/table/offer-cells.ts",
    from: "notes: [`out ${formatDelta(output)}`]",
    to: "notes: [`out ${formatDelta(main)}`]",
    tests: MODEL_PAGE,
  },
  {
    bug: "a held row does not say so",
    file: "src/table/offer-cells.ts",
    from: "...doubts, ...held, ...unread,",
    to: "...doubts, ...unread,",
    tests: MODEL_PAGE,
  },
  {
    bug: "input and output change places in a tier's card",
    file: "src/site/words/condition-line.ts",
    from: "input: formatMeter(card.prices.input ?? undefined, undefined)",
    to: "input: formatMeter(card.prices.output ?? undefined, undefined)",
    tests: MODEL_PAGE,
  },
  {
    bug: "a tier inherits no cache price of the base card",
    file: "src/site/words/condition-line.ts",
    from: "condition.prices.cacheRead ?? offer.prices.cacheRead ?? null",
    to: "condition.prices.cacheRead ?? null",
    tests: MODEL_PAGE,
  },
  {
    bug: "the second reading's input and output change places",
    file: "src/features/model/disagreement-line.ts",
    from: "`${formatMeter(input, undefined)} / ${formatMeter(output, undefined)}${cache}`",
    to: "`${formatMeter(output, undefined)} / ${formatMeter(input, undefined)}${cache}`",
    tests: MODEL_PAGE,
  },
  {
    bug: "under the maker's price is over it in the answer",
    file: "src/site/words/answer.ts",
    from: 'bps < 0 ? "under" : "over"',
    to: 'bps > 0 ? "under" : "over"',
    tests: ["src/site/words/answer.test.ts"],
  },
  {
    bug: "a router's host is shown without the router",
    file: "src/site/words/seller-label.ts",
    from: "{ ...label, name: hostName, via: platformName }",
    to: "{ ...label, name: hostName, via: null }",
    tests: MODEL_PAGE,
  },
  {
    bug: "the cheapest month is the list offer's in the rankings",
    file: "src/features/best/tables/best-columns.ts",
    from: "...usdCell(landedUsdPerMonth), notes",
    to: "...usdCell(Math.round(landedUsdPerMonth / 1.055)), notes",
    tests: RANKINGS,
  },
  {
    bug: "quality stands under the head of its sources",
    file: "src/features/best/tables/best-columns.ts",
    from: 'label: "Quality"',
    to: 'label: "Scored by"',
    tests: RANKINGS,
  },
  {
    bug: "best and worst rank change places",
    file: "src/features/best/tables/best-columns.ts",
    from: "{ text: `${low}–${high}` }",
    to: "{ text: `${high}–${low}` }",
    tests: RANKINGS,
  },
  {
    bug: "a provisional model does not say so",
    file: "src/features/best/tables/best-columns.ts",
    from: '...(status === "provisional" ? ["one source"] : [])',
    to: '...(status === "rated" ? ["one source"] : [])',
    tests: RANKINGS,
  },
  {
    bug: "who asks less is the other one in the list of pairs",
    file: "src/features/compare/platforms/pair-list.ts",
    from: "countCell(prices.first)",
    to: "countCell(prices.tie)",
    tests: COMPARISONS,
  },
  {
    bug: "input and output change places where platforms are compared",
    file: "src/features/compare/platforms/common-models.ts",
    from: "`${formatMeter(input ?? undefined, undefined)} / ${formatMeter(output ?? undefined, undefined)}`",
    to: "`${formatMeter(output ?? undefined, undefined)} / ${formatMeter(input ?? undefined, undefined)}`",
    tests: COMPARISONS,
  },
  {
    bug: "cheaper is dearer in the difference of two platforms",
    file: "src/features/compare/platforms/shared-sections.ts",
    from: "`in ${formatDelta(inputBps)}`",
    to: "`in ${formatDelta(-inputBps)}`",
    tests: COMPARISONS,
  },
  {
    bug: "the calculator's column of cache reads has the writes",
    file: "src/features/calculator/bill/calculator-bill.ts",
    from: '{ label: "Cached input", meter: "cacheRead", step: null }',
    to: '{ label: "Cached input", meter: "cacheWrite", step: null }',
    tests: COMPARISONS,
  },
  {
    bug: "the calculator's top-up fee is its bonus",
    file: "src/features/calculator/bill/calculator-bill.ts",
    from: '{ label: "Top-up fee", meter: null, step: "fee" }',
    to: '{ label: "Top-up fee", meter: null, step: "bonus" }',
    tests: COMPARISONS,
  },
  {
    bug: "a prompt from the cache costs what a plain one does",
    file: "src/features/calculator/calculator-prompt.ts",
    from: "repeatedPrompt(perDay, card.cacheRead).usdPerYear",
    to: "repeatedPrompt(perDay, input).usdPerYear",
    tests: COMPARISONS,
  },
  {
    bug: "cache write and read change places in what a cache pays",
    file: "src/features/calculator/calculator-points.ts",
    from: "`write ${usd(write)}, read ${usd(card.cacheRead)}, plain",
    to: "`write ${usd(card.cacheRead)}, read ${usd(write)}, plain",
    tests: COMPARISONS,
  },
  {
    bug: "the models are sorted by input where output is asked for",
    file: "src/features/finder/find-models.ts",
    from: "priceKey(data.listOutput[at])",
    to: "priceKey(data.listInput[at])",
    tests: ["src/features/finder/find-models.test.ts"],
  },
  {
    bug: "the list of platforms counts only models at a confirmed price",
    file: "src/features/platform/platform-columns.ts",
    from: "text: formatCount(models), notes",
    to: "text: formatCount(confirmed), notes",
    tests: LISTS,
  },
  {
    bug: "a table that the browser draws anew has no makers' marks",
    file: "src/table/browser/draw-table.ts",
    from: 'element.setAttribute("data-mark", cell.mark.letters)',
    to: 'element.removeAttribute("data-mark")',
    tests: ["src/table/same-cells.test.ts"],
  },
];

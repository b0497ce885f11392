import type { QualitySourceId } from "../../../domain/quality/quality-alias.ts";
import type { WinRange } from "../../../domain/ranking/net-cost/best-buys.ts";
import type { Sensitivity } from "../../../domain/ranking/net-cost/first-place-sensitivity.ts";
import type { WinChance } from "../../../domain/ranking/net-cost/net-cost.ts";
import type { Ranking, RankingRow } from "../../../domain/ranking/ranking.ts";
import { formatCount, formatMultiple, formatPlural, formatUsdRange } from "../../../site/format.ts";
import type { Phrase } from "../../../site/words/answer.ts";
import { worseAnswerText } from "../worse-answer.ts";
import type { JudgeWords } from "./judge-words.ts";

/** How the sentences of a ranking name models and sellers. */
export interface BestNames {
  nameOf(modelId: string): string;
  sellerOf(modelId: string): string;
  readonly words: JudgeWords;
}

/** The best buys of a ranking, cheapest first. */
export const bestBuyRows = <Row extends { readonly wins: WinRange | null }>({
  rows,
}: {
  readonly rows: readonly Row[];
}): readonly (Row & { readonly wins: WinRange })[] =>
  rows.flatMap((row) => (row.wins === null ? [] : [{ ...row, wins: row.wins }])).toSorted((a, b) => a.wins.from - b.wins.from);

/** As many of those that follow are named. */
const NAMED = 3;

/**
 * `For chat, A is the best buy while a worse answer costs you $0.0023 to $0.09: $24.48 a month at OpenRouter. Above that B to $0.60, then C.`
 * `forWhat`: `For chat`.
 */
export function rankingAnswer(ranking: Ranking, forWhat: string, { nameOf, sellerOf, words }: BestNames): readonly Phrase[] {
  const [first] = ranking.rows;
  if (first === undefined) return [{ text: `${forWhat}, no rated model has a price that counts.` }];
  const dearer = bestBuyRows(ranking).filter(({ wins }) => first.wins?.to != null && wins.from >= first.wins.to);
  return [
    { text: `${forWhat}, ` },
    { text: nameOf(first.modelId), strong: true },
    { text: ` is the best buy ${whileText(first.wins, words.worse)}: ` },
    { text: `${monthText(first)} a month`, strong: true },
    { text: ` at ${sellerOf(first.modelId)}${lengthText(first)}.` },
    ...(dearer.length === 0 ? belowThat(first, bestBuyRows(ranking), nameOf) : aboveThat(dearer, nameOf)),
  ];
}

/** `, $27.10 with the 1.2× output it was measured to write` */
const lengthText = (row: RankingRow): string =>
  row.outputRatio === 1 ? "" : `, ${billText(row)} with the ${formatMultiple(row.outputRatio)} output it was measured to write`;

/** The month; where its fee is unknown, from the least to the most it may be: `$15.00 – $15.83`. */
export const monthText = ({ leastUsd, landedUsdPerMonth }: Pick<RankingRow, "leastUsd" | "landedUsdPerMonth">): string =>
  formatUsdRange(leastUsd.landed, landedUsdPerMonth);

/** The same of the month at a model's own length. */
export const billText = ({ leastUsd, billedUsdPerMonth }: RankingRow): string =>
  formatUsdRange(leastUsd.billed, billedUsdPerMonth);

function aboveThat(
  dearer: readonly (RankingRow & { readonly wins: WinRange })[],
  nameOf: BestNames["nameOf"],
): readonly Phrase[] {
  const best = dearer.at(-1);
  const between = dearer.slice(0, -1).slice(0, NAMED);
  if (best === undefined) return [];
  const steps = between.flatMap(({ modelId, wins }, at): readonly Phrase[] => [
    { text: at === 0 ? " Above that " : ", " },
    { text: nameOf(modelId), strong: true },
    { text: wins.to === null ? "" : ` to ${worseAnswerText(wins.to)}` },
  ]);
  return [
    ...steps,
    { text: steps.length === 0 ? " Above that " : ", then " },
    { text: nameOf(best.modelId), strong: true },
    { text: "." },
  ];
}

/** Where nothing is better at any price, the cheaper choice beside it: ` From $0.28 to $1.01 it is B.`, or ` Below that it is B.` */
function belowThat(
  { modelId }: RankingRow,
  buys: readonly (RankingRow & { readonly wins: WinRange })[],
  nameOf: BestNames["nameOf"],
): readonly Phrase[] {
  const cheaper = buys[buys.findIndex((buy) => buy.modelId === modelId) - 1];
  if (cheaper === undefined) return [];
  const { from, to } = cheaper.wins;
  const rangeWords = from === 0 || to === null ? "Below that" : `From ${worseAnswerText(from)} to ${worseAnswerText(to)}`;
  return [{ text: ` ${rangeWords} it is ` }, { text: nameOf(cheaper.modelId), strong: true }, { text: "." }];
}

/** `while a worse answer costs you $0.0023 to $0.09` */
function whileText(wins: WinRange | null, worse: string): string {
  if (wins === null) return "here";
  const { from, to } = wins;
  if (to === null)
    return from === 0 ? `whatever a ${worse} costs you` : `once a ${worse} costs you ${worseAnswerText(from)} or more`;
  if (from === 0) return `while a ${worse} costs you less than ${worseAnswerText(to)}`;
  return `while a ${worse} costs you ${worseAnswerText(from)} to ${worseAnswerText(to)}`;
}

/** The same in a cell: `under $0.0004`, `$0.0023–$0.09`, `over $1.48`, `at any price`. */
export function rangeText({ from, to }: WinRange): string {
  if (to === null) return from === 0 ? "at any price" : `over ${worseAnswerText(from)}`;
  return from === 0 ? `under ${worseAnswerText(to)}` : `${worseAnswerText(from)}–${worseAnswerText(to)}`;
}

/** `Best buy here: A, tied with 3 others. It hangs on this: without the scores of LiveBench it would be B.` */
export function firstPlaceText(
  { rows }: Ranking,
  sensitivities: readonly Sensitivity[],
  { nameOf, sellerOf, words }: BestNames,
): string {
  const [first] = rows;
  if (first === undefined) return "";
  const tied = first.tiedWith === 0 ? "tied with none" : `tied with ${formatPlural(first.tiedWith, "other")}`;
  const hangs = sensitivities.map(({ source, bestBuyWithout }) => {
    const without = source === null ? `the price at ${sellerOf(first.modelId)}` : `the scores of ${SOURCE_WORDS[source]}`;
    return bestBuyWithout === null
      ? `without ${without} nobody could be named`
      : `without ${without} it would be ${nameOf(bestBuyWithout)}`;
  });
  const held = hangs.length === 0 ? words.held : `It hangs on this: ${hangs.join("; ")}.`;
  return `Best buy here: ${nameOf(first.modelId)}, ${tied}. ${held}`;
}

/** The first three rows for a message: `1. DeepSeek V4 Flash 0731, $24.48 a month at OpenRouter`. */
export const firstRows = ({ rows }: Ranking, { nameOf, sellerOf }: BestNames): readonly string[] =>
  rows.slice(0, 3).map((row) => `${row.rank}. ${nameOf(row.modelId)}, ${monthText(row)} a month at ${sellerOf(row.modelId)}`);

/** The picture in words: `221 models … 7 best buys, cheapest first: …`. */
export function pictureText(ranking: Ranking, { nameOf, words }: Pick<BestNames, "nameOf" | "words">): string {
  const buys = bestBuyRows(ranking).map(
    (row) => `${nameOf(row.modelId)} ${monthText(row)} a month, ${words.chance} ${chanceText(row.chance)}`,
  );
  return `Cost of a request against the ${words.axis}: ${formatPlural(ranking.rows.length, "model")}; best buys, cheapest first: ${buys.join("; ")}.`;
}

/** `205 models are not rated … and not ranked.` `filteredOut`: models that a budget or a minimum leaves out; `stale`: null = not counted here. */
export function gapText({ rows, gaps }: Ranking, filteredOut: number, stale: number | null): string {
  const parts = [
    `${formatPlural(rows.length, "model")} ranked`,
    `${formatCount(gaps.notRated)} not rated by any source`,
    `${formatCount(gaps.unpriced)} rated but with no price that counts (free, retired, or sold for shorter requests than this workload’s)`,
    ...(filteredOut === 0 ? [] : [`${formatCount(filteredOut)} left out by your most a month or your minimum quality`]),
    ...(stale === null
      ? []
      : [`${formatPlural(stale, "offer")} not read lately, which count only where a model has no fresh price`]),
  ];
  return `${parts.join("; ")}.`;
}

/** Rows of the full table before it folds. */
export const FOLDED_ROWS = 25;

/** The heading of the full table. */
export const rankedText = (models: number): string =>
  models === 0 ? "No ranked model" : `All ranked models: ${formatCount(models)}`;

/** `57 %`, or `63 %, counts as 52 %` of a model that one source alone has scored. */
export const chanceText = ({ p, counted }: WinChance): string =>
  counted === p ? percentText(p) : `${percentText(p)}, ${countedText(counted)}`;

/** `counts as 52 %`: the figure its rank is made from. */
export const countedText = (counted: number): string => `counts as ${percentText(counted)}`;

/** What a caption says of it, where a row is counted so; empty = none is. */
export const lowerEndText = (rows: readonly Pick<RankingRow, "chance">[]): string =>
  rows.some(({ chance: { p, counted } }) => counted !== p)
    ? " A model that one source alone scored counts at the lower end of its interval."
    : "";

/** A chance to be preferred: 0.569 → `57 %`. */
export const percentText = (share: number): string => `${Math.round(share * 100)}\u202f%`;

export const SOURCE_WORDS = {
  "epoch-eci": "ECI",
  livebench: "LiveBench",
  "livebench-coding": "LiveBench coding",
  lmarena: "LMArena",
  "lmarena-vision": "LMArena vision",
  "lmarena-webdev": "LMArena WebDev",
} as const satisfies Record<QualitySourceId, string>;

import type { Workload } from "../../domain/cost/workload.ts";
import type { QualitySourceId } from "../../domain/quality/quality-alias.ts";
import type { BarFlips } from "../../domain/ranking/quality-bar.ts";
import type { Ranking, RankingRow } from "../../domain/ranking/ranking.ts";
import type { Sensitivity, ShareLimits } from "../../domain/ranking/sensitivity.ts";
import { compareValueRows, type ValueRow } from "../../domain/ranking/value-row.ts";
import { formatCount, formatPlural, formatUsd } from "../../site/format.ts";
import { formatElo } from "../../site/words/quality-text.ts";

/** `Loses first place when output’s share of the tokens is over 31 % (it is 20 % here): gpt-oss-20b takes it.` */
export function flipTexts(
  { modelId, outputShare, cachedShare }: Sensitivity,
  nameOf: (id: string) => string,
  workload: Workload,
): readonly string[] {
  const tokens = workload.inputTokens + workload.outputTokens;
  const now = tokens === 0 ? 0 : workload.outputTokens / tokens;
  return [
    flipText(modelId, nameOf, "output’s share of the tokens", outputShare, now),
    flipText(modelId, nameOf, "the cached share of the input", cachedShare, workload.cachedShare),
  ];
}

function flipText(id: string, nameOf: (id: string) => string, what: string, held: ShareLimits | null, now: number): string {
  const name = nameOf(id);
  if (held === null) return `${name} shares first place whatever ${what} is.`;
  const today = `it is ${percent(now)} here`;
  const sides = sidesOf(held).map(({ words, rival }) => `${words} (${nameOf(rival)} takes it)`);
  return sides.length === 0
    ? `${name} keeps first place whatever ${what} is (${today}).`
    : `${name} loses first place when ${what} is ${sides.join(" or ")}; ${today}.`;
}

/** What would give another model first place, in few words by its id: `output over 31 %`. */
export function takeoverWords({ outputShare, cachedShare }: Sensitivity): ReadonlyMap<string, readonly string[]> {
  const words = [
    ...sidesOf(outputShare).map((side) => ({ ...side, words: `output ${side.words}` })),
    ...sidesOf(cachedShare).map((side) => ({ ...side, words: `cached ${side.words}` })),
  ];
  return new Map([...Map.groupBy(words, ({ rival }) => rival)].map(([rival, group]) => [rival, group.map((each) => each.words)]));
}

function sidesOf(held: ShareLimits | null): readonly { readonly words: string; readonly rival: string }[] {
  if (held === null) return [];
  const { below, above, takenBelowBy, takenAboveBy } = held;
  return [
    ...(below === null || takenBelowBy === null ? [] : [{ words: `under ${percent(below)}`, rival: takenBelowBy }]),
    ...(above === null || takenAboveBy === null ? [] : [{ words: `over ${percent(above)}`, rival: takenAboveBy }]),
  ];
}

/** What bar would flip first place among the cheapest. */
export function barFlipText({ first, below, above }: BarFlips<ValueRow>, nameOf: (id: string) => string): readonly string[] {
  const rival = above.row === null ? "nobody reaches it" : `${nameOf(above.row.modelId)} takes it`;
  return [
    `${nameOf(first.modelId)} loses first place when the bar is over ${formatElo(above.bar)}: ${rival}.`,
    ...(below === null ? [] : [`Under ${formatElo(below.bar)} ${nameOf(below.row.modelId)} takes it.`]),
  ];
}

/** The chart in words: `197 models from $2.50 to $1,255 a month; 14 on the frontier: …`. */
export function frontierSummary(rows: readonly RankingRow[], nameOf: (id: string) => string): string {
  const front = rows.filter(({ onFrontier }) => onFrontier).toSorted(compareValueRows);
  const months = rows.map(({ landedUsdPerMonth }) => landedUsdPerMonth);
  const named = front.map(
    (row) => `${nameOf(row.modelId)} ${formatUsd(row.landedUsdPerMonth)}, quality ${formatElo(row.quality.value)}`,
  );
  const range = `${formatUsd(Math.min(...months))} to ${formatUsd(Math.max(...months))} a month`;
  return `Cost against quality: ${formatPlural(rows.length, "model")}, ${range}. On the frontier, cheapest first: ${named.join("; ")}.`;
}

/** `205 models are not rated … and not ranked.` */
export function gapText({ rows, gaps }: Ranking, stale: number): string {
  const parts = [
    `${formatPlural(rows.length, "model")} ranked`,
    `${formatCount(gaps.notRated)} not rated by any source`,
    `${formatCount(gaps.unpriced)} rated but with no price that counts (free, retired, or too small for this workload)`,
    `${formatPlural(stale, "offer")} left out because nobody read them lately`,
  ];
  return `${parts.join("; ")}.`;
}

const percent = (share: number): string => `${Number((share * 100).toFixed(share < 0.1 ? 1 : 0))}\u202f%`;

export const SOURCE_WORDS = {
  "epoch-eci": "ECI",
  livebench: "LiveBench",
  lmarena: "LMArena",
} as const satisfies Record<QualitySourceId, string>;

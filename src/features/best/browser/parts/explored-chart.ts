import { bestBuyChart } from "../../../../domain/chart/best-buy-chart.ts";
import { compareValueRows } from "../../../../domain/ranking/value-row.ts";
import { formatRoundUsd } from "../../../../site/format.ts";
import { withLongPromptNote } from "../../../../site/words/seller-label.ts";
import type { ExploredChart } from "../../islands/buy-explorer.tsx";
import { countedText, monthText, percentText, rangeText } from "../../words/best-words.ts";
import type { Charted } from "./buy-chart.ts";

/** What the chart's library is given of a ranking; null = nothing in it is paid for. */
export function exploredChart({ rows, worseAnswerUsd, nameOf, sellerOf, words }: Charted): ExploredChart | null {
  const chart = bestBuyChart(rows, worseAnswerUsd);
  if (chart === null) return null;
  const sides = new Map(chart.labels.map(({ modelId, anchor }) => [modelId, anchor]));
  const points = new Map(chart.points.map((point) => [point.modelId, point]));
  return {
    points: rows.toSorted(compareValueRows).flatMap((row) => {
      const { modelId, offerId, usdPerRequest, chance, wins } = row;
      const point = points.get(modelId);
      if (point === undefined) return [];
      const counted = chance.counted === chance.p ? "" : `, ${countedText(chance.counted)}`;
      const seller = withLongPromptNote(sellerOf(offerId), row.assumesLongPrompts);
      const best = wins === null ? "" : `, best buy ${rangeText(wins)}`;
      return [
        {
          ...{ modelId, kind: point.kind, number: point.number, usd: usdPerRequest, chance: chance.counted },
          error: [chance.counted - chance.low, chance.high - chance.counted] as const,
          name: nameOf(modelId),
          label: sides.get(modelId) ?? null,
          says: `${monthText(row)} a month at ${seller}, ${words.chance} ${percentText(chance.p)} (${percentText(chance.low)}–${percentText(chance.high)})${counted}${best}`,
        },
      ];
    }),
    chart,
    usdText: formatRoundUsd,
    chanceText: percentText,
  };
}

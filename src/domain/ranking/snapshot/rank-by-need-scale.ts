import { compareText } from "../../money/compare-text.ts";
import type { NeedScale } from "../../quality/need-scale.ts";
import { type PricedModel, type RankedQuality, rankModels } from "../ranking.ts";
import { monthOfLine, rankingLines } from "../ranking-lines.ts";
import type { RankingLine, RankingSnapshot } from "../ranking-snapshot.ts";
import type { NeedFigures } from "./need-figures.ts";

/** What a row of a day says of its month. */
type SnapshotPrice = Pick<
  RankingLine,
  | "modelId"
  | "offerId"
  | "landedUsdPerMonth"
  | "billedUsdPerMonth"
  | "outputRatio"
  | "leastUsdPerMonth"
  | "leastBilledUsdPerMonth"
  | "longPromptPrice"
>;

/**
 * The ranking of a kept day by a need's own scale, worked out as that night worked it out: from the months of the workload's kept rows and of the
 * models it has not rated, and from the qualities and the field kept for the need. Only models that `isAsked`. With a month of $10 for 1,000
 * requests, p = 0.5 and $1 for a worse answer, a row's net cost is 0.01 + 0.5 = $0.51. Months are kept to the millionth of a dollar, so a net cost
 * or a break point may differ from that night's in its last digit. Its day is the later of the two. Null = that day has no such ranking.
 */
export function rankByNeedScale(
  snapshot: RankingSnapshot,
  figures: NeedFigures,
  scale: NeedScale,
  isAsked: (modelId: string) => boolean,
): RankingSnapshot | null {
  const terms = figures.terms.find(({ workload }) => workload === snapshot.workload);
  const field = figures.fields.find((each) => each.scale === scale);
  const rows = snapshot.kept.at(-1)?.rows;
  if (terms === undefined || field === undefined || rows === undefined) return null;
  const more = figures.prices.filter(({ workload }) => workload === snapshot.workload);
  const priced = [...rows, ...more].filter(({ modelId }) => isAsked(modelId)).map(pricedModel);
  const ranking = rankModels(priced, qualityFinder(figures, scale), field.elos, terms);
  const asOf = [snapshot.asOf, figures.asOf].toSorted(compareText).at(-1) ?? figures.asOf;
  return { ...snapshot, asOf, kept: [{ sha256: figures.sha256, rows: [...rankingLines(ranking)] }] };
}

function pricedModel(line: SnapshotPrice): PricedModel {
  const { modelId, offerId, billedUsdPerMonth: most, leastBilledUsdPerMonth: least = most, outputRatio: ratio } = line;
  return {
    model: { id: modelId },
    cheapest: {
      ...{ offer: { id: offerId }, landed: monthOfLine(line) },
      assumesLongPrompts: line.longPromptPrice === "assumed",
    },
    measuredLength:
      most === undefined || ratio === undefined ? null : { ratio, landed: { usd: Number(least), upperUsd: Number(most) } },
  };
}

function qualityFinder({ qualities }: NeedFigures, scale: NeedScale): (modelId: string) => RankedQuality | null {
  const onScale = qualities.filter((each) => each.scale === scale);
  const byModel = new Map(
    onScale.map(({ modelId, value, interval, status, sources }): readonly [string, RankedQuality] => [
      modelId,
      { value, interval, status, sources: sources.map((id) => ({ id, effort: null })) },
    ]),
  );
  return (modelId) => byModel.get(modelId) ?? null;
}

import { lowerMedian } from "../money/median.ts";
import { PRICE_BANDS, type PriceBand, type PriceBands } from "../reference/price-bands.ts";

/** A quality people can ask for by name: computed from today's data, never typed in. */
export interface QualityMark {
  readonly id: PriceBand | "best";
  /** On LMArena's scale. */
  readonly elo: number;
}

/** `best`: the highest fitted quality. A band's mark: the median quality of its rated models. */
export function qualityMarks(bands: PriceBands, qualityOf: (modelId: string) => number | null): readonly QualityMark[] {
  const rated = [...bands.bandOf].flatMap(([id, band]) => {
    const elo = qualityOf(id);
    return elo === null ? [] : [{ band, elo }];
  });
  const marks = PRICE_BANDS.toReversed().flatMap((band): readonly QualityMark[] => {
    const elos = rated.filter((each) => each.band === band).map(({ elo }) => elo);
    // A quality that some model has.
    const middle = lowerMedian(elos);
    return middle === null ? [] : [{ id: band, elo: middle }];
  });
  return rated.length === 0 ? [] : [{ id: "best", elo: Math.max(...rated.map(({ elo }) => elo)) }, ...marks];
}

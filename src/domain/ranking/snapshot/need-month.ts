import { compareText } from "../../money/compare-text.ts";
import type { NeedFigures, NeedPriceLine, NeedQualityLine } from "./need-figures.ts";
import { type PackedRow, type RowShape, rowPacker, rowUnpacker } from "./packed-rows.ts";

/** `data/generated/need-figures/<month>.json`, and `/api/v1/rankings/<month>/needs.json.gz`: the figures of every kept day of a month, oldest first. */
export interface NeedMonth {
  /** `2026-08`. */
  readonly month: string;
  readonly shapes: readonly RowShape[];
  readonly kept: readonly PackedNeeds[];
}

/** What is absent is as on the kept day before; the first of a month has all of it. */
export interface PackedNeeds extends Pick<NeedFigures, "asOf" | "sha256">, Partial<Pick<NeedFigures, "terms" | "fields">> {
  readonly qualities?: readonly PackedRow[];
  readonly prices?: readonly PackedRow[];
}

/** The month of these days, which may come in any order: a day's versions stay in theirs. */
export function packNeedMonth(month: string, days: readonly NeedFigures[]): NeedMonth {
  const shapes: RowShape[] = [];
  const packQualities = rowPacker(shapes, qualityKey);
  const packPrices = rowPacker(shapes, priceKey);
  const packedDays = days
    .toSorted((a, b) => compareText(a.asOf, b.asOf))
    .map((now, at, sorted): PackedNeeds => {
      const isNew = (part: "terms" | "fields" | "qualities" | "prices"): boolean =>
        JSON.stringify(now[part]) !== JSON.stringify(sorted[at - 1]?.[part]);
      return {
        ...{ asOf: now.asOf, sha256: now.sha256 },
        ...(isNew("terms") ? { terms: now.terms } : {}),
        ...(isNew("fields") ? { fields: now.fields } : {}),
        ...(isNew("qualities") ? { qualities: packQualities(now.qualities) } : {}),
        ...(isNew("prices") ? { prices: packPrices(now.prices) } : {}),
      };
    });
  return { month, shapes, kept: packedDays };
}

/** The kept days of a month, oldest first. */
export function unpackNeedMonth({ shapes, kept }: NeedMonth): readonly NeedFigures[] {
  const [qualitiesOf, pricesOf] = [rowUnpacker<NeedQualityLine>(shapes), rowUnpacker<NeedPriceLine>(shapes)];
  let before: Omit<NeedFigures, "asOf" | "sha256"> = { terms: [], fields: [], qualities: [], prices: [] };
  return kept.map(({ asOf, sha256, terms, fields, qualities, prices }) => {
    before = {
      terms: terms ?? before.terms,
      fields: fields ?? before.fields,
      qualities: qualities === undefined ? before.qualities : [...qualitiesOf(qualities)],
      prices: prices === undefined ? before.prices : [...pricesOf(prices)],
    };
    return { asOf, sha256, ...before };
  });
}

/** One version a line: a night that keeps a day adds a line. */
export function needMonthText({ month, shapes, kept }: NeedMonth): string {
  const lines = kept.map((version) => JSON.stringify(version)).join(",\n");
  return `{"month":"${month}","shapes":${JSON.stringify(shapes)},"kept":[\n${lines}\n]}\n`;
}

const qualityKey = ({ scale, modelId }: NeedQualityLine): string => `${scale} ${modelId}`;
const priceKey = ({ workload, modelId }: NeedPriceLine): string => `${workload} ${modelId}`;

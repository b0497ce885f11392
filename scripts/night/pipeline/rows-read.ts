import type { NeedQualityData } from "../quality/need-quality.ts";
import type { QualityReadings } from "../quality/quality-store.ts";
import type { Store } from "./store.ts";

type RowsRead = Pick<Store, "offers" | "seconds" | "readings">;

/**
 * Every row of a night that says where and when something was read, of prices and of benchmarks alike. History says so in its own words, and is never
 * rewritten.
 */
export function rowsRead(
  { offers, seconds, readings }: RowsRead,
  quality: QualityReadings & Pick<NeedQualityData, "needs"> & { readonly rows: readonly unknown[] },
): readonly unknown[] {
  const { rows, scores, costs, needs } = quality;
  return [offers, seconds, ...readings.values(), rows, scores, costs, needs].flat();
}

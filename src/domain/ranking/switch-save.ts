import { frontier } from "./frontier.ts";
import type { RankingRow } from "./ranking.ts";
import { costTicks, isPaid, type ValueRow } from "./value-row.ts";

/** What a switch reads of a ranking's row. */
export type SwitchRow = ValueRow & Pick<RankingRow, "leastUsd">;

/** A cheaper model that may be as good, and what a month of it saves. */
export interface ModelSwitch<Row extends SwitchRow> {
  readonly row: Row;
  /** Both ends where a purchase fee is unknown: of $48–$50 to $19–$20 from 48 less 20 to 50 less 19. */
  readonly savedUsdPerMonth: { readonly least: number; readonly most: number };
}

/** As many as are worth a look. */
const MOST = 3;

/**
 * Cheaper models whose quality interval overlaps the model's own or lies above it; of them those that nothing both cheaper and better beats,
 * the largest saving first. Against $50 at 1,400–1,420 a $20 model at 1,390–1,405 saves $30; one that ends at 1,399 is surely worse and left
 * out, and so is one at $20 that is worse than the first.
 */
export function modelSwitches<Row extends SwitchRow>(ownRow: SwitchRow, rows: readonly Row[]): readonly ModelSwitch<Row>[] {
  const cheaper = rows.filter(
    (row) =>
      row.modelId !== ownRow.modelId &&
      isPaid(row) &&
      costTicks(row) < costTicks(ownRow) &&
      row.quality.high >= ownRow.quality.low,
  );
  return frontier(cheaper)
    .slice(0, MOST)
    .map((row) => ({ row, savedUsdPerMonth: savedBy(ownRow, row) }));
}

const savedBy = (own: SwitchRow, other: SwitchRow): ModelSwitch<SwitchRow>["savedUsdPerMonth"] => ({
  least: own.leastUsd.landed - other.landedUsdPerMonth,
  most: own.landedUsdPerMonth - other.leastUsd.landed,
});

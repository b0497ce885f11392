import { roundedMedian } from "../money/median.ts";
import type { Sellers } from "../offer/seller.ts";
import { isUnconfirmed } from "../ranking/eligibility.ts";
import { deltaMatrix, type MatrixModel } from "../reference/delta-matrix.ts";

/** How a platform's months of a workload stand to the same months at the makers' list prices, one vote a model. */
export interface ListDifference {
  /** Models of which it asks the list price because it sets it: its own. */
  readonly sets: number;
  /** Models it sells at a price beside the list price: the confirmed ones, or all where none is. */
  readonly compared: number;
  /** Of these, how many cost the same within half a per cent. */
  readonly atList: number;
  /** In basis points; null = nothing to compare. */
  readonly medianBps: number | null;
  /** False = one catalogue alone names every price compared, or something speaks against it. */
  readonly isConfirmed: boolean;
  /** Nobody tells its credit purchase fee: it is in none of these months, and would come on top. */
  readonly isFeeUnknown: boolean;
}

/**
 * Each platform's difference, in the order asked for; its months have its fees in them, as far as they are known. Months of 110, 100 and 104 dollars where list is 100
 * → 3 compared, 1 at list, +400.
 */
export function listDifferences(
  models: readonly MatrixModel[],
  platformIds: readonly string[],
  sellers: Sellers,
): readonly ListDifference[] {
  const columns = platformIds.map((platform) => ({ platform, place: "anywhere" }) as const);
  const rows = deltaMatrix(models.filter(isListToday), columns, "month", sellers);
  return columns.map((_, at) => {
    const cells = rows.flatMap(({ against, cells }) => {
      const cell = cells[at] ?? null;
      return cell === null ? [] : [{ ...cell, isList: against.kind === "list" && against.offer.id === cell.row.offer.id }];
    });
    const sold = cells.filter(({ isList }) => !isList);
    const confirmed = sold.filter(({ row }) => !isUnconfirmed(row.offer));
    const compared = confirmed.length > 0 ? confirmed : sold;
    return {
      sets: cells.length - sold.length,
      compared: compared.length,
      atList: compared.filter(({ bps }) => Math.abs(bps) < SAME_BPS).length,
      medianBps: roundedMedian(compared.map(({ bps }) => bps)),
      isConfirmed: confirmed.length > 0,
      isFeeUnknown: compared.some(({ row: { landed } }) => landed !== null && landed.usd < landed.upperUsd),
    };
  });
}

/** Whether it sets more list prices than it sells beside one: a maker, whose difference to itself says nothing. */
export const isOwnList = ({ sets, compared }: ListDifference): boolean => sets > compared;

/** Closer than half a per cent is the same. */
export const SAME_BPS = 50;

/** The maker's own word, and not what it asked as a host of OpenRouter when that was last seen. */
export const isListToday = ({ reference }: Pick<MatrixModel, "reference">): boolean =>
  reference?.kind === "list" && reference.atOpenrouter === undefined;

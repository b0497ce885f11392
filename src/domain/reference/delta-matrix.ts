import { plainestOffer } from "../offer/plainest-offer.ts";
import type { ModelSheet, SheetRow } from "./model-sheet.ts";

/** One cell of models × platforms: the platform's plainest standard offer of the model. */
export interface MatrixCell {
  readonly row: SheetRow | null;
}

/** A model's row: its list price and one cell per platform, in the order of the columns. */
export interface MatrixRow {
  readonly sheet: ModelSheet;
  readonly cells: readonly MatrixCell[];
}

/** Models with a list price that at least one of the platforms sells, in the order given. */
export function deltaMatrix(sheets: readonly ModelSheet[], platformIds: readonly string[]): readonly MatrixRow[] {
  const rows = sheets
    .filter(({ reference }) => reference?.kind === "list")
    .map((sheet) => ({ sheet, cells: platformIds.map((id) => ({ row: inputOffer(sheet, id) })) }));
  return rows.filter(({ cells }) => cells.some(({ row }) => row !== null));
}

/** The platforms that sell most of the models with a list price, most first; the makers' own stand in the list column already. */
export function mainPlatforms(
  sheets: readonly ModelSheet[],
  isShown: (platformId: string) => boolean,
  many: number,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { rows, reference } of sheets) {
    if (reference?.kind !== "list") continue;
    for (const id of new Set(rows.map(({ offer }) => offer.platform))) if (isShown(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return sorted.slice(0, many).map(([id]) => id);
}

/** The offer that stands for the platform, if its input price can be compared. */
function inputOffer({ rows }: ModelSheet, platformId: string): SheetRow | null {
  const row = plainestOffer(rows, platformId);
  return row?.offer.prices.input === undefined ? null : row;
}

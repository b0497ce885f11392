import { fullNames } from "../../../../domain/text/other-names.ts";
import { haystackOf } from "../../../../domain/text/word-search.ts";
import { type FinderData, type FinderFile, type FinderRow, type FinderWorkload, monthWord } from "../../find-models.ts";

/** A row of ModelTable.astro. */
export interface ModelRow extends FinderRow {
  readonly element: HTMLTableRowElement;
  /** What stands in the seller's place for the first workload, where no price may win. */
  readonly usualSeller: string;
}

/** Other names by the ids of their models, as the search of every page has them. */
export type OtherNames = ReadonlyMap<string, string>;

/** The data with the ids of the models that stand in rows, each at its place: as `places` says, or in the order of the file. */
export function withIds(file: FinderFile, body: HTMLTableSectionElement, places: string | undefined): FinderData {
  const ids = file.contextTokens.map(() => "");
  const at = places === undefined ? [...ids.keys()] : places.split(" ").map(Number);
  for (const [row, element] of [...body.rows].entries()) {
    const path = element.querySelector("a")?.pathname ?? "";
    // No id holds a tilde: `fileName` makes names of files with it.
    ids[at[row] ?? -1] = decodeURIComponent(path.slice(path.indexOf(MODELS) + MODELS.length, -1)).replaceAll("~", "");
  }
  return { ...file, ids };
}

const MODELS = "/models/";

/** The rows of a list in the order they stand in: by use. */
export function modelRows(body: HTMLTableSectionElement, data: FinderData): readonly ModelRow[] {
  const places = data.ids.flatMap((id, at) => (id === "" ? [] : [at]));
  return [...body.rows].map((element, row) => {
    const at = places[row] ?? row;
    const texts = [...(element.cells[0]?.children ?? [])].map((part) => part.textContent ?? "");
    const usualSeller = element.querySelector(".main")?.nextElementSibling?.textContent ?? "";
    const name = element.querySelector("a")?.textContent ?? "";
    return { element, at, usualSeller, name, haystack: haystackOf([...texts, data.ids[at] ?? ""]) };
  });
}

/** The same rows, found by other names too. */
export const renamedRows = (rows: readonly ModelRow[], ids: FinderData["ids"], names: OtherNames): readonly ModelRow[] =>
  rows.map((row) => {
    const id = ids[row.at] ?? "";
    const texts = [...(row.element.cells[0]?.children ?? [])].map((part) => part.textContent ?? "");
    return { ...row, haystack: haystackOf([...texts, id, fullNames(names.get(id) ?? "", id)]) };
  });

/** More than a tall screen shows, and what a slow machine lays out within a frame. */
const ROWS_A_FRAME = 30;

/**
 * Shows the found rows in their order and hides the rest: a screenful at once, what lies below frame by frame, so that typing never waits.
 * Rows move only when the order is another.
 */
export function rowShower(body: HTMLTableSectionElement): (found: readonly HTMLTableRowElement[]) => void {
  let frame = 0;
  return (found) => {
    cancelAnimationFrame(frame);
    const wanted = new Set(found);
    const keptRows = [...body.rows].filter((row) => wanted.has(row));
    const moves = found.some((row, at) => row !== keptRows[at]);
    for (const row of body.rows) row.hidden ||= moves || !wanted.has(row);
    const showFrom = (start: number) => {
      const next = found.slice(start, start + ROWS_A_FRAME);
      if (moves && start === 0) body.prepend(...next);
      else if (moves) found[start - 1]?.after(...next);
      for (const row of next) row.hidden = false;
      if (start + ROWS_A_FRAME < found.length) frame = requestAnimationFrame(() => showFrom(start + ROWS_A_FRAME));
    };
    showFrom(0);
  };
}

/** Writes a workload's cheapest month and seller into the rows. Where no price may win, the page itself says why of the usual months. */
export function showMonths(
  rows: readonly ModelRow[],
  { months, cheapest }: FinderWorkload,
  { sellers }: Pick<FinderData, "sellers">,
  isUsual: boolean,
): void {
  for (const { element, at, usualSeller } of rows) {
    const cell = element.querySelector(".main");
    const seller = cell?.nextElementSibling;
    if (cell) cell.textContent = monthWord(months[at] ?? null);
    if (seller) seller.textContent = sellers[cheapest[at] ?? -1] ?? (isUsual ? usualSeller : "");
  }
}

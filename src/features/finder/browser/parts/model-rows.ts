import { haystackOf } from "../../../../domain/text/word-search.ts";
import { type FinderData, type FinderRow, type FinderWorkload, fullNames, monthWord } from "../../find-models.ts";

/** A row of ModelTable.astro. */
export interface ModelRow extends FinderRow {
  readonly element: HTMLTableRowElement;
  /** What stands in the seller's place for the first workload, where no price may win. */
  readonly usualSeller: string;
}

/** The rows of a list that the data knows, by use. */
export function modelRows(body: HTMLTableSectionElement, data: FinderData): readonly ModelRow[] {
  const places = new Map(data.ids.map((id, at) => [id, at]));
  return [...body.rows].flatMap((element) => {
    const link = element.querySelector("a");
    const id = /models\/(.+)\/$/.exec(decodeURIComponent(link?.pathname ?? ""))?.[1] ?? "";
    const at = places.get(id);
    if (at === undefined) return [];
    const texts = [...(element.cells[0]?.children ?? [])].map((part) => part.textContent ?? "");
    const usualSeller = element.querySelector(".main")?.nextElementSibling?.textContent ?? "";
    return [
      {
        element,
        at,
        usualSeller,
        name: link?.textContent ?? "",
        haystack: haystackOf([...texts, id, fullNames(data.aliases[at] ?? "", id)]),
      },
    ];
  });
}

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

/** Writes a workload's cheapest month and seller into the rows. */
export function showMonths(
  rows: readonly ModelRow[],
  { id, months, cheapest }: FinderWorkload,
  { sellers, workloads }: FinderData,
): void {
  const isFirst = id === workloads[0]?.id;
  for (const { element, at, usualSeller } of rows) {
    const cell = element.querySelector(".main");
    const seller = cell?.nextElementSibling;
    if (cell) cell.textContent = monthWord(months[at] ?? null);
    if (seller) seller.textContent = sellers[cheapest[at] ?? -1] ?? (isFirst ? usualSeller : "");
  }
}

import type { Direction } from "../../lib/finder-state.ts";

/** The header of a table whose columns can be sorted by. */
export interface SortHeader<Key extends string> {
  /** Says which column the rows are sorted by; null = none of them. */
  mark(by: Key | null, direction: Direction): void;
}

/** Makes a button of each column's words, in place: `keys` are the columns' from the first on. */
export function sortHeader<Key extends string>(
  table: HTMLTableElement,
  keys: readonly Key[],
  onPick: (key: Key) => void,
): SortHeader<Key> {
  const cells = [...(table.tHead?.rows[0]?.cells ?? [])];
  for (const [at, key] of keys.entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...(cells[at]?.childNodes ?? []));
    button.addEventListener("click", () => onPick(key));
    cells[at]?.append(button);
  }
  return {
    mark: (by, direction) => {
      for (const [at, cell] of cells.entries()) {
        if (by !== null && keys[at] === by) cell.setAttribute("aria-sort", direction);
        else cell.removeAttribute("aria-sort");
      }
    },
  };
}

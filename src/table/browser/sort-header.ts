import type { SortDirection } from "../sort-direction.ts";

/** The header of a table whose columns can be sorted by. */
export interface SortHeader<Key extends string> {
  /** Says which column the rows are sorted by; null = none of them. */
  mark(by: Key | null, direction: SortDirection): void;
}

/** Makes a button of each column's words, in place: `keys` are the columns' from the first on, null for one that orders nothing. */
export function sortHeader<Key extends string>(
  table: HTMLTableElement,
  keys: readonly (Key | null)[],
  onPick: (key: Key) => void,
): SortHeader<Key> {
  const columns = keys.flatMap((key, at) => {
    const cell = table.tHead?.rows[0]?.cells[at];
    return key === null || cell === undefined ? [] : [{ key, cell }];
  });
  for (const { key, cell } of columns) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    button.addEventListener("click", () => onPick(key));
    cell.append(button);
  }
  return {
    mark: (by, direction) => {
      for (const { key, cell } of columns) {
        if (by === key) cell.setAttribute("aria-sort", direction);
        else cell.removeAttribute("aria-sort");
      }
    },
  };
}

/** The bodies of a table of offers, to be used again: rows that stay in theirs need not be styled and laid out again. */
export interface OfferBodies {
  /** The next one under this title (null = none) that is a fold or none; null where there is no such body left. */
  take(title: string | null, isFold: boolean): HTMLTableSectionElement | null;
}

/** The bodies that are in a table now. */
export function offerBodies(table: HTMLTableElement): OfferBodies {
  const byLook = Map.groupBy(table.tBodies, (body) => lookOf(titleOf(body), body.classList.contains("fold")));
  return { take: (title, isFold) => byLook.get(lookOf(title, isFold))?.shift() ?? null };
}

/** What is above the rows of a body: its title, and in a fold the row that stands for the others. The panel of a row is not one of them. */
export const headsOf = (body: HTMLTableSectionElement): readonly HTMLTableRowElement[] =>
  [...body.rows].filter((row) => row.id === "" && !row.matches(".request"));

/** The offers' rows of folds that stand open, by their fragments. */
export const openRows = (table: HTMLTableElement): ReadonlySet<string> =>
  new Set(
    [...table.tBodies].flatMap((body) =>
      body.querySelector("input")?.checked === true ? [...body.rows].map(({ id }) => id).filter((id) => id !== "") : [],
    ),
  );

const lookOf = (title: string | null, isFold: boolean): string => JSON.stringify([title, isFold]);
const titleOf = (body: HTMLTableSectionElement): string | null =>
  body.rows[0]?.querySelector("[scope=rowgroup]")?.textContent?.trim() ?? null;

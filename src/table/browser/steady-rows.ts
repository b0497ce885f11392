/**
 * Which of these may stay where they are when all are to be in the order of their numbers: the places of a longest rise, so that the fewest move.
 * `steadyPlaces([3, 0, 1, 2])` → the places 1, 2 and 3.
 */
export function steadyPlaces(numbers: readonly number[]): ReadonlySet<number> {
  /** By length less one: the place of the least number that a rise of that length ends in. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [place, number] of numbers.entries()) {
    const shorter = ends.findLastIndex((end) => (numbers[end] ?? 0) < number);
    before.push(ends[shorter]);
    ends[shorter + 1] = place;
  }
  const steady = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before[place]) steady.add(place);
  return steady;
}

/**
 * Makes these the rows of a body, in their order. What is in its order already is not moved: a row that is moved is styled and laid out again, and
 * loses the reader's place in it.
 */
export function setRows(body: HTMLTableSectionElement, rows: readonly HTMLTableRowElement[]): void {
  const numbers = new Map(rows.map((row, number) => [row, number]));
  for (const row of [...body.rows]) if (!numbers.has(row)) row.remove();
  const currentRows = [...body.rows];
  const places = steadyPlaces(currentRows.map((row) => numbers.get(row) ?? 0));
  const steady = new Set([...places].map((place) => currentRows[place]));
  let next: HTMLTableRowElement | null = null;
  for (const row of rows.toReversed()) {
    if (!steady.has(row)) body.insertBefore(row, next);
    next = row;
  }
}

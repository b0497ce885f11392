import { fullNames } from "../../../../domain/text/other-names.ts";
import { haystackOf } from "../../../../domain/text/word-search.ts";
import { whileIdle } from "../../../../site/browser/paint/while-idle.ts";
import { type FinderData, type FinderFile, type FinderRow, type FinderWorkload, monthWord } from "../../find-models.ts";

/** A row of ModelTable.astro. */
export interface ModelTableRow extends FinderRow {
  readonly element: HTMLTableRowElement;
  /** What is in the seller's place for the first workload, where no price may win. */
  readonly usualSeller: string;
}

/** Other names by the ids of their models, as the search of every page has them. */
export type OtherNames = ReadonlyMap<string, string>;

/** The data with the ids of the models that are in rows, each at its place: as `places` says, or in the order of the file. */
export function withIds(file: FinderFile, elements: readonly HTMLTableRowElement[], places: string | undefined): FinderData {
  const ids = file.contextTokens.map(() => "");
  const at = places === undefined ? [...ids.keys()] : places.split(" ").map(Number);
  for (const [row, element] of elements.entries()) {
    const path = element.querySelector("a")?.pathname ?? "";
    // No id holds a tilde: `fileName` makes names of files with it.
    ids[at[row] ?? -1] = decodeURIComponent(path.slice(path.indexOf(MODELS) + MODELS.length, -1)).replaceAll("~", "");
  }
  return { ...file, ids };
}

const MODELS = "/models/";

/** The rows of a list in the order they are in: by use. What a query looks through is put together when one first does. */
export function modelTableRows(elements: readonly HTMLTableRowElement[], data: FinderData): readonly ModelTableRow[] {
  const places = data.ids.flatMap((id, at) => (id === "" ? [] : [at]));
  return elements.map((element, row) => {
    const at = places[row] ?? row;
    const [first, , month] = element.cells;
    const seller = month?.classList.contains("main") ? month.nextElementSibling : null;
    const name = first?.querySelector("a")?.textContent ?? "";
    return withHaystack({ element, at, usualSeller: seller?.textContent ?? "", name }, textsOf(element, data.ids[at] ?? ""));
  });
}

/** The same rows, found by other names too. */
export const renamedRows = (
  rows: readonly ModelTableRow[],
  ids: FinderData["ids"],
  names: OtherNames,
): readonly ModelTableRow[] =>
  rows.map(({ element, at, usualSeller, name }) => {
    const id = ids[at] ?? "";
    return withHaystack({ element, at, usualSeller, name }, () => [
      ...textsOf(element, id)(),
      fullNames(names.get(id) ?? "", id),
    ]);
  });

const textsOf = (element: HTMLTableRowElement, id: string) => (): readonly string[] => [
  ...[...(element.cells[0]?.children ?? [])].map((part) => part.textContent ?? ""),
  id,
];

function withHaystack(row: Omit<ModelTableRow, "haystack">, texts: () => readonly string[]): ModelTableRow {
  let kept: ModelTableRow["haystack"] | null = null;
  return {
    ...row,
    get haystack() {
      kept ??= haystackOf(texts());
      return kept;
    },
  };
}

/** While nobody waits: puts together what queries look through, so that the first letter need not. */
export const readyForQueries = (rows: readonly ModelTableRow[]): void => whileIdle(haystacks(rows));

function* haystacks(rows: readonly ModelTableRow[]): Iterator<unknown> {
  for (const { haystack } of rows) yield haystack;
}

/** Writes a workload's cheapest month and seller into a row, whose link leads to the model's page for that workload. Where no price may win, the page itself says why of the usual months. */
export function showMonth(
  { element, at, usualSeller }: ModelTableRow,
  { id, months, cheapest }: FinderWorkload,
  { sellers }: Pick<FinderData, "sellers">,
  isUsual: boolean,
): void {
  const cell = element.querySelector(".main");
  const seller = cell?.nextElementSibling;
  if (cell) cell.textContent = monthWord(months[at] ?? null);
  for (const link of element.querySelectorAll("a")) link.search = isUsual ? "" : `workload=${id}`;
  if (seller) seller.textContent = sellers[cheapest[at] ?? -1] ?? (isUsual ? usualSeller : "");
}

/** A table of a page as a reader sees it. */
export interface ReadTable {
  readonly caption: string;
  /** The labels of its columns; one that stands twice comes after its neighbour's: `Output Δ`. */
  readonly columns: readonly string[];
  readonly rows: readonly ReadRow[];
}

export interface ReadRow {
  /** The heading of its group, empty without. */
  readonly group: string;
  /** What each cell says, by the label of its column. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Every table of a page. A cell under no label, or one for several, is a fault of the page. */
export const tablesOf = (html: string): readonly ReadTable[] =>
  [...html.matchAll(/<table[\s>].*?<\/table>/gs)].map(([table]) => readTable(table));

/** The one table of a page that has all of these columns. */
export function tableWith(html: string, ...labels: readonly string[]): ReadTable {
  const tables = tablesOf(html).filter(({ columns }) => labels.every((label) => columns.includes(label)));
  const [table] = tables;
  if (table === undefined || tables.length > 1) throw new Error(`${tables.length} tables with ${labels.join(", ")}`);
  return table;
}

/** The cells of the one row whose first cell begins so. */
export function cellsOf({ columns, rows }: ReadTable, begins: string): Readonly<Record<string, string>> {
  const [first = ""] = columns;
  const found = rows.filter(({ cells }) => cells[first]?.startsWith(begins));
  const [row] = found;
  if (row === undefined || found.length > 1) throw new Error(`${found.length} rows that begin with ${begins}`);
  return row.cells;
}

function readTable(table: string): ReadTable {
  const lines = [...table.matchAll(/<tr[\s>].*?<\/tr>/gs)].map(([line]) => cellTexts(line));
  const [labels = [], ...below] = lines;
  const columns = labels.map((label, at) => (labels.indexOf(label) === at ? label : `${labels[at - 1]} ${label}`));
  const caption = /<caption[^>]*>(.*?)<\/caption>/s.exec(table)?.[1] ?? "";
  let group = "";
  const rows: ReadRow[] = [];
  for (const texts of below) {
    if (texts.length === 1 && columns.length > 1) group = texts[0] ?? "";
    else rows.push({ group, cells: byLabel(columns, texts) });
  }
  return { caption: textOf(caption), columns, rows };
}

function byLabel(columns: readonly string[], texts: readonly string[]): Readonly<Record<string, string>> {
  if (texts.length !== columns.length)
    throw new Error(`${texts.length} cells under ${columns.length} labels: ${texts.join(" | ")}`);
  return Object.fromEntries(columns.map((label, at) => [label, texts[at] ?? ""]));
}

const cellTexts = (line: string): readonly string[] =>
  [...line.matchAll(/<t[hd](?:\s[^>]*)?>(.*?)<\/t[hd]>/gs)].map(([, inside = ""]) => textOf(inside));

/** The words between the tags; spaces that do not break are spaces. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ")
    .trim();

import { lexer, type Token, type Tokens } from "marked";

/** A table of a Markdown page, with where it is: a table alone rarely says what it is a table of. */
export interface MarkdownTable {
  /** From the page's title down to the nearest heading. */
  readonly headings: readonly string[];
  /** The paragraphs since the table before, on either side of the heading: OpenAI prints a tab's name above a heading that says nothing. */
  readonly paragraphs: readonly string[];
  /** Column names as `columnName` writes them. */
  readonly columns: readonly string[];
  readonly rows: readonly MarkdownRow[];
}

/** A row's cells by column name. */
export type MarkdownRow = ReadonlyMap<string, MarkdownCell>;

export interface MarkdownCell {
  /** What a reader sees: no link targets, images, footnote marks or struck-out text. */
  readonly text: string;
  readonly links: readonly string[];
}

/** Every table of a Markdown or MDX page, in page order. */
export function markdownTables(page: string): readonly MarkdownTable[] {
  const tables: MarkdownTable[] = [];
  const headings: { readonly depth: number; readonly text: string }[] = [];
  let paragraphs: string[] = [];
  for (const token of lexer(freeOfComponents(page))) {
    if (isHeading(token)) {
      while ((headings.at(-1)?.depth ?? 0) >= token.depth) headings.pop();
      headings.push({ depth: token.depth, text: plainText(token.tokens) });
    } else if (isTable(token)) {
      tables.push({ headings: headings.map(({ text }) => text), paragraphs, ...columnsAndRows(token) });
      paragraphs = [];
    } else if (isParagraph(token)) paragraphs.push(plainText(token.tokens));
  }
  return tables;
}

/** One spelling per column: `"Cache Hits & Refreshes"` → `"cache hits and refreshes"`, `"Input / 1M tokens"` → `"input"`. */
export function columnName(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll("&", "and")
    .replace(/\s*\/\s*1m tokens$/, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The table has at least these columns. */
export const hasColumns = (table: MarkdownTable, names: readonly string[]): boolean =>
  names.every((name) => table.columns.includes(name));

/**
 * MDX sets components around tables and indents them. A component line would swallow the table as HTML, four spaces would make it code.
 */
const freeOfComponents = (page: string): string =>
  page.replaceAll(/^[ \t]*(<\/?[A-Za-z][^\n]*>)[ \t]*$/gm, "\n$1\n").replaceAll(/^[ \t]+(?=\|)/gm, "");

function columnsAndRows({ header, rows }: Tokens.Table): Pick<MarkdownTable, "columns" | "rows"> {
  const columns = header.map(({ tokens }) => columnName(plainText(tokens)));
  const cells = (row: readonly Tokens.TableCell[]) =>
    columns.map((name, index): readonly [string, MarkdownCell] => [name, cellOf(row[index]?.tokens ?? [])]);
  return { columns, rows: rows.map((row) => new Map(cells(row))) };
}

const cellOf = (tokens: readonly Token[]): MarkdownCell => ({ text: plainText(tokens), links: linksOf(tokens) });

/** A footnote mark comes as three tokens, `<sup>`, its text and `</sup>`: what is between is left out. */
function plainText(tokens: readonly Token[]): string {
  let text = "";
  let footnote = false;
  for (const token of tokens) {
    if (/^<sup\b/i.test(token.raw)) footnote = true;
    else if (/^<\/sup>/i.test(token.raw)) footnote = false;
    else if (!footnote) text += inlineText(token);
  }
  return text.replaceAll(/\s+/g, " ").trim();
}

function inlineText(token: Token): string {
  if (token.type === "image" || token.type === "del") return "";
  if (token.type === "br" || token.type === "html") return " ";
  const inner = childrenOf(token);
  if (inner.length === 0) return "text" in token && typeof token.text === "string" ? token.text : "";
  return plainText(inner);
}

const linksOf = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap((token) => [...(isLink(token) ? [token.href] : []), ...linksOf(childrenOf(token))]);

const childrenOf = (token: Token): readonly Token[] => ("tokens" in token && token.tokens !== undefined ? token.tokens : []);

const isHeading = (token: Token): token is Tokens.Heading => token.type === "heading";
const isTable = (token: Token): token is Tokens.Table => token.type === "table";
const isParagraph = (token: Token): token is Tokens.Paragraph => token.type === "paragraph";
const isLink = (token: Token): token is Tokens.Link => token.type === "link";

/** Text that comes from upstream, inside Markdown: it opens no link, table, heading, HTML or code span, and no address in it becomes a link. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").replace(/[\\`*_[\]<>|#~!&@]|:(?=\/\/)|(?<=www)\./gi, "\\$&");
}

/** A cell that is a link, to an address we chose. */
export interface LinkCell {
  readonly text: string;
  readonly url: string;
}

/** A Markdown table; cells are escaped here, once. */
export function markdownTable(head: readonly string[], rows: readonly (readonly (string | LinkCell)[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map((row) => line(row.map(cellText)))].join("\n");
}

const cellText = (cell: string | LinkCell): string =>
  typeof cell === "string" ? escapeMarkdown(cell) : `[${escapeMarkdown(cell.text)}](${cell.url})`;

/** A Markdown twin of a page. */
export const markdownResponse = (text: string): Response =>
  new Response(`${text.trimEnd()}\n`, { headers: { "content-type": "text/markdown; charset=utf-8" } });

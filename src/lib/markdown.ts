/** Text that comes from upstream, inside Markdown: it opens no link, table, heading, HTML or code span. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").replace(/[\\`*_[\]<>|#~!&]/g, "\\$&");
}

/** A Markdown table; cells are escaped here, once. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map((row) => line(row.map(escapeMarkdown)))].join("\n");
}

/** A Markdown twin of a page. */
export const markdownResponse = (text: string): Response =>
  new Response(`${text.trimEnd()}\n`, { headers: { "content-type": "text/markdown; charset=utf-8" } });

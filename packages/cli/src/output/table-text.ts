/** Rows of cells under a head. */
export interface Grid {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The grid in columns, for a terminal. Text of others is shown without signs that steer one. */
export function columnsText({ head, rows }: Grid): string {
  const lines = [head, ...rows].map((row) => row.map(withoutControlSigns));
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The grid as a Markdown table; cells are escaped here, once. */
export function markdownText({ head, rows }: Grid): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const escaped = rows.map((row) => line(row.map((cell) => withoutControlSigns(cell).replace(/[\\`*_[\]<>|#~!&@]/g, "\\$&"))));
  return [line(head), line(head.map(() => "---")), ...escaped].join("\n");
}

/** Text of others without control signs, hidden signs and line ends. */
export const withoutControlSigns = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");

import { markdownTable } from "../../../site/markdown.ts";
import type { LaunchLine } from "./launch-to-now.ts";

/** A maker's models from their first known price to the present one, in Markdown; nothing without any. */
export function launchMarkdown(lines: readonly LaunchLine[]): string {
  if (lines.length === 0) return "";
  const head = ["Model", "Price", "First price, in / out", "First read", "", "Now, in / out", "Change, input"];
  const rows = lines.map(({ name, figure, first, day, when, now, delta }) => [name, figure, first, day, when, now, delta]);
  return `## From launch to now\n\n${markdownTable(head, rows)}`;
}

import { tableMarkdown } from "../../../table/table-files.ts";
import { launchTable } from "./launch-columns.ts";
import type { LaunchLine } from "./launch-to-now.ts";

/** A maker's models from their first known price to the present one, in Markdown; nothing without any. */
export const launchMarkdown = (lines: readonly LaunchLine[]): string =>
  lines.length === 0 ? "" : `## From launch to now\n\n${tableMarkdown(launchTable(lines))}`;

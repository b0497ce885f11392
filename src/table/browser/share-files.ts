import { copyText } from "../../site/browser/copy-text.ts";
import { csvFile, saveFile } from "../../site/browser/save-file.ts";
import { escapeMarkdown } from "../../site/markdown.ts";
import { tableMarkdown, tableObjects, tableRecords } from "../table-files.ts";
import type { TableView } from "../table-view.ts";

/** What a table can be taken along as. */
export type FileKind = "markdown" | "json" | "csv";

/** What a message says of a table. */
export interface Brief {
  readonly title: string;
  readonly firstRows: readonly string[];
}

/** Copies title, link and first rows as Markdown, and says in words that it did. */
export const copyBrief = ({ title, firstRows }: Brief): Promise<string> =>
  copyText(
    `[${escapeMarkdown(title)}](${location.href})\n\n${firstRows.map(escapeMarkdown).join("\n")}\n`,
    "Title, link and first rows copied.",
    "the address bar has the link.",
  );

/** Copies or saves a table, and says in words that it did. `csvName` ends in `.csv`. */
export async function takeTable(kind: FileKind, view: TableView, csvName: string): Promise<string> {
  switch (kind) {
    case "markdown":
      return copyText(`${tableMarkdown(view)}\n\n${location.href}\n`, "Table copied.", "the address bar has the link.");
    case "json":
      saveFile(
        new Blob([JSON.stringify(tableObjects(view), null, 1)], { type: "application/json" }),
        csvName.replace(/csv$/, "json"),
      );
      return "JSON saved.";
    case "csv":
      saveFile(await csvFile(tableRecords(view)), csvName);
      return "CSV saved.";
    default:
      return kind satisfies never;
  }
}

import { tableMarkdown } from "../../table/table-files.ts";
import { deltaTable } from "./delta-columns.ts";
import type { DeltasPage } from "./page.ts";

/** The page of deltas in Markdown: the same cells. */
export const deltasMarkdown = (page: DeltasPage): string =>
  `# Deltas\n\nInput price against the maker's list price, standard tier. Data as of ${page.asOf}.\n\n${tableMarkdown(deltaTable(page))}`;

import { allSheets, names, qualityOf, run } from "../../data/catalog.ts";
import { freeTable } from "../../features/best/free-offers.ts";
import { markdownResponse } from "../../site/markdown.ts";
import { tableMarkdown } from "../../table/figure-table.ts";

export const GET = (): Response =>
  markdownResponse(`# Free offers\n\nData as of ${run.asOf}.\n\n${tableMarkdown(freeTable(allSheets(), qualityOf, names))}\n`);

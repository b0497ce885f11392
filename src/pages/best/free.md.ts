import { allSheets, names, qualityOf, run } from "../../lib/catalog.ts";
import { tableMarkdown } from "../../lib/figure-table.ts";
import { freeTable } from "../../lib/free-offers.ts";
import { markdownResponse } from "../../lib/markdown.ts";

export const GET = (): Response =>
  markdownResponse(`# Free offers\n\nData as of ${run.asOf}.\n\n${tableMarkdown(freeTable(allSheets(), qualityOf, names))}\n`);

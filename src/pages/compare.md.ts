import { run } from "../lib/catalog.ts";
import { pairsTable } from "../lib/comparisons.ts";
import { tableMarkdown } from "../lib/figure-table.ts";
import { markdownResponse } from "../lib/markdown.ts";
import { absolute, paths } from "../lib/paths.ts";

export const GET = (): Response =>
  markdownResponse(
    `# Compare\n\nPlatforms on the models they share, two at a time. Data as of ${run.asOf}. Any two to six platforms or models: ${absolute(paths.compare())}?p=openrouter,vercel&m=anthropic/claude-opus-4.8,openai/gpt-5.4 (needs a browser).\n\n${pairsTable.caption}\n\n${tableMarkdown(pairsTable)}`,
  );

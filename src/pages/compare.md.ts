import { run } from "../data/catalog.ts";
import { pairsTable } from "../features/compare/comparisons.ts";
import { markdownResponse } from "../site/markdown.ts";
import { absolute, paths } from "../site/paths.ts";
import { tableMarkdown } from "../table/figure-table.ts";

export const GET = (): Response =>
  markdownResponse(
    `# Compare\n\nPlatforms on the models they share, two at a time. Data as of ${run.asOf}. Any two to six platforms or models: ${absolute(paths.compare())}?p=openrouter,vercel&m=anthropic/claude-opus-4.8,openai/gpt-5.4 (needs a browser).\n\n${pairsTable.caption}\n\n${tableMarkdown(pairsTable)}`,
  );

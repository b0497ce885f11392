import type { APIContext } from "astro";
import { run } from "../../lib/catalog.ts";
import { comparisonMarkdown } from "../../lib/comparison-view.ts";
import { pairs, pairView } from "../../lib/comparisons.ts";
import { escapeMarkdown, markdownResponse } from "../../lib/markdown.ts";
import { absolute, paths } from "../../lib/paths.ts";

export function getStaticPaths() {
  return pairs.map(({ slug, pair }) => ({ params: { pair: slug }, props: { pair } }));
}

export function GET({ props }: APIContext<{ pair: readonly [string, string] }>): Response {
  const view = pairView(props.pair);
  const head = `# ${escapeMarkdown(view.title)}\n\nData as of ${run.asOf}. ${absolute(paths.compare(props.pair))}`;
  return markdownResponse(`${head}\n\n${comparisonMarkdown(view)}`);
}

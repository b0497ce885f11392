import type { APIContext } from "astro";
import { run } from "../../data/catalog.ts";
import { comparisonMarkdown } from "../../features/compare/comparison-view.ts";
import { pairs, pairView } from "../../features/compare/comparisons.ts";
import { escapeMarkdown, markdownResponse } from "../../site/markdown.ts";
import { absolute, paths } from "../../site/paths.ts";

export function getStaticPaths() {
  return pairs.map(({ slug, pair }) => ({ params: { pair: slug }, props: { pair } }));
}

export function GET({ props }: APIContext<{ pair: readonly [string, string] }>): Response {
  const view = pairView(props.pair);
  const head = `# ${escapeMarkdown(view.title)}\n\nData as of ${run.asOf}. ${absolute(paths.compare(props.pair))}`;
  return markdownResponse(`${head}\n\n${comparisonMarkdown(view)}`);
}

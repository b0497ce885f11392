import { escapeMarkdown } from "../../site/markdown.ts";
import * as paths from "../../site/paths.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { comparisonMarkdown, sectionMarkdown } from "./comparison-view.ts";
import type { ComparePage, PairPage } from "./page.ts";

/** The main platforms and the ready-made pairs in Markdown. */
export const compareMarkdown = ({ asOf, answer, summary, pairs }: ComparePage): string =>
  `# Compare\n\n${escapeMarkdown(answer)}\n\n${sectionMarkdown({ ...summary, title: "The main platforms" })}\n\n## Ready-made pairs\n\nData as of ${asOf}. Any two to six platforms or models: ${paths.absolute(paths.compare())}?p=openrouter,vercel&m=anthropic/claude-opus-4.8,openai/gpt-5.4 (needs a browser).\n\n${pairs.caption}\n\n${tableMarkdown(pairs)}`;

/** A pair in Markdown. */
export const pairMarkdown = ({ view, path, asOf }: PairPage): string =>
  `# ${escapeMarkdown(view.title)}\n\nData as of ${asOf}. ${paths.absolute(path)}\n\n${comparisonMarkdown(view)}`;

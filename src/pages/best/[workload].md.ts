import { type BestPlace, bestMarkdown } from "../../lib/best-page.ts";
import { presets } from "../../lib/catalog.ts";
import { markdownResponse } from "../../lib/markdown.ts";

export const getStaticPaths = () =>
  presets.map((preset) => ({ params: { workload: preset.id }, props: { preset, need: "all" } satisfies BestPlace }));

export const GET = ({ props }: { readonly props: BestPlace }): Response => markdownResponse(bestMarkdown(props));

import { presets } from "../../data/catalog.ts";
import { bestMarkdown } from "../../features/best/best-markdown.ts";
import type { BestPlace } from "../../features/best/best-place.ts";
import { markdownResponse } from "../../site/markdown.ts";

export const getStaticPaths = () =>
  presets.map((preset) => ({ params: { workload: preset.id }, props: { preset, need: "all" } satisfies BestPlace }));

export const GET = ({ props }: { readonly props: BestPlace }): Response => markdownResponse(bestMarkdown(props));

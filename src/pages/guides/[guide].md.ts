import type { Guide } from "../../features/guides/guide.ts";
import { guideMarkdown } from "../../features/guides/guide-markdown.ts";
import { guidePage, guideRoutes } from "../../features/guides/page.ts";
import { markdownResponse } from "../../site/markdown.ts";

export const getStaticPaths = guideRoutes;

export const GET = ({ props }: { readonly props: { readonly guide: Guide } }): Response =>
  markdownResponse(guideMarkdown(guidePage(props.guide)));

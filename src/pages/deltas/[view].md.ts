import { deltasMarkdown } from "../../features/deltas/deltas-markdown.ts";
import { type DeltaView, deltaRoutes, deltasPage } from "../../features/deltas/page.ts";
import { markdownResponse } from "../../site/markdown.ts";

export const getStaticPaths = deltaRoutes;

export const GET = ({ props }: { readonly props: { readonly view: DeltaView } }): Response =>
  markdownResponse(deltasMarkdown(deltasPage(props.view)));

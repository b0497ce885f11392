import { bestMarkdown } from "../../../features/best/best-markdown.ts";
import { type BestPlace, bestPlaces } from "../../../features/best/best-place.ts";
import { markdownResponse } from "../../../site/markdown.ts";

export const getStaticPaths = () =>
  bestPlaces.map((place) => ({ params: { workload: place.preset.id, need: place.need }, props: place }));

export const GET = ({ props }: { readonly props: BestPlace }): Response => markdownResponse(bestMarkdown(props));

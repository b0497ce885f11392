import { type BestPlace, bestMarkdown, bestPlaces } from "../../../lib/best-page.ts";
import { markdownResponse } from "../../../lib/markdown.ts";

export const getStaticPaths = () =>
  bestPlaces.map((place) => ({ params: { workload: place.preset.id, need: place.need }, props: place }));

export const GET = ({ props }: { readonly props: BestPlace }): Response => markdownResponse(bestMarkdown(props));

import type { APIContext } from "astro";
import { modelsMarkdown } from "../../features/finder/models-markdown.ts";
import { type MakerModels, makerPage, makerRoutes } from "../../features/finder/page.ts";
import { launchMarkdown } from "../../features/model/past/launch-markdown.ts";
import { makerLaunches } from "../../features/model/past/maker-launches.ts";
import { markdownResponse } from "../../site/markdown.ts";

export const getStaticPaths = makerRoutes;

export function GET({ props }: APIContext<MakerModels>): Response {
  const list = modelsMarkdown(`${props.name}: models and prices`, makerPage(props));
  return markdownResponse(`${list}\n\n${launchMarkdown(makerLaunches(props.models))}`);
}

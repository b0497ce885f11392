import type { APIContext } from "astro";
import { names, platformRowsOf, platforms, run } from "../../data/catalog.ts";
import type { Platform } from "../../domain/platform/platform.ts";
import { platformMarkdown } from "../../features/platform/platform-markdown.ts";
import { platformSpread } from "../../features/platform/platform-spread.ts";
import { markdownResponse } from "../../site/markdown.ts";

export function getStaticPaths() {
  return platforms.map((platform) => ({ params: { id: platform.id }, props: { platform } }));
}

export const GET = ({ props }: APIContext<{ platform: Platform }>): Response =>
  markdownResponse(
    platformMarkdown(props.platform, platformRowsOf(props.platform.id), platformSpread(props.platform.id), run.asOf, names),
  );

import type { APIContext } from "astro";
import type { Platform } from "../../domain/platform.ts";
import { names, platformRowsOf, platforms, run } from "../../lib/catalog.ts";
import { platformMarkdown } from "../../lib/list-markdown.ts";
import { markdownResponse } from "../../lib/markdown.ts";
import { platformSpread } from "../../lib/platform-spread.ts";

export function getStaticPaths() {
  return platforms.map((platform) => ({ params: { id: platform.id }, props: { platform } }));
}

export const GET = ({ props }: APIContext<{ platform: Platform }>): Response =>
  markdownResponse(
    platformMarkdown(props.platform, platformRowsOf(props.platform.id), platformSpread(props.platform.id), run.asOf, names),
  );

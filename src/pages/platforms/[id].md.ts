import type { APIContext } from "astro";
import type { Platform } from "../../domain/platform/platform.ts";
import { platformPage, platformRoutes } from "../../features/platform/page.ts";
import { platformMarkdown } from "../../features/platform/platform-markdown.ts";
import { markdownResponse } from "../../site/markdown.ts";

export const getStaticPaths = platformRoutes;

export const GET = ({ props }: APIContext<{ platform: Platform }>): Response =>
  markdownResponse(platformMarkdown(platformPage(props.platform)));

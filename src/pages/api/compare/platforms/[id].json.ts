import type { APIContext } from "astro";
import { platformFiles } from "../../../../features/compare/comparisons.ts";
import type { PlatformFile } from "../../../../features/compare/platforms/compared-platform.ts";
import { jsonResponse } from "../../../../site/json-response.ts";

export function getStaticPaths() {
  return [...platformFiles].map(([id, platform]) => ({ params: { id }, props: { platform } }));
}

export const GET = ({ props }: APIContext<{ platform: PlatformFile }>): Response => jsonResponse(props.platform);

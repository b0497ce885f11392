import type { APIContext } from "astro";
import type { ComparedPlatform } from "../../../../features/compare/compared-platform.ts";
import { comparedPlatforms } from "../../../../features/compare/comparisons.ts";
import { jsonResponse } from "../../../../site/json-response.ts";

export function getStaticPaths() {
  return [...comparedPlatforms].map(([id, platform]) => ({ params: { id }, props: { platform } }));
}

export const GET = ({ props }: APIContext<{ platform: ComparedPlatform }>): Response => jsonResponse(props.platform);

import type { APIContext } from "astro";
import type { ComparedPlatform } from "../../../../lib/compared-platform.ts";
import { comparedPlatforms } from "../../../../lib/comparisons.ts";
import { jsonResponse } from "../../../../lib/json-response.ts";

export function getStaticPaths() {
  return [...comparedPlatforms].map(([id, platform]) => ({ params: { id }, props: { platform } }));
}

export const GET = ({ props }: APIContext<{ platform: ComparedPlatform }>): Response => jsonResponse(props.platform);

import { platformJson } from "../../../lib/api-json.ts";
import { platformRowsOf, platforms, run } from "../../../lib/catalog.ts";
import { jsonResponse } from "../../../lib/json-response.ts";

export const GET = (): Response =>
  jsonResponse(platforms.map((platform) => platformJson(platform, platformRowsOf(platform.id), run.asOf)));

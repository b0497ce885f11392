import { offersAt, platformRowsOf, platforms, run } from "../../../data/catalog.ts";
import { platformJson } from "../../../data/json/api-json.ts";
import { jsonResponse } from "../../../site/json-response.ts";

export const GET = (): Response =>
  jsonResponse(platforms.map((platform) => platformJson(platform, platformRowsOf(platform.id), offersAt(platform.id), run.asOf)));

import { run } from "../../../data/catalog.ts";
import { openApi } from "../../../data/openapi.ts";
import { jsonResponse } from "../../../site/json-response.ts";
import * as paths from "../../../site/paths.ts";

export const GET = (): Response =>
  jsonResponse(
    openApi({ asOf: run.asOf, server: paths.absolute(paths.home()).replace(/\/$/, ""), docs: paths.absolute(paths.apiPage()) }),
  );

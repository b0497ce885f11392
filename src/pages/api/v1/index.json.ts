import { models, offers, run } from "../../../data/catalog.ts";
import { indexJson } from "../../../data/json/api-json.ts";
import { jsonResponse } from "../../../site/json-response.ts";
import * as paths from "../../../site/paths.ts";
import { bulkFiles } from "./_bulk-files.ts";

const files = () =>
  bulkFiles().map(({ name, rows, content }) => ({
    url: paths.absolute(paths.api.bulk(name)),
    rows,
    bytes: content.byteLength,
  }));

export const GET = (): Response => jsonResponse(indexJson(run, models.length, offers, files()));

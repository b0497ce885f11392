import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { filesOf } from "../contract/public-files.ts";

/** What other programs read of the small catalogue. */
const ROUTES = [
  "api/v1/index.json",
  "api/v1/models.json",
  "api/v1/platforms.json",
  "api/v1/models/[maker]/[slug].json",
  "api/v1/prices/[month].json",
  "api/v1/prices/[month].json.gz",
  "api/compat/[name].json",
];

/** Writes the files of `/api/v1/` and those in the shapes of others as the site makes them of the small catalogue, and says where they are. Call it after `useSmallCatalogue`. */
export async function writeSmallApi(folder: string): Promise<string> {
  const dist = join(folder, "dist");
  const files = await Promise.all(ROUTES.map((route) => filesOf(route)));
  for (const { address, text } of files.flat()) {
    mkdirSync(dirname(join(dist, address)), { recursive: true });
    writeFileSync(join(dist, address), address.endsWith(".gz") ? gzipSync(text) : text);
  }
  return dist;
}

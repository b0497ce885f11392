import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { gunzipSync } from "node:zlib";
import { EXIT, ExitError } from "../exit-code.ts";
import type { SiteFiles } from "./site-files.ts";

/** Files of a built site (`dist/`), of a copy of its `api/`, or of the `v1/` in it. Nothing outside the folder is read. */
export function folderFiles(folder: string): SiteFiles {
  const root = PLACES.map((place) => resolve(folder, place)).find((place) => existsSync(join(place, "models.json")));
  if (root === undefined) throw new ExitError(`${folder} holds no api/v1/models.json.`, { code: EXIT.noData });
  return {
    json: async (path) => {
      const file = resolve(root, path);
      if (!file.startsWith(root + sep) || !existsSync(file)) return null;
      const text = await readFile(file)
        .then(gunzippedText)
        .catch((cause: unknown) => {
          throw new ExitError(`${file} could not be read.`, { code: EXIT.noData, cause });
        });
      return parseJsonFile(text, file);
    },
  };
}

const PLACES = ["api/v1", "v1", "."];

/** The text of a file, packed by gzip or not: many servers unpack a `.gz` on its way. Throws for a packed file that is broken. */
export const gunzippedText = (bytes: Uint8Array): string =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.from(bytes)).toString("utf8");

/** Text of a file as JSON; what is none stops with the file's name. */
export function parseJsonFile(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ExitError(`${name} is no JSON.`, { code: EXIT.noData, cause });
  }
}

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pacote from "pacote";
import { z } from "zod";
import type { Body } from "../sources/source.ts";
import { firstListOfModule } from "./js-literal.ts";
import { npmSettings } from "./npm-settings.ts";

/** How a source names a package that holds its table as the first list of a module: `npm-module:@scope/name/dist/index.js`. */
export const NPM_MODULE = "npm-module:";

const Published = z.object({ version: z.string(), time: z.record(z.string(), z.string()) });

/**
 * The first list of a module of a package's newest version, dated by the day the registry got it. pacote checks the package against the integrity
 * hash of the registry; its code is read as text and never run.
 */
export async function readNpmModule(url: string): Promise<Body> {
  const { name, file } = placeOf(url);
  const folder = await mkdtemp(join(tmpdir(), "token-parity-npm-"));
  try {
    const settings = await npmSettings();
    const packument = await pacote.packument(name, { ...settings, fullMetadata: true });
    const { version, time } = Published.parse({ version: packument["dist-tags"].latest, time: Object(packument)["time"] });
    await pacote.extract(`${name}@${version}`, folder, { ...settings, ignoreScripts: true });
    const content = firstListOfModule(await readFile(join(folder, file), "utf8"));
    return { url: `${NPM_MODULE}${name}@${version}/${file}`, readAt: momentOf(time[version]), content };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** `npm-module:@a/b/dist/index.js` → `@a/b` and `dist/index.js`. */
function placeOf(url: string): { readonly name: string; readonly file: string } {
  const [, name, file] = /^npm-module:((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(url) ?? [];
  if (name === undefined || file === undefined) throw new Error("no package and module");
  return { name, file };
}

function momentOf(time: string | undefined): string {
  const moment = new Date(time ?? "");
  if (Number.isNaN(moment.getTime())) throw new Error("the registry does not say when this version came");
  return `${moment.toISOString().slice(0, 19)}Z`;
}

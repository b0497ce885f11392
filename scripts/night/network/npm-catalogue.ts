import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import pacote from "pacote";
import { z } from "zod";
import { parseJsonText } from "../pipeline/json-text.ts";
import { Catalogue } from "../sources/catalogue.ts";
import type { Body } from "../sources/source.ts";
import { npmSettings } from "./npm-settings.ts";

/** How a source names a package: `npm:@scope/name`. The body that comes names its version too. */
export const NPM = "npm:";

const Manifest = z.object({ generatedAt: z.iso.datetime(), files: z.record(z.string(), z.hex().length(64)) });
const PackageJson = z.object({ name: z.string(), version: z.string() });
const MANIFEST = ".manifest.json";

/**
 * The newest version of an npm package as one body, dated by the day its catalogue was made. pacote checks the package against the
 * integrity hash of the registry; every file must have the sha256 its manifest names. Which registry is asked, npm's own configuration says.
 */
export async function readNpmCatalogue(url: string): Promise<Body> {
  const folder = await mkdtemp(join(tmpdir(), "token-parity-npm-"));
  try {
    await pacote.extract(url.slice(NPM.length), folder, { ...(await npmSettings()), ignoreScripts: true });
    return bodyOf(await readCatalogue(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same from a body that holds it already. */
export const readMirroredCatalogue = ({ content }: Body): Body => bodyOf(Catalogue.parse(content));

/** `{ package: "@a/b", version: "1.0.0", generatedAt: "2026-11-20T10:48:49.496Z", … }` → `npm:@a/b@1.0.0`, read at `2026-11-20T10:48:49Z`. */
function bodyOf(content: Catalogue): Body {
  return { url: `${NPM}${content.package}@${content.version}`, readAt: `${content.generatedAt.slice(0, 19)}Z`, content };
}

/** The catalogue of an unpacked package: the files that its manifest names. A file that is absent, or another than named, throws. */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  const { name, version } = PackageJson.parse(parseJsonText(await readFile(join(folder, "package.json"), "utf8")));
  const manifestPath = await findManifest(folder);
  const { generatedAt, files } = Manifest.parse(parseJsonText(await readFile(manifestPath, "utf8")));
  const bodies = await Promise.all(
    Object.entries(files).map(async ([file, sha256]) => [
      basename(file, ".json"),
      await checked(join(dirname(manifestPath), basename(file)), sha256),
    ]),
  );
  return { package: name, version, generatedAt, files: Object.fromEntries(bodies) };
}

async function findManifest(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true });
  const manifests = names.filter((name) => basename(name) === MANIFEST);
  const [only] = manifests;
  if (only === undefined || manifests.length > 1) throw new Error(`${manifests.length} files named ${MANIFEST}, not one`);
  return join(folder, only);
}

async function checked(path: string, sha256: string): Promise<unknown> {
  const text = await readFile(path);
  const actualSha256 = createHash("sha256").update(text).digest("hex");
  if (actualSha256 !== sha256) throw new Error(`${basename(path)}: sha256 is ${actualSha256}, the manifest says ${sha256}`);
  return parseJsonText(text.toString("utf8"));
}

import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { SiteBundle } from "./built-app.ts";

/** What Astro makes of the site's code, kept from one build to the next: a night changes data, not code. */
export interface KeptBundle extends SiteBundle {
  /** What is on the site before anything is rendered: scripts, styles and what lies in `public`. */
  readonly files: string;
}

/** Below the repository: what the module that renders imports is found in its `node_modules`. */
const FOLDER = ".cache/bundle";
/** All that a bundle is made of. `scripts` has plugins of the build. */
const SOURCES = [
  "src/**/*",
  "public/**/*",
  "scripts/**/*.{mjs,ts}",
  "astro.config.mjs",
  "site.config.json",
  "tsconfig.json",
  "package-lock.json",
];
const BundleFile = z.strictObject({ entry: z.string(), pluginGlobals: z.record(z.string(), z.unknown()) });
const HOUR_MS = 3_600_000;
const ENVIRONMENT = ["SITE_URL", "BASE_PATH", "NODE_ENV"];

/** The same as long as a bundle would be: of the code, the packages, the version of Node and the address of the site. */
export function bundleKey(root: string, env: Readonly<Record<string, string | undefined>>): string {
  const hash = createHash("sha256").update(process.version);
  for (const name of ENVIRONMENT) hash.update(`\0${name}=${env[name] ?? ""}`);
  for (const entry of globSync(SOURCES, { cwd: root, withFileTypes: true }).toSorted(byPath)) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (path.includes("node_modules")) continue;
    hash.update(`\0${path.slice(root.length)}\0`).update(readFileSync(path));
  }
  return hash.digest("hex");
}

/** The bundle of a key; null = none is kept. */
export function keptBundle(root: string, key: string): KeptBundle | null {
  const folder = join(root, FOLDER, key);
  if (!existsSync(folder)) return null;
  const { entry, pluginGlobals } = BundleFile.parse(JSON.parse(readFileSync(join(folder, "bundle.json"), "utf8")));
  return { entry: pathToFileURL(join(folder, "server", entry)).href, pluginGlobals, files: join(folder, "files") };
}

/** What a build has made before it renders: `server` with its `entry`, and `files`, the folder of the site, which may hold `server`. */
export interface NewBundle {
  readonly server: string;
  readonly entry: string;
  readonly files: string;
  readonly pluginGlobals: SiteBundle["pluginGlobals"];
}

/** Keeps a bundle and forgets older ones. It is whole under its key or not there at all. */
export function keepBundle(root: string, key: string, { server, entry, files, pluginGlobals }: NewBundle): void {
  const all = join(root, FOLDER);
  mkdirSync(all, { recursive: true });
  for (const name of readdirSync(all)) if (isForgotten(join(all, name))) rmSync(join(all, name), { recursive: true });
  const folder = mkdtempSync(join(all, "new-"));
  cpSync(server, join(folder, "server"), { recursive: true });
  cpSync(files, join(folder, "files"), { recursive: true, filter: (path) => path !== server });
  writeFileSync(join(folder, "bundle.json"), JSON.stringify({ entry, pluginGlobals }));
  rmSync(join(all, key), { recursive: true, force: true });
  renameSync(folder, join(all, key));
}

/** Another build may be reading a bundle that is younger. */
const isForgotten = (folder: string): boolean => Date.now() - statSync(folder).mtimeMs > HOUR_MS;

const byPath = (a: Path, b: Path): number => {
  const [one, other] = [join(a.parentPath, a.name), join(b.parentPath, b.name)];
  return one < other ? -1 : one > other ? 1 : 0;
};

interface Path {
  readonly parentPath: string;
  readonly name: string;
}

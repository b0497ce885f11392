// A Vite plugin: every file directly in a feature's `browser` folder becomes a chunk of its own that no page loads by itself. Pages name a chunk in `data-module`
// and the inline loader imports it on first input. Astro builds the client before it renders, so pages can know the hashed names.
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chunkGroups } from "./chunk-groups.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const LOADER = "src/site/browser/loader.js";
const MODULES = "src/features/*/browser/*.ts";
const ID = "virtual:browser-modules";
/**
 * What Vite wraps every `import()` in: it asks at once for what the chunk imports in turn. Its own also waits for style sheets, which our modules
 * bring as text, and weighs 900 bytes in every module that imports another later.
 */
const PRELOAD_HELPER = "\0vite/preload-helper.js";
const preloadHelper = (base) => `export const __vitePreload = (load, files = []) => {
  for (const file of files)
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: ${JSON.stringify(base)} + file }));
  return load();
};`;
/** Where the rendering half, bundled elsewhere but in the same process, finds what the client build made. */
const BUILT = "token-parity:browser-modules";

/** Serves `virtual:browser-modules`, declared in src/env.d.ts. */
export function browserModules() {
  let base = "/";
  let isBuild = false;
  /** What the client build is made of, by file. */
  let bundled = {};
  const groups = chunkGroups();
  const clientBuild = {
    modulePreload: { polyfill: false, resolveDependencies: (_, files, { hostId }) => notIn(bundled, files, hostId) },
    // A module's file may export more than the module: what other files take of it.
    rolldownOptions: { preserveEntrySignatures: "allow-extension", output: { codeSplitting: groups.codeSplitting } },
  };
  return {
    name: BUILT,
    enforce: "pre",
    configEnvironment: (name) => (name === "client" ? { build: clientBuild } : undefined),
    configResolved(config) {
      base = config.base.replace(/\/*$/, "/");
      isBuild = config.command === "build";
    },
    buildStart() {
      if (!isBuild || this.environment.name !== "client") return;
      for (const file of modules())
        this.emitFile({ type: "chunk", id: join(ROOT, file), name: basename(file).replace(/\.\w+$/, "") });
    },
    buildEnd() {
      if (isBuild && this.environment.name === "client") groups.takeStock(this);
    },
    generateBundle(_options, bundle) {
      if (this.environment.name !== "client") return;
      const circle = Object.keys(bundle).find((file) => importsOf(bundle, file).has(file));
      if (circle !== undefined)
        throw new Error(`${circle} imports itself by way of others, and may run before what it needs: chunk-groups.mjs`);
      bundled = bundle;
      globalThis[Symbol.for(BUILT)] = takeStock(bundle, base);
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) => {
      if (id === PRELOAD_HELPER) return preloadHelper(base);
      return id === `\0${ID}` ? rendererSide(isBuild ? null : servedBySource(base)) : undefined;
    },
  };
}

const modules = () => [
  LOADER,
  ...globSync(MODULES, { cwd: ROOT })
    .filter((file) => !file.includes(".test."))
    .sort(),
];

/** The address of each chunk by the name of its file, and the loader's own code, which is taken out: it is only ever inline. */
function takeStock(bundle, base) {
  const built = { loader: "", urls: {} };
  const entries = new Map(modules().map((file) => [join(ROOT, file), file]));
  for (const [name, chunk] of Object.entries(bundle)) {
    if (chunk.isDynamicEntry && chunk.viteMetadata?.importedCss.size > 0)
      throw new Error(`nobody loads the style sheet of ${name}`);
    if (chunk.type !== "chunk" || !entries.has(chunk.facadeModuleId)) continue;
    const file = entries.get(chunk.facadeModuleId);
    if (file === LOADER) built.loader = chunk.code.trim();
    else built.urls[basename(file)] = base + name;
    if (file === LOADER) delete bundle[name];
  }
  return built;
}

/** All the files that come with one. */
function importsOf(bundle, chunk) {
  const came = new Set(bundle[chunk]?.imports);
  for (const file of came) for (const next of bundle[file]?.imports ?? []) came.add(next);
  return came;
}

/** Those of the files that have not come with a chunk. */
function notIn(bundle, files, chunk) {
  const came = importsOf(bundle, chunk);
  return files.filter((file) => file !== chunk && !came.has(file));
}

/** `astro dev` bundles nothing: the sources themselves are served. */
function servedBySource(base) {
  const urls = Object.fromEntries(modules().map((file) => [basename(file), `${base}${file}`]));
  return { loader: readFileSync(join(ROOT, LOADER), "utf8"), urls };
}

function rendererSide(built) {
  return `
    const built = () => ${built === null ? `globalThis[Symbol.for(${JSON.stringify(BUILT)})]` : `(${JSON.stringify(built)})`};
    export const inlineLoader = () => built().loader;
    export function moduleUrl(file) {
      const url = built().urls[file];
      if (url === undefined) throw new Error("no feature has a browser module " + file);
      return url;
    }`;
}

// A Vite plugin: every file of src/browser becomes a chunk of its own that no page loads by itself. Pages name a chunk in `data-module`
// and the inline loader imports it on first input. Astro builds the client before it renders, so pages can know the hashed names.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../src/browser/", import.meta.url));
const LOADER = "loader.js";
const ID = "virtual:browser-modules";
/** Where the rendering half, bundled elsewhere but in the same process, finds what the client build made. */
const BUILT = "token-parity:browser-modules";

/** Serves `virtual:browser-modules`, declared in src/env.d.ts. */
export function browserModules() {
  let base = "/";
  let isBuild = false;
  return {
    name: BUILT,
    configResolved(config) {
      base = config.base.replace(/\/*$/, "/");
      isBuild = config.command === "build";
    },
    buildStart() {
      if (!isBuild || this.environment.name !== "client") return;
      for (const file of modules()) this.emitFile({ type: "chunk", id: join(FOLDER, file), name: file.replace(/\.\w+$/, "") });
    },
    generateBundle(_options, bundle) {
      if (this.environment.name === "client") globalThis[Symbol.for(BUILT)] = takeStock(bundle, base);
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) => (id === `\0${ID}` ? rendererSide(isBuild ? null : servedBySource(base)) : undefined),
  };
}

const modules = () => readdirSync(FOLDER).filter((file) => /\.(js|ts|tsx)$/.test(file) && !file.includes(".test."));

/** The address of each chunk by the name of its file, and the loader's own code, which is taken out: it is only ever inline. */
function takeStock(bundle, base) {
  const built = { loader: "", urls: {} };
  for (const [name, chunk] of Object.entries(bundle)) {
    if (chunk.type !== "chunk" || !chunk.facadeModuleId?.startsWith(FOLDER)) continue;
    const file = chunk.facadeModuleId.slice(FOLDER.length);
    if (file === LOADER) built.loader = chunk.code.trim();
    else built.urls[file] = base + name;
    if (file === LOADER) delete bundle[name];
  }
  return built;
}

/** `astro dev` bundles nothing: the sources themselves are served. */
function servedBySource(base) {
  const urls = Object.fromEntries(modules().map((file) => [file, `${base}src/browser/${file}`]));
  return { loader: readFileSync(join(FOLDER, LOADER), "utf8"), urls };
}

function rendererSide(built) {
  return `
    const built = () => ${built === null ? `globalThis[Symbol.for(${JSON.stringify(BUILT)})]` : JSON.stringify(built)};
    export const inlineLoader = () => built().loader;
    export function moduleUrl(file) {
      const url = built().urls[file];
      if (url === undefined) throw new Error("src/browser has no " + file);
      return url;
    }`;
}

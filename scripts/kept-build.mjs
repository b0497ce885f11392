// Builds the site with a bundle that is kept: all of `astro build` but the bundling, with the integrations of `astro.config.mjs` that write files.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { StaticPaths } from "../node_modules/astro/dist/runtime/prerender/static-paths.js";
import { keptFiles } from "./kept-files.mjs";
import { loadApp, renderBy } from "./render/built-app.ts";
import { renderSite } from "./render/render-site.ts";
import { startRenderers } from "./render/render-threads.ts";
import { pageName } from "./render/site-file.ts";
import { siteMap } from "./site-map.mjs";
import { resolvedPlace } from "./site-place.mjs";
import { socialImages } from "./social-images.mjs";

/** Writes the site of a place; `say` gets a line for each step. Every core renders: nothing else keeps one busy. */
export async function buildFromKept(bundle, place, say) {
  const config = resolvedPlace(place);
  const folder = fileURLToPath(config.outDir);
  const logger = { info: say, warn: say, error: say };
  const hooks = [keptFiles(), siteMap(), socialImages()].map((integration) => integration.hooks);
  const tell = async (name, what) => {
    for (const each of hooks) await each[name]?.({ logger, ...what });
  };
  await tell("astro:config:done", { config });
  await tell("astro:routes:resolved", { routes: [] });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(bundle.files, folder, { recursive: true });
  await tell("astro:build:start", {});
  const site = { folder, base: config.base.replace(/\/*$/, "/"), origin: new URL(config.site).origin };
  const beside = startRenderers({ site, bundle }, availableParallelism() - 1);
  const app = await loadApp(bundle);
  const files = (await new StaticPaths(app).getAll()).map(({ pathname, route }) => ({
    ...{ pathname, type: route.type, component: route.component },
  }));
  say(`${await renderSite({ site, files, render: renderBy(app), beside })} files`);
  const pages = files.filter(({ type }) => type === "page").map(({ pathname }) => ({ pathname: pageName(pathname) }));
  await tell("astro:build:done", { dir: config.outDir, pages });
}

import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { AstroIntegration, AstroPrerenderer } from "astro";
import type { SiteBundle } from "./render/built-app.ts";
import { bundleKey, keepBundle } from "./render/kept-bundle.ts";
import type { Site } from "./render/render-files.ts";
import { renderSite } from "./render/render-site.ts";
import { type Renderers, startRenderers } from "./render/render-threads.ts";
import { pageName, type RoutedFile } from "./render/site-file.ts";

type Path = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];

/** A file with its route. */
interface Routed extends RoutedFile {
  readonly route: Path["route"];
}

/** From so many files on, about 2,000 models, a thread of its own repays reading the data once more. */
const MANY_FILES = 20_000;

/** What other plugins leave in the process for the module that renders. */
const PLUGIN_GLOBALS = ["token-parity:browser-modules"] as const;

/**
 * An Astro integration: renders every route by itself, in place of Astro's own loop (its public hook `setPrerenderer`). Astro goes route by route,
 * and makes a folder, waits for the disk and writes a line for each of seven thousand files; here all files about one model come one after the
 * other, and a thread writes them. Of many models, every core renders its share. `then` is an integration that needs the pages once they
 * stand: the sitemap. With `keepAs` the bundles are kept under that key for `build.ts`.
 */
export function siteRenderer(then: AstroIntegration, keepAs = process.env["TOKEN_PARITY_KEEP_BUNDLE"]): AstroIntegration {
  let site: Site = { folder: "", base: "/", origin: "" };
  let pages: readonly string[] = [];
  const bundle = bundleWatch();
  return {
    name: "token-parity:renderer",
    hooks: {
      ...then.hooks,
      "astro:config:setup": (setup) => {
        setup.updateConfig({ vite: { plugins: [bundle.plugin] } });
        return then.hooks["astro:config:setup"]?.(setup);
      },
      "astro:config:done": (done) => {
        const { outDir, base, site: home } = done.config;
        site = {
          folder: fileURLToPath(outDir),
          base: base.replace(/\/*$/, "/"),
          origin: new URL(home ?? "http://localhost").origin,
        };
        return then.hooks["astro:config:done"]?.(done);
      },
      "astro:build:start": ({ setPrerenderer, logger }) => {
        setPrerenderer((astro) => ({
          ...astro,
          name: "token-parity:renderer",
          async getStaticPaths() {
            if (keepAs !== undefined) keep(keepAs, bundle.watched, site.folder);
            const files = (await astro.getStaticPaths()).map(routed);
            pages = files.filter(({ type }) => type === "page").map(({ pathname }) => pageName(pathname));
            logger.info(`${await rendered(files, astro, site, bundleOf(bundle.watched))} files`);
            // Nothing is left for Astro to render.
            return [];
          },
        }));
      },
      "astro:build:done": (done) => then.hooks["astro:build:done"]?.({ ...done, pages: pages.map((pathname) => ({ pathname })) }),
    },
  };
}

interface WatchedBundle {
  /** Where the module that renders stands, once it is bundled. */
  server: string | null;
  entry: string;
  /** Whether a page could link a style sheet that only Astro knows of. */
  hasStyleSheets: boolean;
}

/** What a thread must know of the bundles, learned as Vite writes them. */
function bundleWatch() {
  const watched: WatchedBundle = { server: null, entry: "", hasStyleSheets: false };
  const plugin = {
    name: "token-parity:bundle-watch",
    writeBundle({ dir = "" }: { readonly dir?: string }, written: Readonly<Record<string, unknown>>) {
      const names = Object.keys(written);
      const entry = names.find((name) => /^prerender-entry\..+\.mjs$/.test(name));
      if (entry !== undefined) Object.assign(watched, { server: dir, entry });
      watched.hasStyleSheets ||= names.some((name) => name.endsWith(".css"));
    },
  };
  return { plugin, watched };
}

/** Null = only Astro can render with it. */
function bundleOf({ server, entry, hasStyleSheets }: WatchedBundle): SiteBundle | null {
  return server === null || hasStyleSheets
    ? null
    : { entry: pathToFileURL(join(server, entry)).href, pluginGlobals: readPluginGlobals() };
}

const readPluginGlobals = (): SiteBundle["pluginGlobals"] =>
  Object.fromEntries(PLUGIN_GLOBALS.map((name) => [name, Reflect.get(globalThis, Symbol.for(name))]));

/** Not where somebody has changed the code since the key was made. */
function keep(key: string, watched: WatchedBundle, files: string): void {
  const { server, entry } = watched;
  if (bundleKey(process.cwd(), process.env) !== key) return;
  if (server !== null && bundleOf(watched) !== null)
    keepBundle(process.cwd(), key, { server, entry, files, pluginGlobals: readPluginGlobals() });
}

function routed({ pathname, route }: Path): Routed {
  const { type, component } = route;
  if (type !== "page" && type !== "endpoint") throw new Error(`${component} is neither a page nor a file`);
  return { pathname, type, component, route };
}

/** Resolves to how many files were written. */
function rendered(files: readonly Routed[], astro: AstroPrerenderer, site: Site, bundle: SiteBundle | null): Promise<number> {
  const render = async (request: Request, { route }: Routed) => {
    const answer = await astro.render(request, { routeData: route });
    return answer instanceof Response ? answer : answer.response;
  };
  return renderSite({ site, files, render, beside: rendererThreads(site, bundle, files.length) });
}

/** `TOKEN_PARITY_RENDERERS` says how many threads render, this one among them. */
function rendererThreads(site: Site, bundle: SiteBundle | null, files: number): Renderers {
  const renderersSetting = process.env["TOKEN_PARITY_RENDERERS"];
  const all = renderersSetting === undefined ? (files < MANY_FILES ? 1 : availableParallelism()) : Number(renderersSetting);
  return bundle === null ? { renderFrom: () => [] } : startRenderers({ site, bundle }, all - 1);
}

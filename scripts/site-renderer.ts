import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { AstroIntegration, AstroPrerenderer } from "astro";
import { FileRenderer, type Site } from "./render/render-files.ts";
import type { RoutedFile } from "./render/render-thread.ts";
import { renderBeside, SubjectQueue } from "./render/render-threads.ts";
import { fileName, pageName, subjectOf } from "./render/site-file.ts";

type Path = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];

/** A file with its route. */
interface Routed extends RoutedFile {
  readonly route: Path["route"];
}

/** From so many files on, about 2,000 models, a thread of its own repays reading the data once more. */
const MANY_FILES = 20_000;

/** What other plugins leave in the process for the module that renders. */
const LEFT = ["token-parity:browser-modules"] as const;

/**
 * An Astro integration: renders every route by itself, in place of Astro's own loop (its public hook `setPrerenderer`). Astro goes route by route,
 * and makes a folder, waits for the disk and writes a line for each of seven thousand files; here all files about one model come one after the
 * other, and a thread writes them. Of many models, every core renders its share. `then` is an integration that wants to know the pages once they
 * stand: the sitemap.
 */
export function siteRenderer(then: AstroIntegration): AstroIntegration {
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
            const files = unique((await astro.getStaticPaths()).map(routed));
            pages = files.filter(({ type }) => type === "page").map(({ pathname }) => pageName(pathname));
            logger.info(`${await rendered(files, astro, site, bundle)} files`);
            // Nothing is left for Astro to render.
            return [];
          },
        }));
      },
      "astro:build:done": (done) => then.hooks["astro:build:done"]?.({ ...done, pages: pages.map((pathname) => ({ pathname })) }),
    },
  };
}

interface Bundle {
  /** The module that renders, once it is bundled. */
  entry: string | null;
  /** Whether a page could link a style sheet that only Astro knows of. */
  hasStyleSheets: boolean;
}

/** What a thread must know of the bundles, learned as Vite writes them. */
function bundleWatch() {
  const bundle: Bundle = { entry: null, hasStyleSheets: false };
  const plugin = {
    name: "token-parity:bundle-watch",
    writeBundle({ dir = "" }: { readonly dir?: string }, written: Readonly<Record<string, unknown>>) {
      const names = Object.keys(written);
      const entry = names.find((name) => /^prerender-entry\..+\.mjs$/.test(name));
      if (entry !== undefined) bundle.entry = pathToFileURL(join(dir, entry)).href;
      bundle.hasStyleSheets ||= names.some((name) => name.endsWith(".css"));
    },
  };
  return { plugin, bundle };
}

function routed({ pathname, route }: Path): Routed {
  const { type, component } = route;
  if (type !== "page" && type !== "endpoint") throw new Error(`${component} is neither a page nor a file`);
  return { pathname, type, component, route };
}

/** Two routes that claim one address would write one file twice. */
function unique(files: readonly Routed[]): readonly Routed[] {
  const makers = new Map<string, string>();
  for (const file of files) {
    const name = fileName(file);
    const other = makers.get(name);
    if (other !== undefined) throw new Error(`${other} and ${file.component} both make ${name}`);
    makers.set(name, file.component);
  }
  return files;
}

/** Resolves to how many files were written. */
async function rendered(
  files: readonly Routed[],
  astro: AstroPrerenderer,
  site: Site,
  { bundle }: Pick<ReturnType<typeof bundleWatch>, "bundle">,
): Promise<number> {
  const subjects = [...Map.groupBy(files, ({ pathname }) => subjectOf(pathname))];
  const isModel = (subject: string) => subject.startsWith("models/");
  const models = new SubjectQueue(subjects.filter(([subject]) => isModel(subject)).map(([, own]) => own));
  const beside = threadsFor(files.length, bundle).map((entry) => {
    const left = Object.fromEntries(LEFT.map((name) => [name, Reflect.get(globalThis, Symbol.for(name))]));
    return renderBeside({ site, entry, left }, { take: (many) => models.take(many).map(({ route: _, ...file }) => file) });
  });
  const renderer = new FileRenderer<Routed>(site, async (request, { route }) => {
    const answer = await astro.render(request, { routeData: route });
    return answer instanceof Response ? answer : answer.response;
  });
  // What is made of the whole catalogue is this thread's own; it would be worked out once more in each of the others.
  await renderer.renderAll(subjects.flatMap(([subject, own]) => (isModel(subject) ? [] : own)));
  for (let own = models.take(1); own.length > 0; own = models.take(1)) await renderer.renderAll(own);
  const counts = await Promise.all([renderer.end(), ...beside]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The module that renders, once for each thread beside this one. `TOKEN_PARITY_RENDERERS` says how many render in all. */
function threadsFor(files: number, { entry, hasStyleSheets }: Bundle): readonly string[] {
  const asked = process.env["TOKEN_PARITY_RENDERERS"];
  const renderers = asked === undefined ? (files < MANY_FILES ? 1 : availableParallelism()) : Number(asked);
  return entry === null || hasStyleSheets ? [] : Array.from({ length: renderers - 1 }, () => entry);
}

import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroPrerenderer } from "astro";
import { FileWriter } from "./render/file-writer.ts";
import { addressOf, fileName, pageName, subjectOf } from "./render/site-file.ts";

type Path = Awaited<ReturnType<AstroPrerenderer["getStaticPaths"]>>[number];

/**
 * An Astro integration: renders every route by itself, in place of Astro's own loop (its public hook `setPrerenderer`). Astro goes route by route,
 * and makes a folder, waits for the disk and writes a line for each of seven thousand files; here all files about one model come one after the
 * other, and a thread writes them. `then` is an integration that wants to know the pages once they stand: the sitemap.
 */
export function siteRenderer(then: AstroIntegration): AstroIntegration {
  let site = { folder: "", base: "/", origin: "" };
  let pages: readonly string[] = [];
  return {
    name: "token-parity:renderer",
    hooks: {
      ...then.hooks,
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
            const paths = unique(await astro.getStaticPaths());
            pages = paths.filter(({ route }) => route.type === "page").map(({ pathname }) => pageName(pathname));
            logger.info(`${await rendered(paths, astro, site)} files`);
            // Nothing is left for Astro to render.
            return [];
          },
        }));
      },
      "astro:build:done": (done) => then.hooks["astro:build:done"]?.({ ...done, pages: pages.map((pathname) => ({ pathname })) }),
    },
  };
}

interface Site {
  readonly folder: string;
  readonly base: string;
  readonly origin: string;
}

/** Two routes that claim one address would write one file twice. */
function unique(paths: readonly Path[]): readonly Path[] {
  const names = new Map<string, string>();
  for (const { pathname, route } of paths) {
    const name = fileName({ pathname, type: typeOf(route) });
    const other = names.get(name);
    if (other !== undefined) throw new Error(`${other} and ${route.component} both make ${name}`);
    names.set(name, route.component);
  }
  return paths;
}

/** Resolves to how many files were written. */
async function rendered(paths: readonly Path[], astro: AstroPrerenderer, { folder, base, origin }: Site): Promise<number> {
  const writer = new FileWriter(folder);
  for (const { pathname, route } of [...Map.groupBy(paths, ({ pathname }) => subjectOf(pathname)).values()].flat()) {
    const file = { pathname, type: typeOf(route) };
    const request = new Request(new URL(addressOf(file, base), origin));
    writer.write(fileName(file), await bodyOf(await astro.render(request, { routeData: route }), pathname));
    await writer.room();
    // What a response holds weakly is let go only between two turns of the event loop; all of them would stay in memory.
    await setImmediate();
  }
  return writer.end();
}

async function bodyOf(
  answer: Awaited<ReturnType<AstroPrerenderer["render"]>>,
  pathname: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = answer instanceof Response ? answer : answer.response;
  if (response.status !== 200 && !(response.status === 404 && pathname === "/404"))
    throw new Error(`${pathname} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function typeOf({ type, component }: Path["route"]): "page" | "endpoint" {
  if (type === "page" || type === "endpoint") return type;
  throw new Error(`${component} is neither a page nor a file`);
}

import { parentPort, workerData } from "node:worker_threads";
import { FileRenderer, type Site } from "./render-files.ts";
import type { SiteFile } from "./site-file.ts";

/** What a thread that renders is told first. */
export interface RenderShare {
  readonly site: Site;
  /** The address of the module that Astro bundled to render with. */
  readonly entry: string;
  /** What plugins of the build left in the process for that module, by the name of its symbol. */
  readonly left: Readonly<Record<string, unknown>>;
}

/** A file and whose route makes it. */
export interface RoutedFile extends SiteFile {
  readonly component: string;
}

/** What the module's app is to us: Astro's own in its default prerenderer. */
interface BuiltApp {
  readonly manifest: { readonly routes: readonly { readonly routeData: { readonly component: string } }[] };
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  render(request: Request, options: unknown): Promise<Response>;
}

const port = parentPort;
if (port === null) throw new Error("this is a thread of site-renderer.ts");
const { site, entry, left }: RenderShare = workerData;
for (const [name, value] of Object.entries(left)) Reflect.set(globalThis, Symbol.for(name), value);
const { app }: { readonly app: BuiltApp } = await import(entry);
// Pages link no style sheet and no script of Astro's: `site-renderer.ts` makes sure of it before it starts a thread.
app.setInternals({ pagesByKeys: new Map(), entrySpecifierToBundleMap: new Map() });
app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => undefined } } } });
const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.component, routeData]));
const renderer = new FileRenderer<RoutedFile>(site, (request, { component }) =>
  app.render(request, { routeData: routes.get(component) }),
);

// Each batch is answered by asking for the next; `null` ends it.
port.on("message", async (files: readonly RoutedFile[] | null) => {
  if (files === null) {
    port.postMessage({ count: await renderer.end() });
    port.close();
    return;
  }
  await renderer.renderAll(files);
  port.postMessage("next");
});
port.postMessage("next");

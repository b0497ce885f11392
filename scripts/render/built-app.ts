/** What the module is to us that Astro bundled to render with: its own default prerenderer uses no more. */
export interface BuiltApp {
  readonly manifest: { readonly routes: readonly { readonly routeData: { readonly component: string } }[] };
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  getComponentByRoute(route: unknown): Promise<unknown>;
  render(request: Request, options: unknown): Promise<Response>;
}

/** A bundle of the site's code: where it is, and what plugins of its build left in the process for it, by the names of their symbols. */
export interface SiteBundle {
  /** The address of the module that renders. */
  readonly entry: string;
  readonly pluginGlobals: Readonly<Record<string, unknown>>;
}

/** Makes a bundle ready to render in this thread. Pages must link no style sheet and no script of Astro's: it would not know them. */
export async function loadApp({ entry, pluginGlobals }: SiteBundle): Promise<BuiltApp> {
  for (const [name, value] of Object.entries(pluginGlobals)) Reflect.set(globalThis, Symbol.for(name), value);
  const { app }: { readonly app: BuiltApp } = await import(entry);
  app.setInternals({ pagesByKeys: new Map(), entrySpecifierToBundleMap: new Map() });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => undefined } } } });
  return app;
}

/** Reads the catalogue and the code of models' pages, which takes a second, while there is nothing to render yet. */
export async function readModels(app: BuiltApp): Promise<void> {
  for (const { routeData } of app.manifest.routes)
    if (routeData.component.startsWith("src/pages/models/")) await app.getComponentByRoute(routeData);
}

/** What answers an address of the site: the route that makes the file. */
export function renderBy(app: BuiltApp): (request: Request, file: { readonly component: string }) => Promise<Response> {
  const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.component, routeData]));
  return (request, { component }) => app.render(request, { routeData: routes.get(component) });
}

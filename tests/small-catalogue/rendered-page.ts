import { experimental_AstroContainer as AstroContainer } from "astro/container";

interface Page {
  readonly default: Parameters<AstroContainer["renderToString"]>[0];
  readonly getStaticPaths?: unknown;
}

const PAGES = import.meta.glob<Page>("../../src/pages/**/*.astro");

interface Place {
  readonly params: Readonly<Record<string, string>>;
  readonly props?: Record<string, unknown>;
}

/** The HTML of a page of the data that stands: `pageOf("platforms/[id]", { id: "acme" })`. Call it after `useSmallCatalogue`. */
export async function pageOf(route: string, params: Readonly<Record<string, string>> = {}): Promise<string> {
  const load = PAGES[`../../src/pages/${route}.astro`] ?? PAGES[`../../src/pages/${route}/index.astro`];
  if (load === undefined) throw new Error(`no page ${route}`);
  const { default: component, getStaticPaths } = await load();
  const { props = {} } = isPlaces(getStaticPaths) ? placeOf(getStaticPaths(), params) : {};
  const container = await AstroContainer.create();
  const path = route.replace(/(^|\/)index$/, "").replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => params[name] ?? "");
  const request = new Request(`https://tokenparity.dev/${path}${path === "" ? "" : "/"}`);
  return container.renderToString(component, { props, params: { ...params }, request, partial: false });
}

const isPlaces = (value: unknown): value is () => readonly Place[] => typeof value === "function";

function placeOf(places: readonly Place[], params: Readonly<Record<string, string>>): Place {
  const wanted = places.find((place) => Object.entries(params).every(([name, value]) => place.params[name] === value));
  if (wanted === undefined) throw new Error(`no page for ${JSON.stringify(params)}`);
  return wanted;
}

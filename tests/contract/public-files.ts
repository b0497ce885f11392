import { gunzipSync } from "node:zlib";
import { parse as parseCsv } from "csv-parse/sync";
import { XMLParser } from "fast-xml-parser";
import { parquetReadObjects } from "hyparquet";
import { z } from "zod";

/** One file of the site that is no page, as its own route makes it. */
export interface PublicFile {
  /** Its address: `/api/v1/models/acme/nova.json`. */
  readonly address: string;
  /** The route that makes it: `api/v1/models/[maker]/[slug].json`. */
  readonly route: string;
  readonly text: string;
}

interface Place {
  readonly params: Readonly<Record<string, string>>;
  readonly props?: Readonly<Record<string, unknown>>;
}

interface Route {
  readonly GET: (context: Place) => Response | Promise<Response>;
  readonly getStaticPaths?: () => readonly Place[];
}

/** Every route that makes a text, but for `_headers`, which needs the bundler. */
const ROUTES = import.meta.glob<Route>([
  "../../src/pages/**/*.ts",
  "!../../src/pages/\\[headers\\].ts",
  "!../../src/pages/og/**",
  "!../../src/pages/**/_*",
  "!../../src/pages/.well-known/**",
]);

const nameOf = (file: string): string => file.replace("../../src/pages/", "").replace(/\.ts$/, "");

/** Every route of the site that makes a text file, by name. */
export const ROUTE_NAMES: readonly string[] = Object.keys(ROUTES).map(nameOf).toSorted();

/** Every file of a route, from the data that stands. Call it after `useSmallCatalogue`. */
export async function filesOf(route: string): Promise<readonly PublicFile[]> {
  const load = ROUTES[`../../src/pages/${route}.ts`];
  if (load === undefined) throw new Error(`no route ${route}`);
  const { GET, getStaticPaths } = await load();
  const places = getStaticPaths?.() ?? [{ params: {} }];
  return Promise.all(
    places.map(async (place) => ({ address: addressOf(route, place), route, text: await textOf(await GET(place)) })),
  );
}

/** As a program reads it: a packed file unpacked. */
async function textOf(response: Response): Promise<string> {
  const bytes = await response.arrayBuffer();
  if (response.headers.get("content-type") === "application/vnd.apache.parquet") return parquetText(bytes);
  const body = Buffer.from(bytes);
  return (response.headers.get("content-type") === "application/gzip" ? gunzipSync(body) : body).toString("utf8");
}

/** The rows as JSON, columns by name: a day is its text, a whole number a number. */
async function parquetText(file: ArrayBuffer): Promise<string> {
  const plain = (_: string, value: unknown) => (typeof value === "bigint" ? Number(value) : value);
  return JSON.stringify(await parquetReadObjects({ file }), plain);
}

const addressOf = (route: string, { params }: Place): string =>
  `/${route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => params[name] ?? "")}`;

/** What a program reads from one file of a route. */
export async function jsonOf(route: string, address = `/${route}`): Promise<unknown> {
  const file = (await filesOf(route)).find((each) => each.address === address);
  if (file === undefined) throw new Error(`no ${address}`);
  return contentOf(file);
}

/** What a program reads from a file, as JSON would have it. */
export function contentOf({ route, text }: PublicFile): unknown {
  const reader = READERS[route.slice(route.lastIndexOf(".") + 1)];
  if (reader === undefined) throw new Error(`nothing reads ${route}`);
  return reader(text);
}

const XML = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@" });

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  json: (text) => JSON.parse(text),
  gz: (text) => (text.startsWith("{") ? JSON.parse(text) : csvRows(text)),
  parquet: (text) => JSON.parse(text),
  csv: (text) => csvRows(text),
  xml: (text) => XML.parse(text),
  opml: (text) => XML.parse(text),
  svg: spokenParts,
  ics: calendarLines,
  txt: outlineOf,
};

/** What an image says and how large it is; how it looks is no promise. */
function spokenParts(text: string): unknown {
  const { svg } = z.object({ svg: z.record(z.string(), z.unknown()) }).parse(XML.parse(text));
  return Object.fromEntries(Object.entries(svg).filter(([name]) => name.startsWith("@") || name === "title"));
}

/** Rows by the names of their columns. */
export const csvRows = (text: string): readonly Readonly<Record<string, string>>[] =>
  z.array(z.record(z.string(), z.string())).parse(parseCsv(text, { columns: true }));

/** RFC 5545, unfolded: a property's name → its values. */
function calendarLines(text: string): unknown {
  const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n");
  const pairs = lines.filter((line) => line !== "").map((line) => ({ name: /^[^:;]+/.exec(line)?.[0] ?? "", line }));
  return Object.fromEntries(
    Map.groupBy(pairs, ({ name }) => name)
      .entries()
      .map(([name, same]) => [name, same.map(({ line }) => line.slice(line.indexOf(":") + 1))]),
  );
}

/** A heading of llms.txt → the addresses it lists, without their host. */
function outlineOf(text: string): unknown {
  const sections = text.split(/^## /m).slice(1);
  return Object.fromEntries(
    sections.map((section) => [
      section.split("\n", 1)[0],
      [...section.matchAll(/\]\(https:\/\/[^/]+(\/[^)]*)\)/g)].map(([, path]) => path),
    ]),
  );
}

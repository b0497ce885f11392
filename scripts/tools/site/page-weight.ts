import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import pMap from "p-map";
import type { BuiltPage } from "./built-page.ts";
import { attributes } from "./built-page.ts";

/** What a page costs on the wire, in brotli bytes. */
export interface PageWeight {
  readonly path: string;
  readonly htmlBytes: number;
  /** The style sheets, scripts and images it loads by itself. */
  readonly loadedBytes: number;
  /** The scripts it loads once a reader touches it, with what those import and the data they ask for. */
  readonly laterBytes: number;
}

const brotli = promisify(brotliCompress);
const IMPORT = /(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+\.js)["'`]/g;

/**
 * The weight of every page of a kind. `base` is the path the site was built for. So many of the heaviest as `exactCount` says are weighed as they are
 * sent; the others are estimated, a little too heavy but below those, in a fiftieth of the time.
 */
export async function weighPages(
  folder: string,
  pages: readonly BuiltPage[],
  base = "/",
  exactCount = pages.length,
): Promise<readonly PageWeight[]> {
  const htmlBytes = await htmlBytesByPath(pages, exactCount);
  const assets = new Map<string, Promise<number>>();
  const weighAsset = (url: string) => {
    const bytes = assets.get(url) ?? brotliBytes(readFileSync(join(folder, url.slice(base.length - 1))));
    assets.set(url, bytes);
    return bytes;
  };
  const imported = new Map<string, readonly string[]>();
  const importedBy = (url: string): readonly string[] => {
    const urls = imported.get(url) ?? importsOf(folder, base, url);
    imported.set(url, urls);
    return urls;
  };
  const weighAll = async (urls: readonly string[]) => sum(await Promise.all([...new Set(urls)].map(weighAsset)));
  const withImports = (urls: readonly string[]) => [...urls, ...urls.flatMap(importedBy)];
  return Promise.all(
    pages.map(async ({ path, html }) => ({
      path,
      htmlBytes: htmlBytes.get(path) ?? 0,
      loadedBytes: await weighAll(withImports(loadedUrls(html))),
      laterBytes: await weighAll([...withImports(attributes(html, "data-module")), ...attributes(html, "data-source")]),
    })),
  );
}

/** As many as Node packs at a time. */
const AT_ONCE = 4;
/** What packing hardest leaves of a quick packing is about the same on all pages of a kind: between 0.90 and 0.92 on most. */
const SPREAD = 0.02;

/** Begins with the page that is heaviest when packed quickly, and ends when no other can be among the heaviest. */
async function htmlBytesByPath(pages: readonly BuiltPage[], exactCount: number): Promise<ReadonlyMap<string, number>> {
  const packed = await pMap(pages, async (page) => ({ ...page, quick: await quickBytes(page.html) }), { concurrency: AT_ONCE });
  const waiting = packed.toSorted((a, b) => b.quick - a.quick);
  const bytes = new Map<string, number>();
  let share = 0;
  const isSettled = () => (waiting[0]?.quick ?? 0) * share <= nthHighest([...bytes.values()], exactCount);
  while (waiting.length > 0 && !(bytes.size >= exactCount && isSettled()))
    await Promise.all(
      waiting.splice(0, AT_ONCE).map(async ({ path, html, quick }) => {
        const exact = await brotliBytes(Buffer.from(html));
        bytes.set(path, exact);
        share = Math.max(share, exact / quick + SPREAD);
      }),
    );
  for (const { path, quick } of waiting) bytes.set(path, Math.floor(quick * share));
  return bytes;
}

const nthHighest = (values: readonly number[], n: number): number => values.toSorted((a, b) => b - a)[n - 1] ?? 0;

/** The value that nine in ten do not pass: `percentile([1, …, 10], 0.9)` → 9. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** What a script weighs with all that it imports by itself; `url` is on the site. Data and what it asks for later are apart. */
export async function scriptBytes(folder: string, url: string, base = "/"): Promise<number> {
  const urls = [...new Set([url, ...importsOf(folder, base, url)])];
  return sum(await Promise.all(urls.map((each) => brotliBytes(readFileSync(join(folder, each.slice(base.length - 1)))))));
}

function loadedUrls(html: string): readonly string[] {
  const tags = [...html.matchAll(/<(?:link\b[^>]*rel="(?:stylesheet|icon|modulepreload)"|script\b|img\b)[^>]*>/g)].map(
    ([tag]) => tag,
  );
  return tags.flatMap((tag) => [...attributes(tag, "href"), ...attributes(tag, "src")]);
}

/** The chunks a script imports by itself, and theirs. */
function importsOf(folder: string, base: string, url: string): readonly string[] {
  if (!url.endsWith(".js")) return [];
  const code = readFileSync(join(folder, url.slice(base.length - 1)), "utf8");
  const urls = [...code.matchAll(IMPORT)].map(([, name = ""]) => new URL(name, `http://site${url}`).pathname);
  return urls.flatMap((next) => [next, ...importsOf(folder, base, next)]);
}

/** The weight of a page packed with less effort, which is faster: a tenth more than what is sent. */
const quickBytes = async (html: string): Promise<number> =>
  (await brotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })).length;

/** What a file weighs on the wire. */
export async function brotliBytes(content: Buffer): Promise<number> {
  return (await brotli(content)).length;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

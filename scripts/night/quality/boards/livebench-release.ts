import { z } from "zod";
import type { Body, Io } from "../../sources/source.ts";

const SITE = "https://livebench.ai";
const TABLE = /\/table_(\d{4}_\d\d_\d\d)\.csv$/;
/** The site's own list of releases; its files are named by the day. */
const RELEASES_URL = "https://raw.githubusercontent.com/LiveBench/new-livebench/HEAD/src/lib/constants.js";
/** The newest release has the newest models, the one before it those that were not run again. */
const RELEASES_READ = 2;

/** One release's bodies. Only the newest has its cost read: an older table's prices are history. */
export interface ReleaseBodies {
  readonly release: string;
  readonly table: Body;
  readonly categories: Body;
  readonly cost: Body | null;
}

/** The bodies of the two newest releases, newest first. */
export async function readReleases(io: Io): Promise<readonly Body[]> {
  const recorded = io.recordedUrls(`${SITE}/table_`);
  const releases =
    recorded === null ? await liveReleases(io) : recorded.flatMap((url) => TABLE.exec(url)?.[1]?.replaceAll("_", "-") ?? []);
  const newest = [...new Set(releases)].toSorted().reverse().slice(0, RELEASES_READ);
  const bodies: Body[] = [];
  for (const [index, release] of newest.entries()) bodies.push(...(await readRelease(io, release, index === 0)));
  return bodies;
}

/** The bodies sorted back into releases, newest first; a table without its categories throws. */
export function releasesOf(bodies: readonly Body[]): readonly ReleaseBodies[] {
  const byUrl = new Map(bodies.map((body) => [body.url, body]));
  const tables = bodies.filter(({ url }) => TABLE.test(url)).toSorted((a, b) => (a.url < b.url ? 1 : -1));
  return tables.map((table) => {
    const day = TABLE.exec(table.url)?.[1] ?? "";
    const categories = byUrl.get(`${SITE}/categories_${day}.json`);
    if (categories === undefined) throw new Error(`${table.url}: no categories beside it`);
    return { release: day.replaceAll("_", "-"), table, categories, cost: byUrl.get(`${SITE}/cost_${day}.csv`) ?? null };
  });
}

async function liveReleases(io: Io): Promise<readonly string[]> {
  const body = await io.getText(RELEASES_URL);
  const list = /RELEASES\s*=\s*\[([^\]]*)\]/.exec(z.string().parse(body?.content))?.[1] ?? "";
  const releases = [...list.matchAll(/["'](\d{4}-\d\d-\d\d)["']/g)].flatMap(([, day]) => day ?? []);
  if (releases.length === 0) throw new Error(`${RELEASES_URL}: no list of releases`);
  return releases;
}

async function readRelease(io: Io, release: string, isNewest: boolean): Promise<readonly Body[]> {
  const day = release.replaceAll("-", "_");
  const table = await io.getText(`${SITE}/table_${day}.csv`);
  const categories = await io.getJson(`${SITE}/categories_${day}.json`);
  const cost = isNewest ? await io.getText(`${SITE}/cost_${day}.csv`) : null;
  return [table, categories, cost].filter((body) => body !== null);
}

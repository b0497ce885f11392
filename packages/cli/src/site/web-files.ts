import { EXIT, ExitError } from "../exit-code.ts";
import { type CachedAnswer, cacheAnswer, cachedAnswer } from "./answer-cache.ts";
import { gunzippedText, parseJsonFile } from "./folder-files.ts";
import type { SiteFiles } from "./site-files.ts";

export interface WebFilesOptions {
  /** `https://tokenparity.dev/` */
  readonly site: string;
  /** Where answers are kept. */
  readonly cache: string;
  /** Nothing is asked: what is kept answers, however old it is. */
  readonly isOffline: boolean;
  readonly now: () => number;
  /** Takes a sentence the reader should know. */
  readonly warn: (sentence: string) => void;
}

/** The data change once a night: so long an answer stands without asking. */
const FRESH_MS = 10 * 60_000;
const TIMEOUT_MS = 8_000;

/**
 * Files of the public site. An answer is kept with its ETag; after ten minutes the site is asked whether it still holds. Where the site does
 * not answer, what is kept does, and a warning says so.
 */
export function webFiles(options: WebFilesOptions): SiteFiles {
  if (!/^https?:\/\//.test(options.site) || !URL.canParse(options.site))
    throw new ExitError(`${options.site} is no address of a site.`, { code: EXIT.unclear });
  const base = new URL("api/v1/", options.site.endsWith("/") ? options.site : `${options.site}/`);
  return {
    json: async (path) => {
      const url = new URL(path, base).href;
      const text = await textOf(url, await cachedAnswer(options.cache, url), options);
      return text === null ? null : parseJsonFile(text, url);
    },
  };
}

async function textOf(url: string, cached: CachedAnswer | null, options: WebFilesOptions): Promise<string | null> {
  const { isOffline, now, cache } = options;
  if (cached !== null && (isOffline || Math.abs(now() - cached.checkedAt) < FRESH_MS)) return cached.text;
  if (isOffline) throw new ExitError(`${url} was never read here: run it once without --offline.`, { code: EXIT.noData });
  const answer = await ask(url, cached).catch((error: unknown) => cachedOrThrow(url, cached, error, options));
  if (answer === null || answer === cached) return answer?.text ?? null;
  await cacheAnswer(cache, { ...answer, checkedAt: now() });
  return answer.text;
}

/** What the site says: the same again, something new, or that there is no such file. */
async function ask(url: string, cached: CachedAnswer | null): Promise<CachedAnswer | null> {
  const headers = cached?.etag == null ? {} : { "if-none-match": cached.etag };
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (response.status === 404) return null;
  if (response.status === 304 && cached !== null) return { ...cached };
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return {
    url,
    etag: response.headers.get("etag"),
    checkedAt: 0,
    text: gunzippedText(new Uint8Array(await response.arrayBuffer())),
  };
}

function cachedOrThrow(url: string, cached: CachedAnswer | null, error: unknown, { warn }: WebFilesOptions): CachedAnswer {
  const why = error instanceof Error ? error.message : String(error);
  if (cached === null)
    throw new ExitError(`${url} could not be read (${why}). --data DIR reads a copy of the site.`, { code: EXIT.noData });
  warn(`${url} could not be read (${why}): this is what it said on ${new Date(cached.checkedAt).toISOString().slice(0, 10)}.`);
  return cached;
}

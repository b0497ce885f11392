import got, { AbortError, type Got, HTTPError, type Response } from "got";
import packageJson from "../../../package.json" with { type: "json" };
import { REPOSITORY } from "../../../src/site/home.ts";
import { messageOf, parseJsonText } from "../pipeline/json-text.ts";
import type { Body, Io } from "../sources/source.ts";
import { readCached, writeCached } from "./http-cache.ts";
import { type NightEnd, nightEnd } from "./night-end.ts";
import { NPM, readMirroredCatalogue, readNpmCatalogue } from "./npm-catalogue.ts";
import { NPM_MODULE, readNpmModule } from "./npm-module.ts";
import { notAhead, serverClock } from "./server-clock.ts";

export interface NetworkOptions {
  /** Where bodies with an ETag are kept between runs: `.cache/http`. */
  readonly cacheDir: string;
  /** The clock that dates an answer. */
  readonly now: () => Date;
  /** One attempt, from the request to the last byte. */
  readonly timeoutMs?: number;
  /** Attempts after the first one. */
  readonly retries?: number;
  /** The wait before the first retry; it doubles with each. `Retry-After` goes before it. */
  readonly baseDelayMs?: number;
  /** A server that asks us to wait longer than this counts as failed. */
  readonly maxRetryAfterMs?: number;
  /** Counted after decompression, while it streams. */
  readonly maxBodyBytes?: number;
  /** Asked instead of every source's own host: `https://a.example/b` at mirror `http://127.0.0.1:8080` is `http://127.0.0.1:8080/a.example/b`. */
  readonly mirror?: string | null;
  /** How long the whole night may take to read; null = as long as it takes. What is not read by then is not read. */
  readonly nightMs?: number | null;
  /** How long one host may take of it, from the first time it is asked: one that answers slowly, or not, keeps nobody waiting longer. */
  readonly hostMs?: number | null;
}

const DEFAULTS = {
  timeoutMs: 60_000,
  retries: 4,
  baseDelayMs: 1_000,
  maxRetryAfterMs: 120_000,
  maxBodyBytes: 50 * 1024 * 1024,
  mirror: null,
  nightMs: null,
  hostMs: null,
} as const;

const USER_AGENT = `token-parity/${packageJson.version} (+${REPOSITORY})`;

/** got's own list, and bodies cut short: a gzip stream or a length that stops early. */
const RETRIED_ERRORS = [
  ...["ETIMEDOUT", "ECONNRESET", "EADDRINUSE", "ECONNREFUSED", "EPIPE", "ENOTFOUND", "ENETUNREACH", "EAI_AGAIN"],
  ...["ERR_READING_RESPONSE_STREAM", "ERR_HTTP_CONTENT_LENGTH_MISMATCH"],
];

type Settings = Required<NetworkOptions>;
type Wanted = "json" | "text";

/**
 * The live network. A body is fetched once a run however often it is asked for; an ETag from an earlier run is sent along, and a 304
 * reuses the kept body with the new `readAt`. `npm:@scope/name` is the catalogue of a package. Every failure is one Error that names URL and
 * cause.
 */
export function networkIo(options: NetworkOptions): Io {
  const settings = { ...DEFAULTS, ...options };
  const client = clientOf(settings);
  const requests = new Map<string, Promise<Body>>();
  const end = nightEnd(settings.nightMs);
  const clock = serverClock(settings.now);
  const readAt = toSeconds(settings.now());
  const hosts = new Map<string, NightEnd>();
  const hostEnd = (url: string): NightEnd => {
    const { host } = new URL(url);
    const end = hosts.get(host) ?? nightEnd(settings.hostMs, `${host}'s`);
    hosts.set(host, end);
    return end;
  };
  const get = (url: string, wanted: Wanted) => {
    const key = `${wanted} ${url}`;
    const ofHost = hostEnd(url);
    const session: Session = { client, settings, ends: [end, ofHost], onAnswer: clock.onAnswer, readAt };
    const readNow = async () => notAhead(await readerOf(url)(session, url, wanted), readAt);
    const read = () => end.within(url, () => ofHost.within(url, readNow));
    const answer = requests.get(key) ?? read();
    requests.set(key, answer);
    return answer;
  };
  return {
    getJson: (url) => get(url, "json"),
    getText: (url) => get(url, "text"),
    recordedUrls: () => null,
    clockFault: clock.fault,
  };
}

function clientOf(settings: Settings): Got {
  return got.extend({
    headers: { "user-agent": USER_AGENT },
    timeout: { request: settings.timeoutMs },
    maxRedirects: 5,
    hooks: { beforeRedirect: [({ url }, response) => refuseOtherHost(String(url), response.requestUrl.origin)] },
    retry: {
      limit: settings.retries,
      errorCodes: RETRIED_ERRORS,
      maxRetryAfter: settings.maxRetryAfterMs,
      noise: 0,
      // got counts 1, 2, 4 … seconds; a wait the server asked for is kept as it is.
      calculateDelay: ({ computedValue, retryAfter }) =>
        retryAfter === undefined ? Math.max(1, (computedValue / 1_000) * settings.baseDelayMs) : computedValue,
    },
  });
}

function refuseOtherHost(url: string, origin: string): void {
  if (new URL(url).origin !== origin) throw new Error(`redirect to another host: ${new URL(url).host}`);
}

/** What every request of one night shares. */
interface Session {
  readonly client: Got;
  readonly settings: Settings;
  /** Of the night, and of the host's part of it. */
  readonly ends: readonly NightEnd[];
  readonly onAnswer: (date: string | undefined) => void;
  /** When the night began: one moment for all its bodies, so that a quiet night rewrites one line a source and not every row. */
  readonly readAt: string;
}

async function fetchBody(session: Session, url: string, wanted: Wanted): Promise<Body> {
  const { settings } = session;
  try {
    const cached = await readCached(settings.cacheDir, url);
    const response = await download(session, addressOf(url, settings.mirror), requestHeaders(wanted, cached?.etag));
    session.onAnswer(response.headers.date);
    const text = response.statusCode === 304 && cached !== null ? cached.text : response.body;
    const content = wanted === "json" ? parseJsonText(text) : nonEmpty(text);
    await keep(settings.cacheDir, url, response, text);
    return { url, readAt: session.readAt, content };
  } catch (cause) {
    throw new Error(`GET ${url}: ${causeOf(cause, settings)}`, { cause });
  }
}

function readerOf(url: string): (session: Session, url: string, wanted: Wanted) => Promise<Body> {
  return url.startsWith(NPM) || url.startsWith(NPM_MODULE) ? readPackage : fetchBody;
}

/** A mirror answers with the catalogue, or the module's list, as one body; without one npm itself is asked. */
async function readPackage(session: Session, url: string, wanted: Wanted): Promise<Body> {
  try {
    if (url.startsWith(NPM_MODULE))
      return session.settings.mirror === null ? await readNpmModule(url) : await fetchBody(session, url, wanted);
    if (session.settings.mirror === null) return await readNpmCatalogue(url);
    return readMirroredCatalogue(await fetchBody(session, url, wanted));
  } catch (cause) {
    throw new Error(`${url}: ${messageOf(cause)}`, { cause });
  }
}

/** Where a body is asked for; it keeps its own URL in everything that is said of it. */
function addressOf(url: string, mirror: string | null): string {
  if (mirror === null) return url;
  if (url.startsWith(NPM_MODULE)) return `${mirror.replace(/\/+$/, "")}/npm/${url.slice(NPM_MODULE.length)}`;
  if (url.startsWith(NPM)) return `${mirror.replace(/\/+$/, "")}/npm/${url.slice(NPM.length)}`;
  const { host, pathname, search } = new URL(url);
  return `${mirror.replace(/\/+$/, "")}/${host}${pathname}${search}`;
}

function requestHeaders(wanted: Wanted, etag: string | undefined): Record<string, string> {
  const accept = wanted === "json" ? "application/json" : "text/plain, text/markdown, text/csv, */*;q=0.5";
  return etag === undefined ? { accept } : { accept, "if-none-match": etag };
}

async function download(
  { client, settings, ends }: Session,
  url: string,
  headers: Record<string, string>,
): Promise<Response<string>> {
  const oversize = new AbortController();
  const signal = AbortSignal.any([oversize.signal, ...ends.flatMap((end) => end.signal ?? [])]);
  const request = client(url, { headers, responseType: "text", signal });
  void request.on("downloadProgress", ({ transferred }) => {
    if (transferred > settings.maxBodyBytes) oversize.abort();
  });
  return request;
}

const toSeconds = (moment: Date) => `${moment.toISOString().slice(0, 19)}Z`;

function nonEmpty(text: string): string {
  if (text.trim() === "") throw new Error("the body is empty");
  return text;
}

/** Only a body that was good is kept: a broken one with a tag would come back every night. */
async function keep(dir: string, url: string, { statusCode, headers }: Response<string>, text: string): Promise<void> {
  if (statusCode === 200 && headers.etag !== undefined) await writeCached(dir, { url, etag: headers.etag, text });
}

function causeOf(error: unknown, { maxBodyBytes }: Settings): string {
  if (error instanceof AbortError) return `the body is larger than ${maxBodyBytes} bytes`;
  if (error instanceof HTTPError) return `${error.response.statusCode} ${error.response.statusMessage ?? ""}`.trim();
  return messageOf(error);
}

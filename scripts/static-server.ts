import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};
const SMALLEST_TO_PACK_BYTES = 200;

interface Answer {
  readonly status: number;
  readonly path: string;
  readonly body: Buffer;
  readonly etag: string;
}

export interface ServedFolder {
  readonly server: Server;
  /** "http://127.0.0.1:4321/" */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves a built site as a good host would: packed, with types and ETags. A taken port means the next one; port 0 means any. */
export async function serveFolder(folder: string, port: number, base = "/"): Promise<ServedFolder> {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    respond(resolve(folder), base, packed, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  const taken = await listen(server, port);
  const close = () => new Promise<void>((done) => server.close(() => done()));
  return { server, address: `http://127.0.0.1:${taken}${base}`, close };
}

async function listen(server: Server, port: number): Promise<number> {
  for (let next = port; next < port + 100; next += 1) {
    const free = await new Promise<boolean>((done, failed) => {
      server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? done(false) : failed(error)));
      server.listen(next, "127.0.0.1", () => done(true));
    });
    const address = server.address();
    if (free && address !== null && typeof address === "object") return address.port;
  }
  throw new Error(`no free port from ${port} to ${port + 99}`);
}

async function respond(
  folder: string,
  base: string,
  packed: Map<string, Buffer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405, { allow: "GET, HEAD" }).end();
  const path = pathOf(request.url ?? "/", base);
  if (path === null) return void response.writeHead(400).end();
  if (!path.endsWith("/") && (await isFile(join(folder, path, "index.html"))))
    return void response.writeHead(301, { location: `${base}${path.slice(1)}/` }).end();
  const answer = await find(folder, path);
  if (answer === null) return void response.writeHead(404, { "content-type": "text/plain" }).end("404");
  send(answer, packed, request, response);
}

/** The path below the base, decoded; null for what no browser sends: bad escapes, zero bytes, ways out of the folder. */
function pathOf(url: string, base: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
    if (path.includes("\0") || path.includes("\\") || path.split("/").includes("..")) return null;
    return path.startsWith(base) ? `/${path.slice(base.length)}` : "/404.html";
  } catch {
    return null;
  }
}

async function find(folder: string, path: string): Promise<Answer | null> {
  const wanted = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  const isInside = wanted.startsWith(folder + sep);
  if (isInside && (await isFile(wanted))) return answer(path === "/404.html" ? 404 : 200, wanted);
  const notFound = join(folder, "404.html");
  return (await isFile(notFound)) ? answer(404, notFound) : null;
}

async function answer(status: number, path: string): Promise<Answer> {
  const body = await readFile(path);
  return { status, path, body, etag: createHash("sha1").update(body).digest("base64url") };
}

function send(
  { status, path, body, etag }: Answer,
  packed: Map<string, Buffer>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  const encoding = type.startsWith("image/png") || body.length < SMALLEST_TO_PACK_BYTES ? null : encodingFor(request);
  const headers = {
    "content-type": type,
    "cache-control": path.includes(`${sep}_astro${sep}`) ? "public, max-age=31536000, immutable" : "no-cache",
    etag: `"${etag}${encoding ?? ""}"`,
    vary: "accept-encoding",
    "x-content-type-options": "nosniff",
  };
  if (status === 200 && request.headers["if-none-match"] === headers.etag) return void response.writeHead(304, headers).end();
  const content = encoding === null ? body : pack(body, encoding, `${etag}${encoding}`, packed);
  const packing = encoding === null ? {} : { "content-encoding": encoding };
  response.writeHead(status, { ...headers, ...packing, "content-length": content.length });
  response.end(request.method === "HEAD" ? undefined : content);
}

type Encoding = "br" | "gzip";

function encodingFor(request: IncomingMessage): Encoding | null {
  const accepted = String(request.headers["accept-encoding"] ?? "");
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : null;
}

function pack(body: Buffer, encoding: Encoding, key: string, packed: Map<string, Buffer>): Buffer {
  const known = packed.get(key);
  if (known !== undefined) return known;
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const made = encoding === "br" ? brotliCompressSync(body, options) : gzipSync(body);
  packed.set(key, made);
  return made;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

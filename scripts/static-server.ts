import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { join, resolve, sep } from "node:path";
import compression from "@polka/compression";
import serveStatic from "serve-static";

/** Where a browser would guess the encoding, because the type alone does not say it. */
const TYPES_WITH_ENCODING: Readonly<Record<string, string>> = {
  ".xml": "application/xml; charset=utf-8",
};

export interface ServedFolder {
  readonly server: Server;
  /** "http://127.0.0.1:4321/" */
  readonly address: string;
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves a built site as a good host would: packed, with types and ETags. A taken port means the next one; port 0 means any. Scripts and data
 * are answered `lateMs` milliseconds after they are asked for.
 */
export async function serveFolder(folder: string, port: number, base = "/", lateMs = 0): Promise<ServedFolder> {
  const handler = siteHandler(resolve(folder), base);
  const server = createServer(lateMs === 0 ? handler : lateHandler(handler, lateMs));
  const boundPort = await listen(server, port);
  const close = () => new Promise<void>((done) => server.close(() => done()));
  return { server, address: `http://127.0.0.1:${boundPort}${base}`, close };
}

function siteHandler(folder: string, base: string): Handler {
  const pack = compression({ brotli: true, level: 4, threshold: 200 });
  const files = serveStatic(folder, { dotfiles: "allow", cacheControl: false, fallthrough: false, setHeaders: describe });
  const find: Handler = (request, response) => {
    const url = request.url ?? "/";
    if (!url.startsWith(base)) return sendNotFound(folder, response);
    Object.assign(request, { originalUrl: url, url: `/${url.slice(base.length)}` });
    files(request, response, (error) => (error?.status === 416 ? response.writeHead(416).end() : sendNotFound(folder, response)));
  };
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
    } else if (request.headers.range === undefined) pack(request, response, () => find(request, response));
    else find(request, response);
  };
}

/** Pages come at once, what they load by themselves late. */
function lateHandler(handler: Handler, lateMs: number): Handler {
  return (request, response) => {
    if (/\.(js|json)(\?|$)/.test(request.url ?? "")) setTimeout(() => handler(request, response), lateMs);
    else handler(request, response);
  };
}

function describe(response: ServerResponse, path: string): void {
  const isNamedByContent = path.includes(`${sep}_astro${sep}`);
  response.setHeader("cache-control", isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache");
  response.setHeader("vary", "accept-encoding");
  response.setHeader("x-content-type-options", "nosniff");
  const type = TYPES_WITH_ENCODING[path.slice(path.lastIndexOf("."))];
  if (type !== undefined) response.setHeader("content-type", type);
}

function sendNotFound(folder: string, response: ServerResponse): void {
  const page = join(folder, "404.html");
  response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
  response.end(existsSync(page) ? readFileSync(page) : "404");
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

import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { networkIo } from "../../scripts/night/network/network.ts";
import type { Io } from "../../scripts/night/sources/source.ts";
import type { Bodies } from "./full-upstream.ts";

/** Gives the live door to these bodies, served on loopback, on a night that begins at `now`; closed when `use` is done. */
export async function throughMirror<Result>(bodies: Bodies, now: Date, use: (io: Io) => Promise<Result>): Promise<Result> {
  const byPath = new Map([...bodies].map(([url, body]) => [pathAt(url), body]));
  const server = createServer(({ url = "" }, response) => {
    const body = byPath.get(url);
    response.writeHead(body === undefined ? 404 : 200).end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const cacheDir = mkdtempSync(join(tmpdir(), "token-parity-mirror-"));
  try {
    return await use(networkIo({ cacheDir, now: () => now, retries: 0, mirror: `http://127.0.0.1:${port}` }));
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(cacheDir, { recursive: true });
  }
}

/** Where a mirror is asked for a URL: `https://a.example/b` → `/a.example/b`, `npm:@a/b` → `/npm/@a/b`. */
const pathAt = (url: string): string => `/${url.replace(/^npm(-module)?:/, "npm/").replace(/^https:\/\//, "")}`;

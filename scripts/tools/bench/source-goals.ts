import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { networkIo } from "../../night/network/network.ts";
import { platformSource } from "../../night/sources/platforms/platform-source.ts";
import { PLATFORM_SPECS } from "../../night/sources/platforms/specs/all-specs.ts";
import type { Goal } from "./goal.ts";

const LATENCY_MS = 300;
const MOST_SECONDS = 120;
const FIXTURES = "tests/fixtures/platforms";

/** How long reading every platform by its spec takes a night, from a server that thinks before each answer. */
export async function sourceGoals(): Promise<readonly Goal[]> {
  const answers = answersByUrl();
  const server = createServer((request, response) => {
    const url = new URL(`https://${(request.url ?? "/").slice(1)}`).href;
    setTimeout(() => respond(response, answers.get(url), request.headers["if-none-match"] !== undefined), LATENCY_MS);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const mirror = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const cacheDir = mkdtempSync(join(tmpdir(), "token-parity-sources-"));
  try {
    const seconds = [
      await timedNight("first night", mirror, cacheDir),
      await timedNight("next night, nothing new", mirror, cacheDir),
    ];
    return seconds.map((figure, at) => ({
      name: `reading every platform, ${at === 0 ? "first night" : "nothing new"}`,
      ...{ figure, bound: "at most", limit: MOST_SECONDS, unit: "s" },
    }));
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(cacheDir, { recursive: true });
  }
}

async function timedNight(which: string, mirror: string, cacheDir: string): Promise<number> {
  const io = networkIo({ cacheDir, now: () => new Date(), mirror, retries: 0, nightMs: MOST_SECONDS * 1_000 });
  const start = performance.now();
  const nights = await Promise.all(
    PLATFORM_SPECS.map(async (spec) => {
      const source = platformSource(spec);
      const bodies = await source.read(io);
      return { bodies: bodies.length, readings: source.parse(bodies).readings.length };
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  const sum = (pick: (night: (typeof nights)[number]) => number) => nights.reduce((total, night) => total + pick(night), 0);
  const read = `${nights.length} sources, ${sum(({ bodies }) => bodies)} bodies, ${sum(({ readings }) => readings)} readings`;
  console.log(
    `${which}: ${read} in ${seconds.toFixed(1)} s with ${LATENCY_MS} ms before each answer (at most ${MOST_SECONDS} s)`,
  );
  return seconds;
}

/** Each address with the fixture of its place; what a body names as its next page answers with the one after. */
function answersByUrl(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, urls } of PLATFORM_SPECS) {
    const texts = fixturesOf(id);
    for (let url = urls[0], place = 0; texts.length > 0; ) {
      const text = texts.shift() ?? "";
      found.set(new URL(url).href, text);
      const next = /"(?:next|NextPageLink)":"(https:[^"]+)"/.exec(text)?.[1];
      place += next === undefined ? 1 : 0;
      url = next ?? urls[place] ?? url;
    }
  }
  return found;
}

function fixturesOf(id: string): string[] {
  const files = globSync(`${FIXTURES}/*/*`).filter((file) => basename(file).replace(/(\.\d)?\.(json|md|html)$/, "") === id);
  return files.toSorted().map((file) => readFileSync(file, "utf8"));
}

function respond(response: ServerResponse, text: string | undefined, isKnown: boolean): void {
  response.sendDate = false;
  if (text === undefined) response.writeHead(404).end();
  else if (isKnown) response.writeHead(304).end();
  else response.writeHead(200, { etag: '"1"' }).end(text);
}

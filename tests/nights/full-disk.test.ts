import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordingIo } from "../../scripts/night/network/recording.ts";
import { refreshData } from "../../scripts/night/pipeline/refresh-data.ts";
import { readStore } from "../../scripts/night/pipeline/store.ts";
import { writeSmallCurated } from "../builders/a-small-curated.ts";

/** A disk that takes no more: `ulimit -f` lets a program write no file beyond a size, as a full disk or a quota would. */

const folder = mkdtempSync(join(tmpdir(), "token-parity-disk-"));
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  writeSmallCurated(path("curated"));
  cpSync("tests/fixtures/openrouter", path("monday"), { recursive: true });
  cpSync(path("monday"), path("tuesday"), { recursive: true });
  const index = join(path("tuesday"), "recorded.json");
  writeFileSync(index, readFileSync(index, "utf8").replaceAll("2026-08-22T", "2026-08-23T"));
  await refreshData({
    ...{ io: recordingIo(path("monday")), out: path("before"), curated: path("curated"), isDryRun: false },
    progress: { start: () => undefined, stop: () => undefined },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const bytesOf = (dir: string): readonly (readonly [string, string])[] =>
  globSync("**/*", { cwd: dir })
    .filter((name) => statSync(join(dir, name)).isFile())
    .toSorted()
    .map((name) => [name, readFileSync(join(dir, name), "utf8")]);

/** The program on Tuesday's recordings, where no file may grow beyond so many blocks of 512 bytes. `trap`: a write fails, and kills nobody. */
function refreshWithin(blocks: number | "unlimited", out: string, trap = "") {
  const program = `${trap} ulimit -f ${blocks}; exec "$0" scripts/night/refresh.ts --from "$1" --out "$2" --curated "$3"`;
  const env = { ...process.env, NODE_COMPILE_CACHE: undefined };
  const { status, signal, stderr } = spawnSync("sh", ["-c", program, process.execPath, path("tuesday"), out, path("curated")], {
    env,
    encoding: "utf8",
  });
  return { status, signal, stderr };
}

/** The system may end a program before it lets go of its lock: by the next night nobody has touched that for a day. */
function aDayPasses(out: string): void {
  const lock = `${realpathSync(out)}.lock`;
  const yesterday = new Date(Date.now() - 86_400_000);
  if (existsSync(lock)) utimesSync(lock, yesterday, yesterday);
}

test.skipIf(process.platform === "win32").each([
  ["a write that fails", 1, "trap '' XFSZ;"],
  ["a write that fails", 8, "trap '' XFSZ;"],
  ["the system's own end", 4, ""],
] as const)(
  "%s, with room for %i blocks a file: the night writes nothing, and the next one is whole",
  (_, blocks, trap) => {
    const out = path(`within-${blocks}`);
    cpSync(path("before"), out, { recursive: true });
    const { status, signal, stderr } = refreshWithin(blocks, out, trap);
    if (signal === null) expect([status, stderr]).toEqual([21, expect.stringMatching(/^refresh: .*EFBIG/m)]);
    else expect([status, signal]).toEqual([null, "SIGXFSZ"]);
    readStore(out);
    expect(bytesOf(out)).toEqual(bytesOf(path("before")));
    aDayPasses(out);
    expect(refreshWithin("unlimited", out).status).toBe(0);
    expect(readStore(out).run?.asOf).toBe("2026-08-23");
  },
  60_000,
);

import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/** An answer of the site as it is kept on disk. */
const CachedAnswer = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  /** Milliseconds since 1970: the site said so last at this time. */
  checkedAt: z.number(),
  text: z.string(),
});
export type CachedAnswer = z.output<typeof CachedAnswer>;

/** `$XDG_CACHE_HOME/token-parity`, without the variable `~/.cache/token-parity`, on Windows the local application data. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  const [xdgCache, local] = [env["XDG_CACHE_HOME"] ?? "", env["LOCALAPPDATA"] ?? ""];
  if (xdgCache !== "") return join(xdgCache, "token-parity");
  return local === "" ? join(homedir(), ".cache", "token-parity") : join(local, "token-parity", "cache");
}

/** What is kept of an address; null where nothing is, or nothing that can be read. */
export async function cachedAnswer(folder: string, url: string): Promise<CachedAnswer | null> {
  const text = await readFile(fileOf(folder, url), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const answer = CachedAnswer.parse(JSON.parse(text));
    return answer.url === url ? answer : null;
  } catch {
    return null;
  }
}

/** Keeps an answer, whole or not at all. A disk that takes nothing keeps nothing: the answer was read all the same. */
export async function cacheAnswer(folder: string, answer: CachedAnswer): Promise<void> {
  const file = fileOf(folder, answer.url);
  const draft = `${file}.${randomUUID()}.tmp`;
  await mkdir(folder, { recursive: true })
    .then(() => writeFile(draft, JSON.stringify(answer)))
    .then(() => rename(draft, file))
    .catch(() => undefined);
}

const fileOf = (folder: string, url: string): string => join(folder, `${createHash("sha256").update(url).digest("hex")}.json`);

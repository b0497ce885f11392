import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { z } from "zod";

/** One good body and the tag with which its server knows it again. */
const CachedBody = z.object({ url: z.string(), etag: z.string(), text: z.string() });
type CachedBody = z.output<typeof CachedBody>;

/** The body kept for this URL; null when there is none, or when its file is damaged: then it is fetched again. */
export async function readCached(dir: string, url: string): Promise<CachedBody | null> {
  const cached = CachedBody.safeParse(parsedOrNull(await textOrNull(cachePath(dir, url))));
  return cached.success && cached.data.url === url ? cached.data : null;
}

/** Keeps a body whole or not at all. */
export async function writeCached(dir: string, body: CachedBody): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFileAtomic(cachePath(dir, body.url), JSON.stringify(body));
}

const cachePath = (dir: string, url: string) => join(dir, `${createHash("sha256").update(url).digest("hex")}.json`);

async function textOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new Error(`${path} cannot be read`, { cause: error });
  }
}

function parsedOrNull(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

import { mkdirSync, realpathSync } from "node:fs";
import lockfile from "proper-lockfile";

/** A lock not touched for so long belongs to a run that died. */
const STALE_MS = 30_000;

/** Takes the one lock of a data directory, by whatever path it is reached; a second run says so and stops. Returns how to let go. */
export async function lockDirectory(dir: string): Promise<() => Promise<void>> {
  mkdirSync(dir, { recursive: true });
  try {
    return await lockfile.lock(dir, { stale: STALE_MS, lockfilePath: `${realpathSync(dir)}.lock` });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new Error(`another refresh is writing ${dir}; this one stops`, { cause: error });
  }
}

/** Any other fault is the disk's: a folder that may not be written, a path that is none. */
const isTaken = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ELOCKED";

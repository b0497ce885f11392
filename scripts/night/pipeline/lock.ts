import { mkdirSync, realpathSync } from "node:fs";
import lockfile from "proper-lockfile";

/** A lock not touched for so long belongs to a run that died. */
const STALE_MS = 30_000;

/** Takes the one lock of a data directory, whichever path leads to it. Throws where another run has it. Returns the function that releases it. */
export async function lockDirectory(dir: string): Promise<() => Promise<void>> {
  mkdirSync(dir, { recursive: true });
  try {
    return await lockfile.lock(dir, { stale: STALE_MS, lockfilePath: `${realpathSync(dir)}.lock` });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new Error(`another refresh is writing ${dir}; this one stops`, { cause: error });
  }
}

/** Any other error comes from the disk: a folder that cannot be written, a path that does not exist. */
const isTaken = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ELOCKED";

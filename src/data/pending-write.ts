import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

/** Where a night writes its files before all of them stand. */
export const PENDING_FOLDER = ".pending";
/** Its list of files, written last: from then on the night counts. */
export const PENDING_LIST = "ready.json";

/**
 * Completes or discards what a killed run left in `.pending/`, so that a reader never sees half of two nights. Safe at any time, also beside
 * another process that does the same.
 */
export function finishPendingWrite(dir: string): void {
  const pending = join(dir, PENDING_FOLDER);
  if (!existsSync(pending)) return;
  if (existsSync(join(pending, PENDING_LIST))) {
    for (const name of z.array(z.string()).parse(JSON.parse(readFileSync(join(pending, PENDING_LIST), "utf8")))) {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      renameIfThere(join(pending, name), join(dir, name));
    }
  }
  rmSync(pending, { recursive: true, force: true });
}

/** A file that is not there any more is in its place already. */
function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

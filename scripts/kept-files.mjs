// An Astro integration: writes the small files of kept rankings that have no pages of their own any more (`src/pages/_kept-files.ts`) when the
// build has ended. There are tens of thousands after some years, and each takes Astro a millisecond.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MADE = Symbol.for("token-parity:kept-files");

export function keptFiles() {
  let base = "/";
  return {
    name: "token-parity:kept-files",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/*$/, "/");
      },
      "astro:build:done": ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const made = globalThis[MADE];
        if (made === undefined) throw new Error("no route of this build has told its kept files");
        let count = 0;
        for (const { path, text } of made()) {
          const file = join(folder, path.slice(base.length));
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, text);
          count += 1;
        }
        logger.info(`${count} small files of kept rankings`);
      },
    },
  };
}

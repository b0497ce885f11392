// An Astro integration: writes the small files of kept rankings that have no pages of their own any more (`src/pages/_kept-files.ts`). There are a
// hundred thousand after ten years, and each would take Astro a millisecond: a thread writes them while Astro renders the pages.
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** Where the rendering half, bundled elsewhere but in the same process, finds who takes its files. */
const TAKER = Symbol.for("token-parity:kept-files");
const BATCH = 2_000;

/** The integration: hands the files to the thread in batches, and waits for it at the end of the build. */
export function keptFiles() {
  let config;
  let written = null;
  return {
    name: "token-parity:kept-files",
    hooks: {
      "astro:config:done": (done) => {
        config = done.config;
      },
      "astro:build:start": () => {
        globalThis[TAKER] = (files) => {
          written = writeBeside(files, fileURLToPath(config.outDir), config.base.replace(/\/*$/, "/"));
        };
      },
      "astro:build:done": async ({ logger }) => {
        if (written === null) throw new Error("no route of this build has told its kept files");
        logger.info(`${await written} small files of kept rankings`);
      },
    },
  };
}

/** The thread gets the files in batches; resolves to how many it wrote. */
function writeBeside(files, folder, base) {
  const worker = new Worker(new URL("./kept-files-writer.mjs", import.meta.url), { workerData: { folder, base } });
  const done = new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  let batch = [];
  for (const file of files) {
    batch.push(file);
    if (batch.length < BATCH) continue;
    worker.postMessage(batch);
    batch = [];
  }
  worker.postMessage(batch);
  worker.postMessage(null);
  return done;
}

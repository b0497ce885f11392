// An Astro integration: writes the small files of kept rankings that have no pages of their own any more (`src/pages/_kept-files.ts`), and packs
// their months. There are a hundred thousand after ten years, and each would take Astro a millisecond: a thread writes them while the pages are
// rendered.
import { fileURLToPath } from "node:url";
import { FileWriter } from "./render/file-writer.ts";

/** Where the rendering half, bundled elsewhere but in the same process, finds who takes its files. */
const FILE_WRITER = Symbol.for("token-parity:kept-files");

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
        globalThis[FILE_WRITER] = (files) => {
          written = writeBeside(files, fileURLToPath(config.outDir), config.base.replace(/\/*$/, "/"));
        };
      },
      "astro:build:done": async ({ logger }) => {
        if (written === null) throw new Error("no route of this build has told its kept files");
        logger.info(`${await written} files of kept rankings`);
      },
    },
  };
}

/** Resolves to how many it wrote. */
function writeBeside(files, folder, base) {
  const writer = new FileWriter(folder);
  for (const { path, text, packed } of files) {
    const name = path.slice(base.length);
    if (packed === undefined) writer.write(name, text);
    else writer.pack(name, packed);
  }
  return writer.end();
}

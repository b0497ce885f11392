import { archivedSnapshots, presets } from "../data/catalog.ts";
import { bestTitle } from "../features/best/best-place.ts";
import { type SmallFile, smallFilesOf } from "../features/best/kept/small-files.ts";
import { smallEmbedOf } from "../features/embed/small-embed.ts";

/** The small files of every kept day that has no pages of its own any more, one after the other. */
function* keptFiles(): Generator<SmallFile> {
  const titleOf = new Map(presets.map((preset) => [preset.id, bestTitle({ preset, need: "all" })]));
  for (const kept of archivedSnapshots()) {
    yield* smallFilesOf(kept);
    yield smallEmbedOf(kept, titleOf.get(kept.workload) ?? kept.workload);
  }
}

/** Where `scripts/kept-files.mjs` finds them when the build has ended: a page through Astro takes ten times as long. */
Object.assign(globalThis, { [Symbol.for("token-parity:kept-files")]: keptFiles });

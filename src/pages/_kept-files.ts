import { archivedSnapshots, modelOf, movedModels, names, presets } from "../data/catalog.ts";
import { bestTitle } from "../features/best/best-place.ts";
import { smallFilesOf } from "../features/best/snapshot/small-files.ts";
import { pairs } from "../features/compare/comparisons.ts";
import { otherOrderFiles } from "../features/compare/other-order.ts";
import { EMBEDDED_ROWS, oldPins } from "../features/embed/embeds.ts";
import { smallEmbedOf, smallPinOf } from "../features/embed/small-embed.ts";
import { movedFilesOf } from "../features/model/moved-files.ts";
import { shortenedAddressFiles } from "../site/page/shortened-addresses.ts";
import type { SmallFile } from "../site/small-page.ts";

/**
 * The small files of every kept day, pin and model that has no pages of its own any more, of pairs the other way round and of addresses without
 * their end, one after the other.
 */
function* keptFiles(): Generator<SmallFile> {
  const titleOf = new Map(presets.map((preset) => [preset.id, bestTitle({ preset, need: "all" })]));
  for (const snapshot of archivedSnapshots(EMBEDDED_ROWS)) {
    yield* smallFilesOf(snapshot);
    yield smallEmbedOf(snapshot, titleOf.get(snapshot.workload) ?? snapshot.workload);
  }
  for (const moved of movedModels) yield* movedFilesOf(moved, modelOf(moved.to).name);
  for (const { pair } of pairs) yield* otherOrderFiles(pair, names);
  yield* shortenedAddressFiles(presets.map(({ id }) => id));
  for (const { id, pin } of oldPins) yield* smallPinOf(id, modelOf(id).name, pin);
}

/** Who writes them beside the build (`scripts/kept-files.mjs`); in tests and under `astro dev` nobody does. */
const writeFiles: unknown = Reflect.get(globalThis, Symbol.for("token-parity:kept-files"));
if (typeof writeFiles === "function") writeFiles(keptFiles());

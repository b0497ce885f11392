import { archivedSnapshots, modelOf, movedModels, names, needMonths, presets, rankingMonths } from "../data/catalog.ts";
import { bestTitle } from "../features/best/best-place.ts";
import { smallFilesOf } from "../features/best/snapshot/small-files.ts";
import { pairs } from "../features/compare/comparisons.ts";
import { otherOrderFiles } from "../features/compare/other-order.ts";
import { EMBEDDED_ROWS, oldPins } from "../features/embed/embeds.ts";
import { smallEmbedOf, smallPinOf } from "../features/embed/small-embed.ts";
import { movedFilesOf } from "../features/model/moved-files.ts";
import { shortenedAddressFiles } from "../site/page/shortened-addresses.ts";
import * as paths from "../site/paths.ts";
import type { SmallFile } from "../site/small-page.ts";

/** A file of the disk that is to be packed for the site. */
interface FileToPack {
  readonly path: string;
  readonly packed: string;
}

/** The months of kept rankings. They are packed as they lie there, so they need not be read here: ten years have 78 MB. */
function* packedMonths(): Generator<FileToPack> {
  for (const { workload, month, path } of rankingMonths) yield { path: paths.api.rankingMonth(workload, month), packed: path };
  for (const { month, path } of needMonths) yield { path: paths.api.needMonth(month), packed: path };
}

/**
 * The small files of every kept day, pin and model that has no pages of its own any more, of pairs the other way round and of addresses without
 * their end, one after the other.
 */
function* keptFiles(): Generator<SmallFile | FileToPack> {
  yield* packedMonths();
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

/** Whether these files are written there: then no route makes the months among them. */
export const isWrittenBeside = typeof writeFiles === "function";

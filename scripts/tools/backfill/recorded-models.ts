import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Model } from "../../../src/domain/model/model.ts";
import { recordingIo } from "../../night/network/recording.ts";
import type { Curated } from "../../night/pipeline/curated.ts";
import { newestList, storeAfterNight } from "../../night/pipeline/night.ts";
import { readSources } from "../../night/pipeline/read-sources.ts";
import { EMPTY_STORE, readStore } from "../../night/pipeline/store.ts";

/**
 * The models that platforms' past ids are matched to: those of the data directory; where no night has run yet, those a night on the same
 * recordings finds. So it does not matter which of the two runs first.
 */
export async function recordedModels(from: string, out: string, curated: Curated): Promise<readonly Model[]> {
  const { models } = readStore(out);
  if (models.length > 0 || !existsSync(join(from, "recorded.json"))) return models;
  const sources = await readSources(recordingIo(from), curated, { start: () => undefined, stop: () => undefined });
  return newestList(sources) === null ? [] : storeAfterNight(sources, curated, EMPTY_STORE).models;
}

import { type RankingInputJson, readRankingInput } from "../../../../data/json/ranking-input-json.ts";
import { readSellersJson, type SellersJson } from "../../../../data/json/seller-json.ts";
import type { RankingData } from "../../../../data/ranking-data.ts";
import type { WorkloadPreset } from "../../../../domain/cost/workload.ts";
import { makerOfId } from "../../../../domain/model/maker-of-id.ts";
import type { Need } from "../../../../domain/model/need.ts";
import { loadJson } from "../../../../site/browser/load-json.ts";
import * as paths from "../../../../site/paths.ts";
import { sellerOfId } from "../../../../site/words/seller-label.ts";
import type { BestWords } from "../../best-state.ts";

/** What a ranking page ranks again from. */
export interface BestFile {
  readonly data: RankingData;
  readonly preset: WorkloadPreset;
  readonly words: BestWords;
  /** Offers that nobody read recently: they count only where a model has no fresh price. */
  readonly stale: number;
  readonly asOf: string;
  /** Who sells an offer, by its id, which is all that rankings know of it. */
  readonly sellerOf: (offerId: string) => string;
}

/** Throws where one of the two files does not load. */
export async function loadBest(workload: string, need: Need): Promise<BestFile> {
  const [file, sellersJson] = await Promise.all([
    loadJson<RankingInputJson>(paths.rankingInput()),
    loadJson<SellersJson>(paths.sellers()),
  ]);
  const { names } = readSellersJson(sellersJson);
  const data = readRankingInput(file, { workloadId: workload, needs: [need] }, sellersJson);
  const ranked = data.input.models.filter(({ quality }) => quality !== null);
  const preset = sellersJson.presets.find(({ id }) => id === workload);
  if (preset === undefined) throw new Error(`no workload ${workload}`);
  return {
    data,
    preset,
    words: {
      makers: new Set(ranked.map(({ id }) => makerOfId(id))),
      platforms: new Set(ranked.flatMap(({ offers }) => offers.map(({ platform }) => platform))),
    },
    stale: file.stale[need] ?? 0,
    asOf: file.asOf,
    sellerOf: (offerId) => sellerOfId(offerId, names),
  };
}

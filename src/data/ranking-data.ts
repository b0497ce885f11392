import type { Need } from "../domain/model/need.ts";
import type { NamedOffer } from "../domain/offer/seller-names.ts";
import type { QualityScaleName } from "../domain/quality/need-scale.ts";
import type { QualityMark } from "../domain/quality/quality-mark.ts";
import type { Judge } from "../domain/quality/task-success.ts";
import type { RankableOffer } from "../domain/ranking/cheapest.ts";
import type { FilterFacts } from "../domain/ranking/filter/ranking-filter.ts";
import type { ModelAtCheapestOffer, RankingInput } from "../domain/ranking/ranking-input.ts";

/** An offer that can be ranked and named. */
export type NamedRankable = RankableOffer & NamedOffer;

/** A model as the tables name it. */
export interface NamedModel {
  readonly name: string;
  readonly makerName: string;
}

/** Everything a value ranking is made from and named by, at build time and in the browser alike. */
export interface RankingData extends FilterFacts {
  readonly input: RankingInput<NamedRankable>;
  /** What every model of the input meets. */
  readonly needs: readonly Need[];
  /** What the qualities of the input are measured by, and who says so. */
  readonly scale: QualityScaleName;
  /** The id of the workload that a model's page opens with. */
  readonly defaultWorkload: string | undefined;
  readonly judge: Judge;
  readonly modelOf: (id: string) => NamedModel;
  readonly marks: readonly QualityMark[];
  /** Model id → dollars a question of LiveBench really cost. */
  readonly measuredUsd: ReadonlyMap<string, number>;
  /** The same for models that meet these needs too, by what then judges them. */
  forNeeds(more: readonly Need[], judge: Judge): RankingData;
  /** The models' prices for the state that is asked, where somebody has them: a build ranks the same prices for every need. */
  readonly priced?: ReadonlyMap<string, ModelAtCheapestOffer<NamedRankable>>;
}

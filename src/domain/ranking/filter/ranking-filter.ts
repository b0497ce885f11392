import { makerOfId } from "../../model/maker-of-id.ts";
import type { Need } from "../../model/need.ts";
import { type RegionGroup, regionGroup } from "../../offer/region.ts";
import type { RankableOffer } from "../cheapest.ts";
import type { ModelAtCheapestOffer, RankableModel, RankingInput } from "../ranking-input.ts";
import { type DataPromise, keepsPromise } from "./data-promise.ts";

/** What a reader leaves out of a ranking before anything is ranked. All parts hold together. */
export interface RankingFilter {
  /** What a model must be able to do, all of it. */
  readonly needs: readonly Need[];
  /** Only models of these; none = all. */
  readonly makers: readonly string[];
  /** Bought only there; none = anywhere. */
  readonly platforms: readonly string[];
  /** Where an offer must name its region; `any` = also sellers that name none. */
  readonly region: RegionGroup | "any";
  /** What the seller must state about what is sent to it. */
  readonly dataPromise: DataPromise;
  /** The most a month may cost, at the model's own length; null = any sum. */
  readonly mostUsdPerMonth: number | null;
  /** The least fitted quality, on the scale of the ranking; null = any. */
  readonly leastQuality: number | null;
}

/** What a filter asks of models and platforms. */
export interface FilterFacts {
  needsOf(modelId: string): readonly Need[];
  /** The strictest promise the platform states. */
  promiseOf(platformId: string): DataPromise;
}

/** The models that meet every need, and of their offers those that may be bought. The others are not in the race, nor in any count. */
export function filteredInput<Sold extends RankableOffer>(
  input: RankingInput<Sold>,
  filter: Omit<RankingFilter, "mostUsdPerMonth" | "leastQuality">,
  { needsOf, promiseOf }: FilterFacts,
): RankingInput<Sold> {
  const { needs, makers, platforms, region, dataPromise } = filter;
  const meets = (id: string): boolean => needs.length === 0 || needs.every((need) => needsOf(id).includes(need));
  const isSoldSo = ({ platform, region: named }: Sold): boolean =>
    isAmong(platforms, platform) &&
    (region === "any" || regionGroup(named) === region) &&
    keepsPromise(promiseOf(platform), dataPromise);
  const models = input.models.filter(({ id }) => meets(id) && isAmong(makers, makerOfId(id)));
  // What is known of a list of offers is kept by the list (`rankOffers`): where no seller is left out it stays the same one.
  if (platforms.length === 0 && region === "any" && dataPromise === "any") return { ...input, models };
  return { ...input, models: models.map((each) => ({ ...each, offers: each.offers.filter(isSoldSo) })) };
}

/**
 * The priced models that are good and cheap enough. At most $50 and at least 1,400: $40 at 1,410 stays, $60 at 1,450 and $10 at 1,390 go. A
 * model without a price or a score stays: it is counted as not ranked.
 */
export function filteredPrices<Sold>(
  priced: readonly ModelAtCheapestOffer<Sold>[],
  { mostUsdPerMonth, leastQuality }: Pick<RankingFilter, "mostUsdPerMonth" | "leastQuality">,
  qualityOf: (modelId: string) => RankableModel["quality"],
): readonly ModelAtCheapestOffer<Sold>[] {
  return priced.filter((each) => {
    const quality = qualityOf(each.model.id)?.value ?? null;
    if (quality === null) return true;
    const usd = billedUsd(each);
    const isCheapEnough = mostUsdPerMonth === null || usd === null || usd <= mostUsdPerMonth;
    return isCheapEnough && (leastQuality === null || quality >= leastQuality);
  });
}

/** The most that the month may come to, with as much output as the model was measured to write; null = it has no price. */
const billedUsd = <Sold>({ cheapest, measuredLength }: ModelAtCheapestOffer<Sold>): number | null =>
  (measuredLength?.landed ?? cheapest?.landed)?.upperUsd ?? null;

const isAmong = (wanted: readonly string[], word: string): boolean => wanted.length === 0 || wanted.includes(word);

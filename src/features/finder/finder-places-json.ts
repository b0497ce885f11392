import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import { compareTied } from "../../domain/purchase/tie-order.ts";
import type { RankedOffer } from "../../domain/ranking/cheapest.ts";
import { type CountedPrices, ineligibleCard } from "../../domain/ranking/eligibility.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { assumesLongPrompts } from "../../domain/reference/tiers/assumes-long-prompts.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { EVIDENCE } from "../../domain/source/evidence-class.ts";
import { winnerText, withLongPromptNote } from "../../site/words/seller-label.ts";
import { type FinderData, type FinderMonth, upperMonthUsd } from "./find-models.ts";
import { type FinderCatalogue, shownRange } from "./finder-json.ts";
import type { FinderPlaces } from "./matching-offers.ts";
import { type SheetRanks, sheetRanks } from "./sheet-ranks.ts";

/** `/api/finder-places.json`, the site's own file and no contract: prices by region, data policy and context. Sheets as `data` has them. */
export function finderPlacesJson(
  { sheets, presets, sellers }: FinderCatalogue,
  data: Pick<FinderData, "platforms" | "policies">,
  ranked: SheetRanks = sheetRanks(sellers),
): FinderPlaces {
  const policyOf = (platform: string) => data.policies[data.platforms.indexOf(platform)] ?? 0;
  const rows = sheets.flatMap((sheet, at) =>
    undominated(placesOf(sheet, presets, sellers, ranked), policyOf).map((row) => ({
      ...row,
      at,
      seller: winnerText({ ...row, month: null }),
    })),
  );
  const [regionIds, sellerTexts] = [
    [...new Set(rows.flatMap(({ offer }) => offer.regionGroup ?? []))],
    [...new Set(rows.map(({ seller }) => seller))],
  ];
  const column = <Value>(value: (row: (typeof rows)[number], place: number) => Value) => rows.map(value);
  return {
    models: column(({ at }, place) => at - (rows[place - 1]?.at ?? 0)),
    platforms: column(({ offer }) => data.platforms.indexOf(offer.platform)),
    sellers: column(({ seller }) => sellerTexts.indexOf(seller)),
    sellerTexts,
    regions: column(({ offer }) => (offer.regionGroup === null ? null : regionIds.indexOf(offer.regionGroup))),
    regionIds,
    contexts: column(({ offer, at }) => (offer.contextTokens === sheets[at]?.model.contextTokens ? null : offer.contextTokens)),
    evidence: column(({ offer }) => EVIDENCE.indexOf(offer.evidence)),
    isAging: column(({ offer }) => (offer.age === "aging" ? 1 : 0)),
    inputs: column(({ offer }) => offer.prices.input ?? 0),
    months: presets.map((_, place) => column(({ months }) => months[place] ?? null)),
    assumed: presets.map((_, place) => rows.flatMap(({ assumed }, row) => (assumed[place] === true ? [row] : []))),
    assumedNote: withLongPromptNote("", true),
  };
}

interface Place {
  readonly offer: AssessedOffer;
  /** Of each preset. */
  readonly months: readonly FinderMonth[];
  /** Whether the month hangs on what long prompts cost, where nobody names that. */
  readonly assumed: readonly boolean[];
}

/** What one model costs where it may be bought, by the order of equal months. Confirmed prices count confirmed batch prices beside them. */
function placesOf(sheet: ModelSheet, presets: readonly WorkloadPreset[], sellers: Sellers, ranked: SheetRanks): readonly Place[] {
  const offers = sheet.rows.map(({ offer }) => offer);
  const sold = offers.filter((offer) => offer.tier === "standard" && ineligibleCard(offer, sellers, "reported") === null);
  const monthsBy = (counted: CountedPrices) =>
    presets.map((preset) => new Map(ranked(sheet, preset, counted).map((row) => [row.offer.id, row])));
  const months = { confirmed: monthsBy("confirmed"), reported: monthsBy("reported") };
  const rowsOf = ({ id, evidence }: AssessedOffer) =>
    months[evidence === "reported" ? "reported" : "confirmed"].map((each) => each.get(id) ?? null);
  return sold
    .toSorted((a, b) => compareTied(a, b, sellers))
    .map((offer) => ({
      offer,
      months: rowsOf(offer).map((row) => (row === null ? null : monthOf(row))),
      assumed: rowsOf(offer).map((row) => row !== null && assumesLongPrompts(row.month)),
    }))
    .filter((place) => place.months.some((month) => month !== null));
}

/** Its age beside the model's other offers is judged by who is left, so `aging` is a price like another here. */
function monthOf({ landed, ineligible }: RankedOffer): FinderMonth {
  if (ineligible === "doesNotFit") return -1;
  return landed === null || (ineligible !== null && ineligible !== "aging") ? null : shownRange(landed);
}

/**
 * Without those that another undercuts for everybody who may buy them: of the same region, as private, as long, as well known. Of equal months the
 * first wins, so only one that costs less undercuts what is before it.
 */
function undominated(places: readonly Place[], policyOf: (platform: string) => number): readonly Place[] {
  const isAsGood = (a: Place, b: Place): boolean =>
    a.offer.regionGroup === b.offer.regionGroup &&
    a.offer.age !== "aging" &&
    (a.offer.evidence !== "reported" || b.offer.evidence === "reported") &&
    policyOf(a.offer.platform) >= policyOf(b.offer.platform) &&
    (a.offer.contextTokens ?? 0) >= (b.offer.contextTokens ?? Number.POSITIVE_INFINITY) &&
    (a.offer.prices.input ?? Number.POSITIVE_INFINITY) <= (b.offer.prices.input ?? 0);
  const costs = (a: Place, b: Place, compare: typeof costsNoMore) =>
    a.months.every((month, at) => compare(month, b.months[at] ?? null));
  return places.filter(
    (place, at) =>
      !places.some(
        (other, before) => before !== at && isAsGood(other, place) && costs(other, place, before < at ? costsNoMore : costsLess),
      ),
  );
}

/** Less than no price costs only what has one. */
function costsLess(a: FinderMonth, b: FinderMonth): boolean {
  const [cost, other] = [upperMonthUsd(a) ?? -1, upperMonthUsd(b) ?? -1];
  return cost >= 0 && (other < 0 || cost < other);
}

function costsNoMore(a: FinderMonth, b: FinderMonth): boolean {
  const [cost, other] = [upperMonthUsd(a), upperMonthUsd(b)];
  return other === null || other < 0 ? true : cost !== null && cost >= 0 && cost <= other;
}

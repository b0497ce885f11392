import { compareByUse } from "../../domain/model/compare-by-use.ts";
import type { Model } from "../../domain/model/model.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import type { Offer } from "../../domain/offer/offer.ts";
import { isUnconfirmed } from "../../domain/ranking/eligibility.ts";
import { formatPlural } from "../../site/format.ts";
import type { PlatformOfferLine } from "./platform-offer-columns.ts";

/** A model as one platform sells it: its plainest offer there, and what else there is of it. */
export interface PlatformPrice extends PlatformOfferLine {
  /** `batch, 12 hosts`: empty where this offer is all there is. */
  readonly others: string;
  /** Shown only when all are asked for. */
  readonly isRest: boolean;
}

/** The models of one maker. */
export interface MakerPrices {
  readonly makerName: string;
  readonly prices: readonly PlatformPrice[];
}

/** A line with the model it is of. */
export interface ModelPriceLine extends PlatformOfferLine {
  readonly model: Model;
}

/** As many models as a platform's page shows at first. */
export const SHOWN_AT_FIRST = 25;

/** One row a model, the makers and their models in the order of use; `shown` rows are there at first. */
export function platformPrices(lines: readonly ModelPriceLine[], shown = SHOWN_AT_FIRST): readonly MakerPrices[] {
  const byModel = [...Map.groupBy(lines, ({ model }) => model.id).values()].map((linesOfModel) =>
    linesOfModel.toSorted(plainestFirst),
  );
  const byUse = byModel.toSorted(([a], [b]) => (a === undefined || b === undefined ? 0 : compareByUse(a.model, b.model)));
  const makers = [...Map.groupBy(byUse, ([line]) => line?.model.maker ?? "").values()];
  let place = 0;
  return makers.map((models) => ({
    makerName: models[0]?.[0]?.model.makerName ?? "",
    prices: models.flatMap(([plain, ...more]) => {
      if (plain === undefined) return [];
      place += 1;
      return [{ ...plain, others: othersText(more.map(({ offer }) => offer)), isRest: place > shown }];
    }),
  }));
}

/** Current before retired, standard tier before others, confirmed before unconfirmed, the platform's own before a host's, no variant, no region. */
const plainestFirst = (a: ModelPriceLine, b: ModelPriceLine): number => {
  const [first, second] = [marksOf(a), marksOf(b)];
  const at = first.findIndex((mark, place) => mark !== second[place]);
  return (at < 0 ? 0 : Number(first[at]) - Number(second[at])) || compareText(a.offer.id, b.offer.id);
};

const marksOf = ({ offer, landed }: ModelPriceLine): readonly number[] => [
  Number(offer.status === "retired"),
  Number(offer.tier !== "standard"),
  Number(isUnconfirmed(offer)),
  Number(offer.host !== null),
  Number(offer.variant !== null),
  Number(offer.region !== null && offer.regionGroup !== "global"),
  landed?.upperUsd ?? Number.MAX_VALUE,
];

/** `batch, flex, 12 hosts, 3 regions`; where none of these distinguishes them, `2 more`. */
function othersText(others: readonly Offer[]): string {
  const each = <Value>(value: (offer: Offer) => Value | null) => [
    ...new Set(others.map(value).filter((distinct) => distinct !== null)),
  ];
  const tiers = each(({ tier }) => (tier === "standard" ? null : tier)).sort(compareText);
  const hosts = each(({ host }) => host).length;
  const regions = each(({ region }) => region).length;
  const parts = [
    ...tiers,
    ...(hosts > 0 ? [formatPlural(hosts, "host")] : []),
    ...(regions > 0 ? [formatPlural(regions, "region")] : []),
  ];
  if (parts.length > 0) return parts.join(", ");
  return others.length > 0 ? `${others.length} more` : "";
}

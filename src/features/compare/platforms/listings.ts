import { readStored } from "../../../data/json/stored-offer.ts";
import { plainestOffer } from "../../../domain/offer/plainest-offer.ts";
import { regionGroup } from "../../../domain/offer/region.ts";
import type { Sellers } from "../../../domain/offer/seller.ts";
import { type NamesById, withNames } from "../../../domain/offer/seller-names.ts";
import { type Landed, landedOwnKey } from "../../../domain/purchase/purchase.ts";
import { DEFAULT_RANK_OPTIONS, type RankableOffer, type RankedOffer, rankOffers } from "../../../domain/ranking/cheapest.ts";
import { isUnconfirmed } from "../../../domain/ranking/eligibility.ts";
import type { RegionChoice } from "../../../site/address/region-choice.ts";
import type { CompareChoice, ComparedOffer, ComparedPlatform, Listing, PlatformFile, SoldModel } from "./compared-platform.ts";

type Chosen = Pick<CompareChoice, "workload" | "region" | "counted">;
type Sold = Pick<PlatformFile, "id" | "sellsTokens" | "models">;

/** A platform with the figures of a choice; what it sells in no such region is apart, at what it costs anywhere. */
export function withListings(file: PlatformFile, chosen: Chosen, sellers: Sellers, names: NamesById): ComparedPlatform {
  const { models, ...facts } = file;
  const named = ({ platform, host, ...listing }: UnnamedListing): Listing => {
    return { ...listing, hostName: withNames({ platform, host }, names).hostName };
  };
  const listings = listingsOf(file, chosen, sellers).map(named);
  if (chosen.region === "any") return { ...facts, listings, elsewhere: [] };
  const listedIds = new Set(listings.map(({ id }) => id));
  const others = { ...file, models: models.filter(({ id }) => !listedIds.has(id)) };
  return { ...facts, listings, elsewhere: listingsOf(others, { ...chosen, region: "any" }, sellers).map(named) };
}

/** The plainest standard offer of every model that a platform sells in a region, with its month, in the order of use. */
export const listingsOf = (platform: Sold, chosen: Chosen, sellers: Sellers): readonly UnnamedListing[] =>
  platform.models.flatMap((model) => listingOf(platform, model, chosen, sellers) ?? []);

/** A listing before its seller is named. */
export type UnnamedListing = Omit<Listing, "hostName"> & Pick<RankableOffer, "platform" | "host">;

function listingOf(
  { id, sellsTokens }: Sold,
  model: SoldModel,
  { workload, region, counted }: Chosen,
  sellers: Sellers,
): UnnamedListing | null {
  const offers = model.offers.map((offer): Here => ({ ...readStored(model.id, offer), ...dated(offer) }));
  const ranked = rankOffers(offers, workload, sellers, DEFAULT_RANK_OPTIONS);
  const row = plainestOffer(
    ranked.filter(({ offer }) => isIn(offer.region, region)),
    sellsTokens ? id : (offers[0]?.platform ?? ""),
  );
  if (row === null) return null;
  const { offer, month } = row;
  const fits = row.ineligible !== "doesNotFit";
  const landed = !fits ? null : sellsTokens ? row.landed : ownKeyMonth(row, workload.requests, sellers.get(id)?.fees ?? null);
  const { input = null, output = null, cacheRead = null } = offer.prices;
  return {
    ...{ id: model.id, name: model.name, offerId: offer.id, input, output, cacheRead, fits },
    monthUsd: cents(landed?.upperUsd ?? null),
    lowMonthUsd: cents(landed?.usd ?? null),
    isUnconfirmed: isUnconfirmed(offer),
    isLeftOut: counted === "confirmed" ? isUnconfirmed(offer) : offer.doubts.length > 0,
    isMonthAssumed:
      month.kind === "priced" && month.assumptions.includes("cacheReadBilledAsInput") && offer.gaps.cacheRead !== "notSold",
    ...{ readOn: offer.readOn, platform: offer.platform, host: offer.host, region: offer.region },
  };
}

type Here = RankableOffer & Pick<ComparedOffer, "readOn" | "isBeforeFees">;

const dated = ({ readOn, isBeforeFees }: ComparedOffer): Pick<ComparedOffer, "readOn" | "isBeforeFees"> =>
  isBeforeFees === undefined ? { readOn } : { readOn, isBeforeFees };

/** Any region, or the one that is asked for by a name we know. */
const isIn = (region: string | null, wanted: RegionChoice): boolean => wanted === "any" || regionGroup(region) === wanted;

/** The maker's bill, with its own fees, and on top those of the platform that routes to it. */
function ownKeyMonth(
  { month, landed, offer }: RankedOffer<Here>,
  requests: number,
  fees: Parameters<typeof landedOwnKey>[3],
): Landed | null {
  const usd = offer.isBeforeFees === true ? (month.kind === "priced" ? month.usd : null) : (landed?.usd ?? null);
  return usd === null ? null : landedOwnKey(usd, usd, requests, fees);
}

/** A hundredth of a cent: what a comparison distinguishes. */
const cents = (usd: number | null): number | null => (usd === null ? null : Math.round(usd * 10_000) / 10_000);

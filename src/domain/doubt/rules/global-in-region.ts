import type { Doubt } from "../doubt.ts";
import type { PricedRow } from "../priced-row.ts";

/**
 * A catalogue's price for a bare id of Bedrock, called in one region, that is the one of the *global* profile, where the profiles over a geography
 * cost more: AWS charges as much for a region as for a geography (https://aws.amazon.com/bedrock/pricing/), a tenth more than *global*. Opus 5 at 5/25
 * beside `global.` at 5/25 and `us.` at 5.5/27.5.
 */
export function globalInRegion(row: PricedRow, rows: readonly PricedRow[]): Doubt | null {
  if (row.isFirstHand || !isAt(row, null)) return null;
  const beside = rows.filter(({ offer }) => isBeside(row, offer));
  const global = beside.find((each) => isAt(each, "global") && each.offer.prices.input === row.offer.prices.input);
  const geo = beside.find((each) => GEOGRAPHIES.has(each.offer.region ?? "") && isDearer(each, row));
  if (global === undefined || geo === undefined) return null;
  return { rule: "globalInRegion", globalOffer: global.offer.id, geoOffer: geo.offer.id };
}

/** The profiles that every model sold over a geography has one of. */
const GEOGRAPHIES: ReadonlySet<string> = new Set(["us", "eu", "jp", "au", "apac"]);
/** Less is rounding. */
const PREMIUM = 1.05;

const isAt = ({ offer }: PricedRow, region: string | null): boolean =>
  offer.platform === "amazon-bedrock" && offer.host === null && offer.region === region;

const isBeside = ({ offer: regional }: PricedRow, { platform, tier, variant }: PricedRow["offer"]): boolean =>
  platform === regional.platform && tier === regional.tier && variant === regional.variant;

const isDearer = (a: PricedRow, b: PricedRow): boolean =>
  (a.offer.prices.input ?? 0) >= (b.offer.prices.input ?? Number.POSITIVE_INFINITY) * PREMIUM;

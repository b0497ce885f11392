import pMap from "p-map";
import aliases from "../../../../data/curated/platform-aliases.json" with { type: "json" };
import { billedCard } from "../../../../src/domain/cost/billed-card.ts";
import { type VariantWords, variantWords } from "../../../../src/domain/model/variant-words.ts";
import { compareText } from "../../../../src/domain/money/compare-text.ts";
import { integerToDecimal } from "../../../../src/domain/money/decimal.ts";
import { conditionKey, isPromptCondition } from "../../../../src/domain/offer/condition.ts";
import type { Prices } from "../../../../src/domain/offer/meter.ts";
import { regionGroup } from "../../../../src/domain/offer/region.ts";
import { CHECKED_METERS, type CheckedMeter, type MappedPrice, type PriceMap } from "../prices/price-map.ts";
import type { PriceBook, PublishedOffer } from "../site/price-book.ts";
import type { SiteModel } from "../site/shapes.ts";
import { modelNamed } from "./find.ts";
import { unconfirmedBecause } from "./offer-row.ts";

export interface CheckQuery {
  readonly map: PriceMap;
  /** How far a price may be off, in percent of ours. */
  readonly maxDriftPercent: number;
  /** Of lines that name no seller; null = the maker's list price. */
  readonly platform: string | null;
}

/** A meter on both sides: decimal text, dollars per million tokens. */
export interface MeterDrift {
  readonly meter: CheckedMeter;
  readonly yours: string;
  readonly ours: string;
  /** Of ours, in percent, signed; null = ours is free and yours is not. */
  readonly driftPercent: number | null;
}

/** `drift`: further off than allowed; `unknownModel`: no model has this name; `unknownPrice`: no confirmed price to hold it against. */
export type CheckVerdict = "same" | "drift" | "unknownModel" | "unknownPrice";

export interface CheckedRow {
  readonly key: string;
  readonly model: string | null;
  /** What it was held against: an offer's id, or `list`. */
  readonly against: string | null;
  readonly verdict: CheckVerdict;
  readonly meters: readonly MeterDrift[];
}

export interface CheckAnswer {
  readonly asOf: string;
  readonly shape: PriceMap["shape"];
  readonly maxDriftPercent: number;
  readonly counts: Readonly<Record<CheckVerdict | "skipped", number>>;
  /** Those that drift first, the furthest off before; then by key. */
  readonly rows: readonly CheckedRow[];
}

/** Holds a price map against the confirmed prices of the day: of its seller where it names one, else the maker's own list price. */
export async function checkPrices(book: PriceBook, { map, maxDriftPercent, platform }: CheckQuery): Promise<CheckAnswer> {
  const check = (row: MappedPrice) => {
    const model = modelNamed(book, row.key);
    return model === null ? unknown(row, null) : checked(book, row, model, { maxDriftPercent, platform });
  };
  const rows = await pMap(map.rows, check, { concurrency: 8 });
  const count = (verdict: CheckVerdict) => rows.filter((row) => row.verdict === verdict).length;
  return {
    ...{ asOf: book.asOf, shape: map.shape, maxDriftPercent },
    counts: {
      same: count("same"),
      drift: count("drift"),
      unknownModel: count("unknownModel"),
      unknownPrice: count("unknownPrice"),
      skipped: map.skipped,
    },
    rows: rows.toSorted((a, b) => worst(b) - worst(a) || compareText(a.key, b.key)),
  };
}

type Terms = Omit<CheckQuery, "map">;

async function checked(book: PriceBook, row: MappedPrice, model: SiteModel, terms: Terms): Promise<CheckedRow> {
  const seller = row.provider === null ? terms.platform : platformOf(book, row.provider);
  if (seller === null && row.provider !== null) return unknown(row, model.id);
  const cards = seller === null ? listCard(model) : cardsAt(await book.offersOf(model.id), seller, row.key);
  const judged = cards.map((card) => judge(row, model.id, card, terms.maxDriftPercent));
  const compared = judged.filter(({ meters }) => meters.length > 0);
  return compared.toSorted((a, b) => worst(a) - worst(b))[0] ?? unknown(row, model.id);
}

interface Card {
  readonly against: string;
  readonly prices: Prices;
}

function listCard({ list }: SiteModel): readonly Card[] {
  const { input = null, output = null } = list ?? {};
  if (input === null && output === null) return [];
  return [{ against: "list", prices: { ...(input === null ? {} : { input }), ...(output === null ? {} : { output }) } }];
}

/**
 * A platform's own confirmed cards of the tier and region the key names and of no other; where it names no region, all of them, since the map
 * does not say which it means. A map has no hours, so what an offer costs within a window is one of its prices too.
 */
function cardsAt(offers: readonly PublishedOffer[], platform: string, key: string): readonly Card[] {
  const { tier, variant, region } = wayOfSelling(key);
  const atPlatform = offers.filter(
    (offer) => offer.platform === platform && offer.host === null && offer.tier === tier && offer.status !== "retired",
  );
  const candidates = atPlatform.filter((offer) => unconfirmedBecause(offer) === null && (region === null || isOf(offer, region)));
  const exact = candidates.filter(({ upstreamId }) => upstreamId === key || key.endsWith(`/${upstreamId}`));
  const alike = candidates.filter((offer) => offer.variant === variant);
  return ([exact, alike].find((some) => some.length > 0) ?? candidates).flatMap(cardsOf);
}

function cardsOf({ id, prices, conditions }: PublishedOffer): readonly Card[] {
  const windows = conditions.filter((condition) => !isPromptCondition(condition));
  const within = windows.map((window) => ({
    against: `${id} (${conditionKey(window)})`,
    prices: { ...prices, ...window.prices },
  }));
  return [{ against: id, prices }, ...within];
}

/** Who names no region sells everywhere alike: the platform's global price. */
const isOf = ({ region: offerRegion, regionGroup: group }: PublishedOffer, region: string): boolean =>
  offerRegion === region || group === regionGroup(region) || (region === "global" && offerRegion === null);

/** What a key says beside the model: `bedrock/us-east-1/…` → `us-east-1`, `eu.anthropic.…` and `azure/eu/gpt-…` → `eu`; null where it names no region. */
function wayOfSelling(key: string): Pick<VariantWords, "tier" | "variant" | "region"> {
  const parts = key.split("/");
  const words = variantWords(parts.at(-1) ?? key);
  const place = parts.slice(0, -1).find((part) => /^((us|eu|global)(-standard)?|[a-z]{2}(-[a-z]+)+-\d)$/.test(part));
  return { ...words, region: words.region ?? place?.replace(/-standard$/, "") ?? null };
}

/** By LiteLLM's name of a provider, or our own id. */
function platformOf({ platformNames }: PriceBook, provider: string): string | null {
  const alias = aliases.find(({ source, name }) => source === "litellm" && name === provider)?.platform ?? null;
  return alias ?? (platformNames.has(provider) ? provider : null);
}

function judge(row: MappedPrice, model: string, { against, prices: ours }: Card, maxDriftPercent: number): CheckedRow {
  const meters = CHECKED_METERS.flatMap((meter) => {
    const yours = row.prices[meter];
    const drifts = yours === undefined ? [] : figuresOf(ours, meter, model).map((figure) => driftOf(meter, yours, figure));
    return drifts.toSorted((a, b) => offBy(a) - offBy(b)).slice(0, 1);
  });
  const isOff = meters.some(({ driftPercent }) => driftPercent === null || Math.abs(driftPercent) > maxDriftPercent + 1e-9);
  return { key: row.key, model, against, verdict: isOff ? "drift" : "same", meters };
}

/** A write to the cache may be written down as a surcharge on the input or whole, as it is billed: either is right. */
function figuresOf(card: Prices, meter: CheckedMeter, model: string): readonly number[] {
  const { [meter]: figure } = card;
  if (figure === undefined) return [];
  return meter === "cacheWrite5m" ? [figure, billedCard(card, null, model).cacheWrite5m] : [figure];
}

/** 5.1 against 5 is 2 % off. */
function driftOf(meter: CheckedMeter, yours: number, ours: number): MeterDrift {
  const driftPercent = ours === 0 ? (yours === 0 ? 0 : null) : Math.round(((yours - ours) / ours) * 1e6) / 1e4;
  return { meter, yours: integerToDecimal(yours), ours: integerToDecimal(ours), driftPercent };
}

const unknown = ({ key }: MappedPrice, model: string | null): CheckedRow => ({
  ...{ key, model, against: null, meters: [] },
  verdict: model === null ? "unknownModel" : "unknownPrice",
});

/** How far off the furthest meter is; furthest of all where ours is free, below zero where nothing could be compared. */
const worst = ({ meters }: CheckedRow): number => Math.max(-1, ...meters.map(offBy));

const offBy = ({ driftPercent }: MeterDrift): number => (driftPercent === null ? Number.MAX_VALUE : Math.abs(driftPercent));

import { compareText } from "../money/compare-text.ts";
import { microUsd } from "../money/micro-usd.ts";
import { isListSeller } from "../offer/list-seller.ts";
import type { Sellers } from "../offer/seller.ts";
import { CLOUDS } from "../platform/clouds.ts";
import { countsLine, type LineAtPlatform, lineAtPlatforms, listLine, type SoldOffer } from "../platform/line-at-platform.ts";
import { unknownFeeShare } from "../purchase/fee-range.ts";
import { type Landed, landedMonth, landedOwnKey } from "../purchase/purchase.ts";
import { compareTied, type TiedOffer } from "../purchase/tie-order.ts";
import type { RankOptions } from "../ranking/cheapest.ts";
import type { Assumption, MonthParts } from "./landed-cost.ts";
import { ASSUMPTIONS, addParts, NO_PARTS } from "./landed-cost.ts";
import { type MixLine, requestsOf } from "./mix-line.ts";

/** A whole month at one platform. */
export interface PlatformBill {
  readonly platform: string;
  /** In the order of the mix. */
  readonly lines: readonly LineAtPlatform[];
  /** What the lines it prices cost before fees, by what is billed. */
  readonly parts: MonthParts;
  /** Null unless it prices every line: a part of a month compares with nothing. */
  readonly landed: Landed | null;
  /** False where a line is at a price that wins nothing: it is billed, and never called the cheapest. */
  readonly counts: boolean;
  readonly assumptions: readonly Assumption[];
}

/** Each line where it is cheapest. */
export interface SplitBill {
  readonly usd: number;
  /** The most it may be where a fee is unknown. */
  readonly upperUsd: number;
  /** The plans among it, each once, whatever the requests. */
  readonly subscription: number;
  /** The platform of each line, in the order of the mix. */
  readonly platforms: readonly string[];
}

/** The month at the makers' own APIs with the buyer's keys, through a platform that takes a fee for it. */
export interface OwnKeyBill {
  readonly platform: string;
  readonly landed: Landed;
}

export interface MixBill {
  /** Complete months first, by the most that may leave the bank account, those with a price that does not count last; then by how many lines they price; ties by `compareTied`. */
  readonly platforms: readonly PlatformBill[];
  /** Null where a line has no current price anywhere. */
  readonly split: SplitBill | null;
  /** Each line at its own maker; null where a maker has no price that counts. */
  readonly direct: SplitBill | null;
  /** Each line at the cheapest of the clouds. */
  readonly clouds: SplitBill | null;
  /** The month at list prices before fees; null where a line has no list price. */
  readonly listUsd: number | null;
  readonly ownKeys: readonly OwnKeyBill[];
  /** A month of all lines. */
  readonly requests: number;
}

/** Who sells what. */
export interface Market {
  /** Model id → its offers. */
  readonly offers: ReadonlyMap<string, readonly SoldOffer[]>;
  readonly sellers: Sellers;
}

/** Where a month may be billed; whatever is left out is no limit. */
interface BillScope {
  /** The platforms to look at, empty = all. */
  readonly only?: readonly string[];
  /** The offers that may be billed, as those of a region. */
  readonly isWanted?: (offer: SoldOffer) => boolean;
}

/**
 * A month of several models at every platform: tokens line by line, then fee, bonus, discount and subscription once on the sum.
 * 100M, 200M and 500M input tokens at 5, 2.5 and 1.1 dollars through OpenRouter by card: $1,550 and $85.25 of fee.
 * The market holds the offers of each line's model. The list price stays the maker's own, wherever that is sold.
 */
export function mixBill(
  lines: readonly MixLine[],
  { offers, sellers }: Market,
  terms: RankOptions,
  { only = [], isWanted = () => true }: BillScope = {},
): MixBill {
  const wanted = (platform: string) => only.length === 0 || only.includes(platform);
  const perLine = lines.map((line) =>
    lineAtPlatforms(line, (offers.get(line.model) ?? []).filter(isWanted), sellers, terms.counted),
  );
  const ids = [...new Set(perLine.flatMap((platforms) => [...platforms.keys()]))].filter(wanted);
  const platforms = ids
    .map((platform) => platformBill(platform, perLine, sellers, terms))
    .toSorted(byTotal(sellers))
    .filter(({ lines: billLines }) => billLines.some(({ kind }) => kind !== "notSold"));
  const list = lines.map((line) => listLine(line, offers.get(line.model) ?? [], sellers));
  const listUsd = list.every(isPriced) ? list.reduce((sum, { month }) => sum + month.usd, 0) : null;
  const requests = lines.reduce((sum, line) => sum + requestsOf(line), 0);
  const isListWanted = list.every((line) => isPriced(line) && isWanted(line.offer));
  const ownKeys =
    listUsd === null || !isListWanted
      ? []
      : ownKeyBills(listUsd, requests, platforms, sellers).filter(({ platform }) => wanted(platform));
  const among = (isOne: (platform: string, line: number) => boolean) => splitAmong(platforms, isOne, sellers, terms);
  const direct = among((platform, at) => isListSeller(sellers, platform, lines[at]?.model ?? ""));
  const clouds = among((platform) => CLOUDS.has(platform));
  return { platforms, split: splitBill(platforms, sellers, terms), direct, clouds, listUsd, ownKeys, requests };
}

/** A platform's month at what the buyer pays there, in dollars: $100 of tokens with a fee of 5.5 % on the credit is $105.50. */
export function landedAt(platform: string, monthUsd: number, sellers: Sellers, { purchase, discountBps }: RankOptions): Landed {
  const ownTerms = { ...purchase, discountBps: discountBps.get(platform) ?? purchase.discountBps };
  return landedMonth(monthUsd, sellers.get(platform)?.fees ?? null, ownTerms, unknownFeeShare(sellers, purchase));
}

type Priced = Extract<LineAtPlatform, { kind: "priced" }>;
const isPriced = (line: LineAtPlatform | null): line is Priced => line?.kind === "priced";

const NOT_SOLD: LineAtPlatform = { kind: "notSold" };

function platformBill(
  platform: string,
  perLine: readonly ReadonlyMap<string, LineAtPlatform>[],
  sellers: Sellers,
  terms: RankOptions,
): PlatformBill {
  const lines = perLine.map((platforms) => platforms.get(platform) ?? NOT_SOLD);
  const priced = lines.filter(isPriced);
  const monthUsd = priced.reduce((sum, { month }) => sum + month.usd, 0);
  return {
    platform,
    lines,
    parts: priced.reduce((sum, { month }) => addParts(sum, month.parts), NO_PARTS),
    landed: priced.length === lines.length ? landedAt(platform, monthUsd, sellers, terms) : null,
    counts: priced.every(countsLine),
    assumptions: ASSUMPTIONS.filter((assumption) => priced.some(({ month }) => month.assumptions.includes(assumption))),
  };
}

const byTotal =
  (sellers: Sellers) =>
  (a: PlatformBill, b: PlatformBill): number => {
    const missing = ({ lines }: PlatformBill) => lines.filter((line) => !isPriced(line)).length;
    const ticks = ({ landed: ownLanded }: PlatformBill) => (ownLanded === null ? 0 : microUsd(ownLanded.upperUsd));
    return (
      missing(a) - missing(b) ||
      Number(b.counts) - Number(a.counts) ||
      Number(isInDoubt(a)) - Number(isInDoubt(b)) ||
      ticks(a) - ticks(b) ||
      compareBills(a, b, sellers)
    );
  };

const isInDoubt = ({ lines }: PlatformBill): boolean => lines.some((line) => isPriced(line) && line.price === "doubtful");

/** Equal months of several models: the maker of the first it prices stands first. */
const compareBills = (a: PlatformBill, b: PlatformBill, sellers: Sellers): number => compareTied(tiedOf(a), tiedOf(b), sellers);

function tiedOf({ platform, lines }: PlatformBill): TiedOffer {
  const first = lines.find(isPriced)?.offer;
  return { id: platform, platform, model: first?.model ?? "", variant: null, evidence: first?.evidence ?? "reported" };
}

/**
 * Every line at its own cheapest platform, subscriptions once each. With subscriptions in play the best split is a puzzle, so three plain
 * answers compete: lines judged with the subscription, lines judged without it, and the cheapest complete platform.
 */
function splitBill(bills: readonly PlatformBill[], sellers: Sellers, terms: RankOptions): SplitBill | null {
  const [whole] = bills;
  if (whole === undefined) return null;
  const picks = (["withPlan", "withoutPlan"] as const).map((by) =>
    whole.lines.map((_, index) => cheapestFor(index, bills, by, { sellers, terms })),
  );
  const splits = picks.flatMap((pick) => {
    const bills = pick.filter((bill) => bill !== null);
    return bills.length === pick.length ? [splitOf(bills, sellers, terms)] : [];
  });
  const single =
    whole.landed === null || !whole.counts
      ? []
      : [
          splitAt(
            [whole.landed],
            whole.lines.map(() => whole.platform),
          ),
        ];
  return [...single, ...splits].toSorted((a, b) => microUsd(a.upperUsd) - microUsd(b.upperUsd))[0] ?? null;
}

/** Every line at the cheapest of some platforms; null where one of them has no price that counts for it. */
function splitAmong(
  bills: readonly PlatformBill[],
  isOne: (platform: string, line: number) => boolean,
  sellers: Sellers,
  terms: RankOptions,
): SplitBill | null {
  const lines = bills[0]?.lines ?? [];
  const cheapestBills = lines.flatMap((_, at) => {
    const some = bills.filter(({ platform }) => isOne(platform, at));
    return cheapestFor(at, some, "withPlan", { sellers, terms }) ?? [];
  });
  return lines.length === 0 || cheapestBills.length < lines.length ? null : splitOf(cheapestBills, sellers, terms);
}

/** The cheapest for one line; a plan that other lines share may be left out of what it costs there. */
function cheapestFor(
  index: number,
  bills: readonly PlatformBill[],
  by: "withPlan" | "withoutPlan",
  { sellers, terms }: { readonly sellers: Sellers; readonly terms: RankOptions },
): PlatformBill | null {
  const costs = bills.flatMap((bill) => {
    const line = bill.lines[index];
    if (line?.kind !== "priced" || !countsLine(line)) return [];
    const { upperUsd, parts } = landedAt(bill.platform, line.month.usd, sellers, terms);
    return [{ bill, ticks: microUsd(by === "withPlan" ? upperUsd : upperUsd - parts.subscription) }];
  });
  return costs.toSorted((a, b) => a.ticks - b.ticks || compareBills(a.bill, b.bill, sellers))[0]?.bill ?? null;
}

function splitOf(pick: readonly PlatformBill[], sellers: Sellers, terms: RankOptions): SplitBill {
  const platforms = pick.map(({ platform }) => platform);
  const months = [...new Set(pick)].map((bill) => {
    const billedUsd = bill.lines.flatMap((line, index) => (pick[index] === bill && isPriced(line) ? [line.month.usd] : []));
    return landedAt(bill.platform, sumOf(billedUsd), sellers, terms);
  });
  return splitAt(months, platforms);
}

const splitAt = (months: readonly Landed[], platforms: readonly string[]): SplitBill => ({
  usd: sumOf(months.map(({ usd }) => usd)),
  upperUsd: sumOf(months.map(({ upperUsd }) => upperUsd)),
  subscription: sumOf(months.map(({ parts }) => parts.subscription)),
  platforms,
});

const sumOf = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0);

/** What the calls would have cost at a platform that sells them, else at list. */
function ownKeyBills(listUsd: number, requests: number, bills: readonly PlatformBill[], sellers: Sellers): readonly OwnKeyBill[] {
  const ownKeys = [...sellers].flatMap(([platform, { fees }]) => {
    const would = bills.find((bill) => bill.platform === platform)?.landed?.parts.tokens ?? listUsd;
    const ownKey = landedOwnKey(listUsd, would, requests, fees);
    return ownKey === null ? [] : [{ platform, landed: ownKey }];
  });
  return ownKeys.toSorted((a, b) => a.landed.upperUsd - b.landed.upperUsd || compareText(a.platform, b.platform));
}

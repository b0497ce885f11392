import {
  type BatchBreakEven,
  batchShareBreakEven,
  cacheBreakEvenOf,
  lockedMoney,
  type OwnKeyRange,
  ownKeyRange,
} from "../../domain/cost/break-even.ts";
import { landedAt, mixBill, type PlatformBill } from "../../domain/cost/mix.ts";
import { type MixLine, requestShape } from "../../domain/cost/mix-line.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import { microUsd } from "../../domain/money/micro-usd.ts";
import { cardFor } from "../../domain/offer/card.ts";
import { isListSeller } from "../../domain/offer/list-seller.ts";
import type { Prices } from "../../domain/offer/meter.ts";
import { type Sellers, sellerName } from "../../domain/offer/seller.ts";
import type { Bonus, ByokFee } from "../../domain/platform/fee.ts";
import { countsLine } from "../../domain/platform/line-at-platform.ts";
import { feeFor, feeShare } from "../../domain/purchase/purchase.ts";
import type { RankOptions } from "../../domain/ranking/cheapest.ts";
import { formatBill, formatCount, formatPercent, formatPlural, formatUsdPerMTok } from "../../site/format.ts";
import { type Column, proseColumn, textColumn } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import type { CalculatorMonth } from "./calculator-month.ts";

/** A line where it is cheapest, with the card its prompts are billed at. */
export interface CheapestLine {
  readonly line: MixLine;
  readonly platform: string;
  readonly card: Prices;
}

/** When things start to pay, for this month (the closed forms of `break-even.ts`). */
export function pointsTable(month: CalculatorMonth): TableView {
  const lines = [
    ...month.lines.flatMap((_, index) => cacheRows(month, index)),
    ...batchRows(month),
    ...ownKeyRows(month),
    ...bonusRows(month),
  ];
  const caption = "For the month above. Re-reads count within the life of a cache entry.";
  return plainTable({ label: "Break-even points", caption }, COLUMNS, lines);
}

/** What pays, from where on, and why. */
interface PointLine {
  readonly what: string;
  readonly pays: string;
  readonly because: string;
}

const COLUMNS: readonly Column<PointLine>[] = [
  textColumn("what", "What", ({ what }) => what),
  proseColumn("pays", "Pays", ({ pays }) => pays),
  { id: "because", label: "Because", kind: "prose", cell: ({ because }) => ({ text: because, side: "none" }) },
];

/** A line at every platform that prices it, the cheapest first. */
export function linesAt({ lines, bill, sellers, terms }: CalculatorMonth, index: number): readonly CheapestLine[] {
  const priced = bill.platforms.flatMap(({ platform, lines: bills }) => {
    const [line, billed] = [lines[index], bills[index]];
    if (line === undefined || billed?.kind !== "priced" || !countsLine(billed)) return [];
    const card = cardFor(billed.offer, requestShape(line).inputTokens, []);
    return [{ line, platform, card, ticks: microUsd(landedAt(platform, billed.month.usd, sellers, terms).upperUsd) }];
  });
  return priced.toSorted((a, b) => a.ticks - b.ticks || compareText(a.platform, b.platform));
}

/** A line where its maker sells it, the card people know; else where it is cheapest. Only cards that do; null = none does. */
export function knownLine(month: CalculatorMonth, index: number, does: (line: CheapestLine) => boolean): CheapestLine | null {
  const lines = linesAt(month, index).filter(does);
  return lines.find(({ line, platform }) => isListSeller(month.sellers, platform, line.model)) ?? lines[0] ?? null;
}

function cacheRows(month: CalculatorMonth, index: number): readonly PointLine[] {
  const { modelNames, sellers } = month;
  const life = { "5m": "5 minutes", "1h": "an hour" } as const;
  const cachedLine = knownLine(month, index, ({ card }) => cacheBreakEvenOf(card, "5m") !== null);
  if (cachedLine === null) return [];
  const { card, platform } = cachedLine;
  return (["5m", "1h"] as const).flatMap((ttl) => {
    const reads = cacheBreakEvenOf(card, ttl);
    const write = ttl === "5m" ? card.cacheWrite5m : card.cacheWrite1h;
    if (reads === null || write === undefined) return [];
    const prices = `write ${usd(write)}, read ${usd(card.cacheRead)}, plain ${usd(card.input)} per million`;
    return [
      row(
        `Keep a prompt of ${modelNames[index] ?? ""} cached for ${life[ttl]}, ${sellerName(sellers, platform)}`,
        readsText(reads),
        prices,
      ),
    ];
  });
}

const readsText = (reads: number): string => (reads === 0 ? "from the first re-read" : `above ${reads.toFixed(2)} re-reads`);
const usd = (micro: number | undefined): string => formatUsdPerMTok(micro ?? 0);

/** Who is cheapest when nothing waits against who is when everything does. */
function batchRows({ lines, offers, sellers, terms, only, isWanted }: CalculatorMonth): readonly PointLine[] {
  const [none, all] = [0, 1].map((batchShare) => {
    const waiting = lines.map((line) => ({ ...line, workload: { ...line.workload, batchShare } }));
    return mixBill(waiting, { offers, sellers }, terms, { only, isWanted }).platforms;
  });
  const [a, b] = [none?.[0], all?.[0]];
  if (none === undefined || all === undefined || a?.landed == null || b?.landed == null || !a.counts || !b.counts) return [];
  const usdAt = (bills: readonly PlatformBill[], platform: string) =>
    bills.find((bill) => bill.platform === platform)?.landed?.upperUsd ?? Number.POSITIVE_INFINITY;
  const billOf = ({ platform }: PlatformBill) => ({ standardUsd: usdAt(none, platform), batchUsd: usdAt(all, platform) });
  const because = [a, b].filter((bill, at, both) => both.findIndex(({ platform }) => platform === bill.platform) === at);
  const reasons = because.map(
    (bill) =>
      `${sellerName(sellers, bill.platform)} ${formatBill(billOf(bill).standardUsd)} at once, ${formatBill(billOf(bill).batchUsd)} in batches`,
  );
  const what =
    a.platform === b.platform
      ? `Let requests wait, ${sellerName(sellers, a.platform)}`
      : `Let requests wait, ${sellerName(sellers, b.platform)} instead of ${sellerName(sellers, a.platform)}`;
  return [row(what, batchText(a.platform === b.platform ? null : batchShareBreakEven(billOf(a), billOf(b))), reasons.join("; "))];
}

function batchText(point: BatchBreakEven | null): string {
  if (point === null) return "cheapest whatever waits";
  return point.kind === "from" ? `above ${formatPercent(point.batchShare * 10_000)} in batches` : "either way";
}

/** Whose credits an own key is compared with where its platform sells none itself: the largest that adds a fee to list prices. */
const CREDITS = "openrouter";

function ownKeyRows({ bill, sellers, terms }: CalculatorMonth): readonly PointLine[] {
  const { listUsd } = bill;
  if (listUsd === null) return [];
  return bill.ownKeys.flatMap(({ platform }) => {
    const fees = sellers.get(platform)?.fees;
    const byok = fees?.byok ?? null;
    const credits = creditFee(platform, sellers, terms) === 0 ? CREDITS : platform;
    const fee = creditFee(credits, sellers, terms);
    if (byok === null || fees?.subscriptionCentsPerMonth == null || fee === 0) return [];
    const allowance = allowanceUsd(byok, listUsd, bill.requests);
    const range = ownKeyRange(fee, byok, allowance, fees.subscriptionCentsPerMonth / 100);
    const against = credits === platform ? "its credits" : `credits at ${sellerName(sellers, credits)}`;
    return [
      row(
        `Your own key at ${sellerName(sellers, platform)} instead of ${against}`,
        rangeText(range),
        ownKeyText(fee, byok, fees.subscriptionCentsPerMonth),
      ),
    ];
  });
}

function creditFee(platform: string, sellers: Sellers, { purchase }: RankOptions): number {
  const fee = feeFor(sellers.get(platform)?.fees?.topUp ?? [], purchase.method);
  return fee === null ? 0 : feeShare(purchase.topUpCents, fee);
}

/** An allowance in list dollars; one counted in requests at what these requests cost. */
function allowanceUsd({ allowance }: ByokFee, listUsd: number, requests: number): number {
  if (allowance === null) return 0;
  if (allowance.unit === "listCents") return allowance.perMonth / 100;
  return requests === 0 ? 0 : (listUsd * allowance.perMonth) / requests;
}

function rangeText(range: OwnKeyRange | null): string {
  if (range === null) return "never";
  const from = range.fromUsd === 0 ? "from the first dollar" : `above ${formatBill(range.fromUsd)} a month at list`;
  return range.untilUsd === null ? from : `${from}, up to ${formatBill(range.untilUsd)}`;
}

function ownKeyText(fee: number, { percentBps, allowance }: ByokFee, subscriptionCents: number): string {
  const free =
    allowance === null
      ? ""
      : allowance.unit === "requests"
        ? ` beyond ${formatCount(allowance.perMonth)} requests`
        : ` beyond ${formatBill(allowance.perMonth / 100)}`;
  const plan = subscriptionCents === 0 ? "" : `, plan ${formatBill(subscriptionCents / 100)} a month`;
  return `credits ${formatPercent(fee * 10_000)}, own key ${formatPercent(percentBps)}${percentBps === 0 ? "" : free}${plan}`;
}

function bonusRows({ bill, sellers, terms }: CalculatorMonth): readonly PointLine[] {
  return bill.platforms.flatMap(({ platform, landed }) => {
    const bonuses = (sellers.get(platform)?.fees?.bonuses ?? []).filter(
      ({ firstTopUpOnly }) => terms.purchase.firstTopUp || !firstTopUpOnly,
    );
    if (landed === null) return [];
    const spentUsd = landed.parts.tokens + landed.parts.discount + landed.parts.markup;
    return bonuses.flatMap((bonus) => bonusRow(sellerName(sellers, platform), bonus, spentUsd));
  });
}

function bonusRow(platform: string, { fromCents, bonusBps }: Bonus, spentUsd: number): readonly PointLine[] {
  const locked = lockedMoney(fromCents / 100, bonusBps, spentUsd);
  if (locked === null) return [];
  const what = `Prepay ${formatBill(fromCents / 100)} at ${platform}, ${formatPercent(bonusBps)} bonus`;
  const days = Math.max(1, Math.round(locked.months * 30.4));
  if (locked.months < 1) return [row(what, "at once", `spent within ${formatPlural(days, "day")} at this use`)];
  const rate = formatPercent(Math.round(locked.breakEvenYearlyRate * 10_000));
  return [row(what, `below ${rate} interest a year`, `lasts ${locked.months.toFixed(1)} months at this use`)];
}

const row = (what: string, pays: string, because: string): PointLine => ({ what, pays, because });

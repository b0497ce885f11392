import { cardFor, type OfferCards, weekHours } from "../offer/card.ts";
import type { Gap, Prices, UnitPrices } from "../offer/meter.ts";
import type { Offer } from "../offer/offer.ts";
import { type BilledCard, billedCard, type MeterAssumption } from "./billed-card.ts";
import type { Workload } from "./workload.ts";

/** A month in dollars, by what is billed. Computed and shown, never stored. */
export interface MonthParts {
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly output: number;
  /** Prices per call, whatever its length. */
  readonly request: number;
  readonly webSearch: number;
}

/** What the figure takes for granted; said next to it, in this order. */
export const ASSUMPTIONS = [
  "cacheReadBilledAsInput",
  "cacheReadFromStandard",
  "cacheWriteBilledAsInput",
  "cacheWriteUnderInput",
  "cacheWriteAtMakersMultiple",
  "cacheWriteAsSurcharge",
  "cacheWrite1hBilledAs5m",
  "longPromptAtMakersMultiple",
  "webSearchUnpriced",
  "batchBilledAsStandard",
  /** Set by who ranks the offers: there is a batch price, and it is too old to count. */
  "olderBatchNotCounted",
  "batchDearerThanStandard",
  "allRequestsWait",
  "windowsWeighted",
  "hoursAsAtMaker",
  "reasoningBilledAsOutput",
  "unreadMeters",
] as const satisfies readonly (MeterAssumption | string)[];
export type Assumption = (typeof ASSUMPTIONS)[number];

/** What is wrong with a workload, to be said beside the field. */
export interface WorkloadProblem {
  readonly field: keyof Workload;
  readonly problem: "notACount" | "notAShare" | "sharesAboveOne";
}

export type MonthCost =
  | { readonly kind: "priced"; readonly usd: number; readonly parts: MonthParts; readonly assumptions: readonly Assumption[] }
  | { readonly kind: "unpriced"; readonly meter: "input" | "output"; readonly why: Gap }
  | ({ readonly kind: "invalid" } & WorkloadProblem);

type Unpriced = Extract<MonthCost, { kind: "unpriced" }>;

/** What the engine reads of an offer. */
export type CostedOffer = Pick<Offer, "model" | "tier" | "prices" | "conditions" | "gaps" | "unitPrices" | "unreadMeters"> &
  Pick<OfferCards, "assumedTiers" | "assumedWindows">;

/**
 * A workload's month at one offer before fees: R · ((1−b)·request(standard card) + b·request(batch card)), each request billed
 * whole at the card its prompt length picks, time windows weighted by `peakShare`. 100,000 requests of 2,000 + 500 tokens, half read from
 * cache, at 5/25 with cache reads at 0.5 cost $500 + $50 + $1,250 = $1,800.
 *
 * What waits for a batch that costs more than standard is billed as standard, and said to be.
 * `standardOffer` is the standard card that a discount offer is sold beside: cache prices it lacks fall back to it (`billedCard`).
 * Sums run in pico-dollars, where tokens times price is an integer, and are divided once; shares count to the millionth, so that what is
 * left of a whole is exact too. The relative error stays below 1e-14: a hundredth of a cent at $10 billion.
 */
export function monthCost(
  offer: CostedOffer,
  workload: Workload,
  batchOffer: CostedOffer | null,
  standardOffer: CostedOffer | null = null,
): MonthCost {
  const problem = problemOf(workload);
  if (problem !== null) return { kind: "invalid", ...problem };
  const waitingParts = millionths(workload.batchShare);
  const waiting = (workload.requests * waitingParts) / WHOLE;
  const immediate = (workload.requests * (WHOLE - waitingParts)) / WHOLE;
  const { batched, isPriced, isDearer } = waitingBill({ offer, batchOffer, standardOffer }, workload, waiting);
  if (batched !== null && waitingParts === WHOLE) return priced(batched.pico, batched.assumptions);
  const standard = billOf(offer, workload, batched === null ? workload.requests : immediate, standardOffer);
  if (standard.kind === "unpriced") return standard;
  const unbatched = waiting > 0 && !isPriced && offer.tier !== "batch";
  return priced(batched === null ? standard.pico : addParts(standard.pico, batched.pico), [
    ...standard.assumptions,
    ...(batched?.assumptions ?? []),
    ...(unbatched ? ["batchBilledAsStandard" as const] : []),
    ...(isDearer ? ["batchDearerThanStandard" as const] : []),
    ...(offer.tier === "batch" && waitingParts < WHOLE ? ["allRequestsWait" as const] : []),
  ]);
}

/** An offer and those of other tiers that it is sold beside. */
interface OfferBeside {
  readonly offer: CostedOffer;
  readonly batchOffer: CostedOffer | null;
  readonly standardOffer: CostedOffer | null;
}

/** What waits at its batch card, where that costs no more: OpenRouter's batch may run at a more expensive host than its standard price. */
function waitingBill({ offer, batchOffer, standardOffer }: OfferBeside, workload: Workload, waiting: number) {
  const batch = waiting > 0 && batchOffer !== null ? billOf(batchOffer, workload, waiting, offer) : null;
  if (batch === null || batch.kind === "unpriced") return { batched: null, isPriced: false, isDearer: false };
  const direct = billOf(offer, workload, waiting, standardOffer);
  const isDearer = direct.kind === "bill" && totalOf(batch.pico) > totalOf(direct.pico);
  return { batched: isDearer ? null : batch, isPriced: true, isDearer };
}

/** The first thing wrong with a workload, or null. A sum of shares over 1 by float noise alone is 1. */
export function problemOf(workload: Workload): WorkloadProblem | null {
  for (const field of ["requests", "inputTokens", "outputTokens"] as const) {
    if (!Number.isSafeInteger(workload[field]) || workload[field] < 0) return { field, problem: "notACount" };
  }
  for (const field of ["cachedShare", "cacheWriteShare", "batchShare", "peakShare"] as const) {
    const share = workload[field];
    if (share !== null && !(share >= 0 && share <= 1)) return { field, problem: "notAShare" };
  }
  const cached = workload.cachedShare + workload.cacheWriteShare;
  return cached > 1 + 1e-9 ? { field: "cacheWriteShare", problem: "sharesAboveOne" } : null;
}

/** Dollars per call from `unitPrices.request`: `{ amount: "5", per: "1000 requests" }` → 0.005. */
export function usdPerRequest(unitPrices: UnitPrices): number {
  return usdPerUnit(unitPrices, "request") ?? 0;
}

/** Dollars for one of a unit, null where nobody says. */
export function usdPerUnit(unitPrices: UnitPrices, unit: string): number | null {
  const price = unitPrices[unit];
  if (price === undefined) return null;
  return Number(price.amount) / Number(/^[\d,]+/.exec(price.per)?.[0].replaceAll(",", "") ?? 1);
}

/** Searches at a price equal to the request's are in it, the first one that is: a model that searches with each request bills it there. */
function searchesUsd(unitPrices: UnitPrices, searches: number): number {
  const usd = usdPerUnit(unitPrices, "webSearch") ?? 0;
  return usd * Math.max(0, usd === usdPerRequest(unitPrices) ? searches - 1 : searches);
}

/** A month of nothing: where a sum begins. */
export const NO_PARTS: MonthParts = { input: 0, cacheRead: 0, cacheWrite: 0, output: 0, request: 0, webSearch: 0 };
const PICO = 1e12;
/** Shares are whole millionths inside, so that 1 − c − w carries no noise. */
const WHOLE = 1_000_000;
const millionths = (share: number): number => Math.round(share * WHOLE);

/** A sum on the way to a month, in pico-dollars: tokens times millionths of a dollar per million tokens. */
interface Bill {
  readonly kind: "bill";
  readonly pico: MonthParts;
  readonly assumptions: readonly Assumption[];
}

/** So many requests at one offer's own cards, hours of the week weighted. */
function billOf(offer: CostedOffer, workload: Workload, requests: number, standard: CostedOffer | null): Bill | Unpriced {
  const bills: HoursBill[] = [];
  for (const { windows, minutes } of weekHours(offer)) {
    const cards = { card: cardFor(offer, workload.inputTokens, windows), standard: standardCard(standard, workload) };
    const bill = cardBill(cards, offer, workload, requests);
    if (bill.kind === "unpriced") return bill;
    bills.push({ ...bill, inside: windows.length > 0, minutes });
  }
  const assumptions = bills.flatMap((bill) => bill.assumptions);
  const weighted = bills.length > 1 ? [...assumptions, "windowsWeighted" as const] : assumptions;
  return { kind: "bill", pico: weighHours(bills, workload.peakShare), assumptions: weighted };
}

interface HoursBill extends Bill {
  readonly inside: boolean;
  readonly minutes: number;
}

/**
 * Without a stated peak share the hours weigh by the clock. With one, it is the share of the more expensive side, inside the windows or outside them:
 * one source writes the peak as a window over an off-peak base, another the discount as a window over a peak base.
 */
function weighHours(bills: readonly HoursBill[], peakShare: number | null): MonthParts {
  const inside = bills.filter((bill) => bill.inside);
  const outside = bills.filter((bill) => !bill.inside);
  if (peakShare === null || inside.length === 0 || outside.length === 0) return byClock(bills);
  const [a, b] = [byClock(inside), byClock(outside)];
  const [peak, offPeak] = totalOf(a) >= totalOf(b) ? [a, b] : [b, a];
  const peakParts = millionths(peakShare);
  return addParts(scale(peak, peakParts / WHOLE), scale(offPeak, (WHOLE - peakParts) / WHOLE));
}

function byClock(bills: readonly HoursBill[]): MonthParts {
  const [only] = bills;
  if (only !== undefined && bills.length === 1) return only.pico;
  const minutes = bills.reduce((sum, bill) => sum + bill.minutes, 0);
  return bills.reduce((sum, bill) => addParts(sum, scale(bill.pico, bill.minutes / minutes)), NO_PARTS);
}

/** What a discount card falls back to: the card of the same prompt length at the standard offer it is a discount on. */
const standardCard = (standard: CostedOffer | null, workload: Workload): Prices | null =>
  standard === null ? null : cardFor(standard, workload.inputTokens, []);

interface AppliedCards {
  /** The card that the prompt length and the hour pick. */
  readonly card: Prices;
  /** What it falls back to. */
  readonly standard: Prices | null;
}

/** So many requests at one card. */
function cardBill({ card, standard }: AppliedCards, offer: CostedOffer, workload: Workload, requests: number): Bill | Unpriced {
  const { input, output } = card;
  if (input === undefined && workload.inputTokens > 0) return unpriced("input", offer);
  if (output === undefined && workload.outputTokens > 0) return unpriced("output", offer);
  const { cached, written, hour } = partsOf(workload);
  const tokens = requests * workload.inputTokens;
  const billed = billedCard(card, standard, offer.model);
  const pico = {
    input: ((tokens * (WHOLE - cached - written)) / WHOLE) * (input ?? 0),
    cacheRead: ((tokens * cached) / WHOLE) * billed.cacheRead,
    cacheWrite: ((tokens * written) / WHOLE) * ((billed.cacheWrite5m * (WHOLE - hour) + billed.cacheWrite1h * hour) / WHOLE),
    output: requests * workload.outputTokens * (output ?? 0),
    request: requests * usdPerRequest(offer.unitPrices) * PICO,
    webSearch: requests * searchesUsd(offer.unitPrices, workload.webSearches ?? 0) * PICO,
  };
  return { kind: "bill", pico, assumptions: [...cacheAssumptions(billed, workload), ...meterAssumptions(card, offer, workload)] };
}

/** The shares of a workload in whole millionths: of the input what is read from the cache and written to it, of the written what is kept for an hour. */
function partsOf({ cachedShare, cacheWriteShare, cacheWriteTtl, cacheWrite1hShare }: Workload) {
  const cached = millionths(cachedShare);
  const written = Math.min(millionths(cacheWriteShare), WHOLE - cached);
  return { cached, written, hour: millionths(cacheWrite1hShare ?? (cacheWriteTtl === "1h" ? 1 : 0)) };
}

function cacheAssumptions(billed: BilledCard, workload: Workload): readonly Assumption[] {
  const { cached, written, hour } = partsOf(workload);
  const counted = [
    cached > 0 ? billed.assumed.cacheRead : null,
    written > 0 && hour < WHOLE ? billed.assumed.cacheWrite5m : null,
    written > 0 && hour > 0 ? billed.assumed.cacheWrite1h : null,
  ];
  return counted.filter((assumption) => assumption !== null);
}

function meterAssumptions(card: Prices, offer: CostedOffer, workload: Workload): readonly Assumption[] {
  const searchesUnpriced = (workload.webSearches ?? 0) > 0 && usdPerUnit(offer.unitPrices, "webSearch") === null;
  const assumed = offer.assumedTiers?.filter(({ promptTokensAbove }) => workload.inputTokens > promptTokensAbove) ?? [];
  return [
    ...assumed.map(() => "longPromptAtMakersMultiple" as const),
    ...(offer.assumedWindows === undefined ? [] : ["hoursAsAtMaker" as const]),
    ...(searchesUnpriced ? ["webSearchUnpriced" as const] : []),
    ...(card.reasoning !== undefined && card.reasoning !== card.output ? ["reasoningBilledAsOutput" as const] : []),
    ...(offer.unreadMeters.length > 0 ? ["unreadMeters" as const] : []),
  ];
}

const unpriced = (meter: "input" | "output", offer: CostedOffer): Unpriced => ({
  kind: "unpriced",
  meter,
  why: offer.gaps[meter] ?? "unknown",
});

const priced = (pico: MonthParts, stated: readonly Assumption[]): MonthCost => ({
  kind: "priced",
  usd: totalOf(pico) / PICO,
  parts: eachPart((part) => pico[part] / PICO),
  assumptions: stated.length === 0 ? stated : ASSUMPTIONS.filter((assumption) => stated.includes(assumption)),
});

const totalOf = ({ input, cacheRead, cacheWrite, output, request, webSearch }: MonthParts): number =>
  input + cacheRead + cacheWrite + output + request + webSearch;
const scale = (parts: MonthParts, factor: number): MonthParts => eachPart((part) => parts[part] * factor);
/** Part by part. */
export const addParts = (a: MonthParts, b: MonthParts): MonthParts => eachPart((part) => a[part] + b[part]);

const eachPart = (amount: (part: keyof MonthParts) => number): MonthParts => ({
  input: amount("input"),
  cacheRead: amount("cacheRead"),
  cacheWrite: amount("cacheWrite"),
  output: amount("output"),
  request: amount("request"),
  webSearch: amount("webSearch"),
});

import { integerToDecimal } from "../money/decimal.ts";
import { valueOn } from "../money/fact.ts";
import { bonusBpsFor, DEFAULT_PURCHASE } from "../purchase/purchase.ts";
import { feeScheduleOn, type Platform } from "./platform.ts";

/** What one platform says of itself in a number. */
export const PLATFORM_FIGURES = [
  "cardFeePercent",
  "cryptoFeePercent",
  "cardFeeMinimumUsd",
  "byokFeePercent",
  "tokenMarkupPercent",
  "maxDiscountPercent",
  "bonusPercent",
  "creditUsd",
  "batchDiscountPercent",
  "freeRequestsPerMinute",
] as const;
export type PlatformFigure = (typeof PLATFORM_FIGURES)[number];

/** What one platform is or has, or not. */
export const PLATFORM_TRAITS = [
  "open",
  "hostsModels",
  "chargesTopUpFee",
  "freeTier",
  "plans",
  "byok",
  "byokFee",
  "batch",
  "prepaidBonus",
  "marksUpTokens",
] as const;
export type PlatformTrait = (typeof PLATFORM_TRAITS)[number];

/**
 * A figure as it was on a day, decimal text: OpenRouter's card fee → `"5.5"`. `topUpCents` counts for the bonus and the credit it makes:
 * TokenMart on 9,900 → `"20"` and `"118.8"`. Null = not known.
 */
export function platformFigure(platform: Platform, figure: PlatformFigure, day: string, topUpCents: number): string | null {
  const schedule = feeScheduleOn(platform, day);
  const feeOf = (method: "card" | "crypto") => schedule.topUp?.find((fee) => fee.method === method);
  switch (figure) {
    case "cardFeePercent":
      return percent(feeOf("card")?.percentBps ?? (schedule.topUp?.length === 0 ? 0 : null));
    case "cryptoFeePercent":
      return percent(feeOf("crypto")?.percentBps ?? null);
    case "cardFeeMinimumUsd":
      return dollars(feeOf("card")?.minimumCents ?? null);
    case "byokFeePercent":
      return percent(schedule.byok?.percentBps ?? null);
    case "tokenMarkupPercent":
      return percent(schedule.tokenMarkupBps);
    case "maxDiscountPercent":
      return percent(valueOn(platform.statedDiscount, day)?.toBps ?? null);
    case "bonusPercent":
      return platform.fees.bonuses === undefined ? null : percent(bonusBps(platform, day, topUpCents));
    case "creditUsd":
      return platform.fees.bonuses === undefined
        ? null
        : dollars((topUpCents * (10_000 + bonusBps(platform, day, topUpCents))) / 10_000);
    case "batchDiscountPercent":
      return percent(batchDiscountBps(platform));
    case "freeRequestsPerMinute":
      return valueOn(platform.freeTier, day)?.requestsPerMinute?.toString() ?? null;
    default:
      return figure satisfies never;
  }
}

/** Whether a platform is or has something on a day; null = not known. */
export function platformTrait(platform: Platform, trait: PlatformTrait, day: string): boolean | null {
  const { topUp, byok } = feeScheduleOn(platform, day);
  switch (trait) {
    case "open":
      return platform.closedOn === undefined ? platform.status === "open" : day < platform.closedOn;
    case "hostsModels":
      return platform.kind === "direct" || platform.kind === "cloud" || platform.kind === "host";
    case "chargesTopUpFee":
      return topUp === null ? null : topUp.some((fee) => fee.percentBps > 0 || fee.minimumCents > 0);
    case "freeTier":
      return valueOn(platform.freeTier, day)?.offered ?? null;
    case "plans":
      return valueOn(platform.plans, day)?.offered ?? null;
    case "byok":
      return valueOn(platform.byokSupport, day)?.offered ?? null;
    case "byokFee":
      return isPositive(byok?.percentBps ?? null);
    case "batch":
      return platform.batch === undefined ? null : batchDiscountBps(platform) !== null;
    case "marksUpTokens":
      return isPositive(feeScheduleOn(platform, day).tokenMarkupBps);
    case "prepaidBonus":
      return platform.fees.bonuses === undefined ? null : feeScheduleOn(platform, day).bonuses.length > 0;
    default:
      return trait satisfies never;
  }
}

const isPositive = (bps: number | null): boolean | null => (bps === null ? null : bps > 0);

/** As it is advertised: a bonus for a first top-up counts. */
const bonusBps = (platform: Platform, day: string, topUpCents: number): number =>
  bonusBpsFor(feeScheduleOn(platform, day).bonuses, { ...DEFAULT_PURCHASE, topUpCents, firstTopUp: true });

/** Of the first batch rule that says a share: 5000 = half off. */
function batchDiscountBps({ batch }: Platform): number | null {
  const share = batch?.find(({ value }) => value.inputOfBps !== undefined)?.value.inputOfBps;
  return share === undefined ? null : 10_000 - share;
}

const percent = (bps: number | null): string | null => (bps === null ? null : integerToDecimal(bps * 10_000));
const dollars = (cents: number | null): string | null => (cents === null ? null : integerToDecimal(cents * 10_000));

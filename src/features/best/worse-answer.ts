import type { WorseAnswer } from "../../domain/cost/workload.ts";
import { formatCount, formatRoundUsd } from "../../site/format.ts";

/** What a worse answer may cost on the slider: from a tenth of a cent to a hundred dollars, ten round sums for every power of ten. */
export const LEAST_WORSE_ANSWER = 0.001;
export const MOST_WORSE_ANSWER = 100;
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
const DECADES = Math.log10(MOST_WORSE_ANSWER / LEAST_WORSE_ANSWER);
export const SLIDER_STEPS = DECADES * ROUND.length;

/** Where a price of a worse answer lies between the ends, as a share: $0.01 → 0.2, $1 → 0.6. What lies beyond is at the end. */
export function sliderShare(usd: number): number {
  const share = Math.log10(usd / LEAST_WORSE_ANSWER) / DECADES;
  return Math.min(1, Math.max(0, share));
}

/** The slider's step for a price, the nearest. */
export const sliderStep = (usd: number): number => Math.round(sliderShare(usd) * SLIDER_STEPS);

/** The price at a step of the slider: 10 → $0.01, 12 → $0.015, 13 → $0.02. */
export function worseAnswerAt(step: number): number {
  const power = Math.floor(step / ROUND.length);
  return Number(((ROUND[step % ROUND.length] ?? 1) * LEAST_WORSE_ANSWER * 10 ** power).toPrecision(3));
}

/** `$0.0032`, `$0.013`, `$0.10`, `$0.60`, `$1`, `$1.48`, `$101`: what a worse answer costs, in words. Under a dime two digits that count. */
export function worseAnswerText(usd: number): string {
  if (usd >= 10) return `$${formatCount(usd)}`;
  return usd < 0.0995 ? `$${Number(usd.toPrecision(2)).toFixed(Math.max(2, decimalsOf(usd)))}` : formatRoundUsd(usd);
}

/**
 * `Unless you say otherwise, a worse answer costs $1.50 here: one in 10 takes 10 minutes of a developer’s time at $90 an hour, $15. It is found in review.`
 */
export function reasonText({ usd, minutes, whose, usdPerHour, oneIn, why }: WorseAnswer): string {
  const time = minutes < 1 ? `${minutes * 60} seconds` : `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  const cost = worseAnswerText(usd * oneIn);
  return `Unless you say otherwise, a worse answer costs ${worseAnswerText(usd)} here: one in ${oneIn} takes ${time} of ${whose} time at ${worseAnswerText(usdPerHour)} an hour, ${cost}. ${why}`;
}

/** Decimals that two digits that count need: 0.0032 → 4, 0.05 → 2. */
const decimalsOf = (usd: number): number =>
  usd === 0 ? 0 : (Number(usd.toPrecision(2)).toFixed(12).replace(/0+$/, "").split(".")[1] ?? "").length;

/** The marks below the slider. */
export const SLIDER_MARKS: readonly number[] = [0.001, 0.01, 0.1, 1, 10, 100];

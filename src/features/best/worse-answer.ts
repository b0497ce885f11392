import { formatCount, formatRoundUsd } from "../../site/format.ts";

/** What a worse answer may cost on the slider: from a tenth of a cent to a hundred dollars, even steps of its logarithm. */
export const LEAST_WORSE_ANSWER = 0.001;
export const MOST_WORSE_ANSWER = 100;
export const SLIDER_STEPS = 250;

const DECADES = Math.log10(MOST_WORSE_ANSWER / LEAST_WORSE_ANSWER);

/** Where a price of a worse answer lies between the ends, as a share: $0.01 → 0.2, $1 → 0.6. What lies beyond stands at the end. */
export function sliderShare(usd: number): number {
  const share = Math.log10(usd / LEAST_WORSE_ANSWER) / DECADES;
  return Math.min(1, Math.max(0, share));
}

/** The slider's step for a price. */
export const sliderStep = (usd: number): number => Math.round(sliderShare(usd) * SLIDER_STEPS);

/** The price at a step of the slider, in two digits: 50 → $0.01, 57 → $0.019. */
export const worseAnswerAt = (step: number): number =>
  Number((LEAST_WORSE_ANSWER * 10 ** ((step / SLIDER_STEPS) * DECADES)).toPrecision(2));

/** `$0.0023`, `$0.09`, `$0.60`, `$1`, `$1.48`, `$101`: what a worse answer costs, in words. */
export const worseAnswerText = (usd: number): string => (usd >= 10 ? `$${formatCount(usd)}` : formatRoundUsd(usd));

/** The marks below the slider. */
export const SLIDER_MARKS: readonly number[] = [0.001, 0.01, 0.1, 1, 10, 100];

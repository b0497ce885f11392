/** What one part of `npm run verify` found: figures to print, and what does not hold. No failures = it holds. */
export interface VerifyResult {
  readonly title: string;
  /** Each a sentence with its measured figure. */
  readonly figures: readonly string[];
  readonly failures: readonly string[];
}

/** 0.8714 → `87.1 %`. */
export const percentText = (share: number): string => `${(share * 100).toFixed(1)} %`;

import type { MixLine } from "../../src/domain/cost/mix-line.ts";
import { aWorkload } from "./a-workload.ts";

/** A line that counts tokens: so many of them read in prompts of 2,000; say what differs. */
export const aTokenLine = (model: string, inputTokens: number, overrides: Partial<MixLine> = {}): MixLine => ({
  model,
  workload: aWorkload({ requests: 1, inputTokens }),
  promptTokens: 2_000,
  ownPrices: new Map(),
  ...overrides,
});

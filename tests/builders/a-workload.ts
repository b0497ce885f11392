import type { Workload, WorkloadPreset, WorseAnswer } from "../../src/domain/cost/workload.ts";

/** A thousand requests of a thousand tokens in and none out, nothing cached, nothing waiting; say what differs. */
export const aWorkload = (overrides: Partial<Workload> = {}): Workload => ({
  requests: 1_000,
  inputTokens: 1_000,
  outputTokens: 0,
  cachedShare: 0,
  cacheWriteShare: 0,
  cacheWriteTtl: "5m",
  batchShare: 0,
  peakShare: null,
  ...overrides,
});

/** A worse answer that costs a cent. */
export const A_CENT: WorseAnswer = {
  ...{ usd: 0.01, minutes: 0.5, whose: "a reader’s", usdPerHour: 24, oneIn: 20 },
  why: "Asked once more.",
};

/** The same as a preset: `coding-agent` is called *Coding agent*; say what differs. */
export const aPreset = (id: string, overrides: Partial<Workload> = {}): WorkloadPreset => ({
  id,
  name: `${id.slice(0, 1).toUpperCase()}${id.slice(1).replaceAll("-", " ")}`,
  meaning: "Somebody asks.",
  worseAnswer: A_CENT,
  ...aWorkload(overrides),
});

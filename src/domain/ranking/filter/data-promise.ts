import type { DataPolicy } from "../../platform/platform.ts";

/** What a seller may promise about what is sent to it; the strictest last. */
export const DATA_PROMISES = ["any", "no-training", "zero-retention"] as const;
export type DataPromise = (typeof DATA_PROMISES)[number];

/**
 * The strictest promise a platform states for paid API traffic, by default and without a contract: that it does not train on it, or also that
 * it keeps nothing. What it does not say is no promise: `{ trainsOnApiData: false, retentionDays: null }` is `no-training`.
 */
export function dataPromise(policy: Pick<DataPolicy, "trainsOnApiData" | "retentionDays"> | null): DataPromise {
  if (policy?.trainsOnApiData !== false) return "any";
  return policy.retentionDays === 0 ? "zero-retention" : "no-training";
}

/** Whether what a platform promises is as strict as what is asked: `zero-retention` keeps `no-training`, not the other way round. */
export const keepsPromise = (promise: DataPromise, leastPromise: DataPromise): boolean =>
  DATA_PROMISES.indexOf(promise) >= DATA_PROMISES.indexOf(leastPromise);

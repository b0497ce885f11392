import { expect, test } from "vitest";
import { DATA_PROMISES, dataPromise, keepsPromise } from "./data-promise.ts";

test.each([
  [null, ["any"]],
  [{ trainsOnApiData: true, retentionDays: 0 }, ["any"]],
  [{ trainsOnApiData: null, retentionDays: 0 }, ["any"]],
  [{ trainsOnApiData: false, retentionDays: null }, ["any", "no-training"]],
  [{ trainsOnApiData: false, retentionDays: 30 }, ["any", "no-training"]],
  [{ trainsOnApiData: false, retentionDays: 0 }, ["any", "no-training", "zero-retention"]],
])("who states %j keeps %j", (policy, kept) => {
  expect(DATA_PROMISES.filter((promise) => keepsPromise(dataPromise(policy), promise))).toEqual(kept);
});

import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { standardInputs } from "./standard-inputs.ts";

test("a ladder has the standard offers' inputs that are paid and not in doubt", () => {
  const inputs = standardInputs({
    rows: [
      { prices: { input: "1", output: "2" } },
      { prices: { input: "0.04", output: "2" }, doubts: [{ rule: "cacheAboveInput" as const, cacheRead: 2, input: 1 }] },
      { prices: { input: "0", output: "2" } },
      { prices: { output: "2" } },
      { prices: { input: "0.5", output: "1" }, tier: "batch" as const },
      { prices: { input: "3", output: "2" } },
    ].map((each) => ({ offer: anOffer(each) })),
  });
  expect(inputs).toEqual([1_000_000, 3_000_000]);
});

import { expect, test } from "vitest";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { distanceFromPlain } from "./distance-from-plain.ts";

test.each<[OfferOverrides, number]>([
  [{}, 0],
  [{ region: "global" }, 0],
  [{ quantization: "fp8" }, 1],
  [{ region: "eu" }, 2],
  [{ region: "eu", quantization: "fp8" }, 3],
  [{ variant: "turbo" }, 4],
  [{ variant: "turbo", region: "eu", quantization: "fp8" }, 7],
  [{ host: "hostly" }, 8],
])("%j is %d from the plain offer: a variant is odder than a region and a precision together", (overrides, steps) => {
  expect(distanceFromPlain(anOffer(overrides))).toBe(steps);
});

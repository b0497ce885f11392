import { expect, test } from "vitest";
import { aFact, aPlatform } from "../../../tests/builders/platform/a-platform.ts";
import { type PlatformFigure, type PlatformTrait, platformFigure, platformTrait } from "./platform-figure.ts";

const DAY = "2026-08-22";
const router = (differs: object = {}) =>
  aPlatform({
    kind: "router",
    api: aFact({ baseUrl: "https://api.acme.test/v1", speaks: ["openai"], keyEnv: null }),
    ...differs,
  });

/** A router that takes 5.5 % by card and 5 % in crypto, gives 20 % on $99 and 4 % on $499, and half off for batch. */
const full = router({
  fees: {
    topUp: aFact([
      { method: "card", percentBps: 550, minimumCents: 80 },
      { method: "crypto", percentBps: 500, minimumCents: 0 },
    ]),
    bonuses: aFact([
      { fromCents: 9_900, bonusBps: 2000, firstTopUpOnly: false },
      { fromCents: 49_900, bonusBps: 400, firstTopUpOnly: false },
    ]),
    byok: aFact({ percentBps: 500, allowance: null }),
    tokenMarkupBps: aFact(0),
  },
  statedDiscount: aFact({ fromBps: 1500, toBps: 6500, says: "15–65 % below list." }),
  batch: [...aFact({ scope: "no share stated" }), ...aFact({ scope: "all models", inputOfBps: 5000 })],
  freeTier: aFact({ offered: true, says: "Yes." }),
  plans: aFact({ offered: false, says: "None." }),
  byokSupport: aFact({ offered: true, says: "Yes." }),
});
const unknown = router();

test.each<[PlatformFigure, number, string]>([
  ["cardFeePercent", 10_000, "5.5"],
  ["cryptoFeePercent", 10_000, "5"],
  ["cardFeeMinimumUsd", 10_000, "0.8"],
  ["byokFeePercent", 10_000, "5"],
  ["tokenMarkupPercent", 10_000, "0"],
  ["maxDiscountPercent", 10_000, "65"],
  ["bonusPercent", 9_900, "20"],
  ["bonusPercent", 49_900, "4"],
  ["bonusPercent", 1_000, "0"],
  ["creditUsd", 9_900, "118.8"],
  ["batchDiscountPercent", 10_000, "50"],
])("%s on a top-up of %d cents is %s, and unknown where it was not read", (figure, topUpCents, value) => {
  expect(platformFigure(full, figure, DAY, topUpCents)).toBe(value);
  expect(platformFigure(unknown, figure, DAY, topUpCents)).toBeNull();
});

test("known to be free of a top-up fee is zero, not unknown", () => {
  const free = router({ fees: { topUp: aFact([]) } });
  expect(platformFigure(free, "cardFeePercent", DAY, 10_000)).toBe("0");
  expect(platformTrait(free, "chargesTopUpFee", DAY)).toBe(false);
});

test.each<[PlatformTrait, boolean, boolean | null]>([
  ["open", true, true],
  ["hostsModels", false, false],
  ["chargesTopUpFee", true, null],
  ["freeTier", true, null],
  ["plans", false, null],
  ["byok", true, null],
  ["byokFee", true, null],
  ["batch", true, null],
  ["prepaidBonus", true, null],
])("%s is %s where it was read, %s where not", (trait, known, unread) => {
  expect(platformTrait(full, trait, DAY)).toBe(known);
  expect(platformTrait(unknown, trait, DAY)).toBe(unread);
});

test("a closed platform was open until the day it closed", () => {
  const closed = router({ kind: "host", status: "closed", closedOn: "2024-08-01" });
  expect(platformTrait(closed, "open", "2024-07-31")).toBe(true);
  expect(platformTrait(closed, "open", "2024-08-01")).toBe(false);
  expect(platformTrait(closed, "hostsModels", DAY)).toBe(true);
});

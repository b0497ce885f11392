import { describe, expect, test } from "vitest";
import { billedCard } from "../domain/cost/billed-card.ts";
import { monthCost } from "../domain/cost/landed-cost.ts";
import { standardBeside } from "../domain/ranking/cheapest.ts";
import type { AssessedOffer } from "../domain/source/assessed-offer.ts";
import { offers, presets } from "./catalog.ts";

/** Missing is never cheaper, over the whole catalogue: by construction, whatever a night brings. */

const CACHED = [0, 0.5, 0.95, 1];
const standards = standardBeside(offers);
const usdOf = (...[offer, workload, batch, standard]: Parameters<typeof monthCost>): number | null => {
  const month = monthCost(offer, workload, batch, standard);
  return month.kind === "priced" ? month.usd : null;
};

describe.each(presets)("$id", (preset) => {
  test.each(CACHED)("with %d of the input cached no batch costs more than the same calls without it", (cachedShare) => {
    const workload = {
      ...preset,
      cachedShare,
      cacheWriteShare: Math.min(preset.cacheWriteShare, 1 - cachedShare),
      batchShare: 0,
    };
    const dearer = offers.filter((batch) => {
      const standard = standards.get(batch.id);
      if (batch.tier !== "batch" || standard === undefined) return false;
      const [without, waiting] = [usdOf(standard, workload, null), usdOf(standard, { ...workload, batchShare: 1 }, batch)];
      return without !== null && waiting !== null && waiting > without * (1 + 1e-9);
    });
    expect(dearer.map(({ id }) => id)).toEqual([]);
  });
});

/** The base card and each that a condition puts over it. */
const cardsOf = ({ prices, conditions }: AssessedOffer) => [
  prices,
  ...conditions.map((condition) => ({ ...prices, ...condition.prices })),
];

test("no cache write bills under input, and what bills at another figure than its own is said to", () => {
  const wrong = offers.flatMap((offer) =>
    cardsOf(offer).flatMap((card) => {
      const { input = 0, cacheWrite5m: own } = card;
      const { cacheWrite5m, assumed } = billedCard(card, null, offer.model);
      const isSaid = own === cacheWrite5m || assumed.cacheWrite5m !== null;
      return cacheWrite5m >= input && isSaid ? [] : [offer.id];
    }),
  );
  expect(wrong).toEqual([]);
});

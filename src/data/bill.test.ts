import { describe, expect, test } from "vitest";
import { aWorkload } from "../../tests/builders/a-workload.ts";
import { billedCard } from "../domain/cost/billed-card.ts";
import { monthCost } from "../domain/cost/landed-cost.ts";
import { isPromptCondition } from "../domain/offer/condition.ts";
import { isListSeller } from "../domain/offer/list-seller.ts";
import { standardBeside } from "../domain/ranking/cheapest.ts";
import { listOffer, unconfirmedList } from "../domain/reference/delta.ts";
import type { AssessedOffer } from "../domain/source/assessed-offer.ts";
import { isFirstHand } from "../domain/source/evidence-class.ts";
import { models, offers, offersOf, presets, sellers } from "./catalog.ts";

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

const longestOf = ({ maxInputTokens, contextTokens }: AssessedOffer) =>
  Math.min(maxInputTokens ?? Number.POSITIVE_INFINITY, contextTokens ?? Number.POSITIVE_INFINITY);
const isSold = ({ maxInputTokens, status }: AssessedOffer) => maxInputTokens !== undefined && status !== "retired";

test("no seller that states no limit takes a longer prompt than its maker, where the maker's limit is known", () => {
  const limits = Map.groupBy(
    offers.filter((offer) => isSold(offer) && offer.host === null && isListSeller(sellers, offer.platform, offer.model)),
    ({ model }) => model,
  );
  const longer = [...limits].flatMap(([model, atMaker]) => {
    const most = Math.max(...atMaker.map(longestOf));
    return offersOf(model).filter((offer) => offer.maxInputTokens === undefined && longestOf(offer) > most);
  });
  expect(longer.map(({ id }) => id)).toEqual([]);
});

test("of closed weights that their maker sells no more nobody takes a longer prompt than two platforms state", () => {
  const closed = models.filter(({ openWeights }) => openWeights === false).map(({ id }) => offersOf(id));
  const orphaned = closed.filter((own) => !own.some(({ platform, model }) => isListSeller(sellers, platform, model)));
  const longer = orphaned.flatMap((own) => {
    const stated = own.filter(isSold);
    const isEnough = new Set(stated.map(({ platform }) => platform)).size > 1;
    return isEnough ? own.filter((offer) => longestOf(offer) > Math.max(...stated.map(longestOf))) : [];
  });
  expect(longer.map(({ id }) => id)).toEqual([]);
});

test("a prompt limit is less than the context it stands beside", () => {
  const needless = offers.filter(
    ({ maxInputTokens = 0, contextTokens }) => maxInputTokens >= (contextTokens ?? Number.POSITIVE_INFINITY),
  );
  expect(needless.map(({ id }) => id)).toEqual([]);
});

/** Requests read whole, without a cache or a batch. */
const PLAIN = { ...aWorkload(), cachedShare: 0, cacheWriteShare: 0, batchShare: 0, outputTokens: 0 };

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

test("no copy of a closed model undercuts its maker by leaving out what long prompts cost", () => {
  const undercut = models.flatMap(({ id, maker, openWeights }) => {
    const sold = offersOf(id);
    const list = openWeights === true ? null : (listOffer(sold, maker, sellers) ?? unconfirmedList(sold, maker, sellers));
    return (list?.conditions.filter(isPromptCondition) ?? []).flatMap(({ promptTokensAbove }) =>
      sold.filter((copy) => list !== null && isGaining(copy, list, promptTokensAbove)),
    );
  });
  expect(undercut.map(({ id }) => id)).toEqual([]);
});

/** Whether a copy that states no price for long prompts costs less of the list above the threshold than its base card does. */
function isGaining(copy: AssessedOffer, list: AssessedOffer, threshold: number): boolean {
  if (isFirstHand(copy.evidence) || isListSeller(sellers, copy.platform, copy.model)) return false;
  if (copy.tier === "free" || copy.conditions.some(isPromptCondition)) return false;
  if (copy.contextTokens !== null && copy.contextTokens <= threshold) return false;
  const shareAt = (inputTokens: number): number | null => {
    const [own, its] = [copy, list].map((offer) => usdOf(offer, { ...PLAIN, inputTokens }, null));
    return own == null || its == null || its === 0 ? null : own / its;
  };
  const [base, above] = [shareAt(1), shareAt(threshold + 1)];
  return base !== null && above !== null && above < base * (1 - 1e-12);
}

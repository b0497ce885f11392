import { compareConditions, type PromptCondition } from "../../../src/domain/offer/condition.ts";
import type { Meter, Prices } from "../../../src/domain/offer/meter.ts";
import type { LooseFields } from "./loose-row.ts";
import { changesAnything, readPrices } from "./token-prices.ts";

/** A catalogue's `cost` table, USD per million tokens, read. */
export interface Cost {
  readonly prices: Prices;
  readonly conditions: readonly PromptCondition[];
  /** Keys that may cost money and that we cannot read. */
  readonly unread: readonly string[];
}

/** The card of one tier of a table; `promptTokensAbove` null: its bound is no prompt length. */
export interface TierCard extends CostCard {
  readonly promptTokensAbove: number | null;
}

interface CostCard {
  readonly prices: Prices;
  readonly unread: readonly string[];
}

/** What a catalogue calls the meters, and the keys of a table that are no prices. */
export interface CostKeys {
  readonly meters: ReadonlyMap<string, Meter>;
  readonly notPrices: ReadonlySet<string>;
}

/** One card of a table. A zero is unknown unless the row is free. */
export function readCostCard(card: LooseFields, { meters, notPrices }: CostKeys, free: { readonly free: boolean }): CostCard {
  const keys = Object.keys(card).filter((key) => !notPrices.has(key));
  const raw = keys.flatMap((key) => {
    const meter = meters.get(key);
    return meter === undefined ? [] : [{ key, meter, value: card[key] }];
  });
  const { prices, unread } = readPrices(raw, "perMTok", free);
  return { prices, unread: [...unread, ...keys.filter((key) => !meters.has(key))] };
}

/** The table of a base card and its tiers; a tier that changes nothing is none. */
export const costTable = (base: CostCard, tiers: readonly TierCard[]): Cost => ({
  prices: base.prices,
  conditions: tiers
    .flatMap(({ promptTokensAbove, prices }) =>
      promptTokensAbove === null || !changesAnything(base.prices, prices) ? [] : [{ promptTokensAbove, prices }],
    )
    .toSorted(compareConditions),
  unread: [...new Set([...base.unread, ...tiers.flatMap(({ unread }) => unread)])].toSorted(),
});

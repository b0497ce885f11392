import { isDeepStrictEqual } from "node:util";
import type { Store } from "../../scripts/night/pipeline/store.ts";
import type { Json } from "./full-upstream.ts";
import { shown, written } from "./play-nights.ts";

/** Figures that no night of the quiet world shows, by offer. */
export function wrong(store: Store, right: Store): readonly string[] {
  const [now, was] = [shown(store).offers, shown(right).offers];
  return Object.keys(now).filter((id) => {
    const { prices, conditions } = now[id] ?? { prices: {}, conditions: [] };
    const isEmpty = Object.keys(prices).length === 0 && conditions.length === 0;
    return !isEmpty && JSON.stringify([prices, conditions]) !== JSON.stringify([was[id]?.prices, was[id]?.conditions]);
  });
}

/** Offers at over five times or under a fifth of what the quiet world asks: where one source is held, another's own price may take its place. */
export function farOff(store: Store, right: Store): readonly string[] {
  const was = new Map(right.offers.map(({ id, prices }) => [id, prices.input ?? 0]));
  return store.offers.flatMap(({ id, prices }) => {
    const [now, then] = [prices.input ?? 0, was.get(id) ?? 0];
    return now * then === 0 || Math.max(now, then) <= 5 * Math.min(now, then) ? [] : [id];
  });
}

/** What a quiet night has and this one has not. */
export function lost(store: Store, right: Store): readonly string[] {
  const now = new Set(idsOf(store));
  return idsOf(right).filter((id) => !now.has(id));
}

/** Of every model, then of every offer. */
export const idsOf = ({ models, offers }: Store): readonly string[] => [...models, ...offers].map(({ id }) => id);

/** Rows of models.dev and one more. */
export const withNew = (id: string, cost: Json) => (rows: Json) => ({
  ...rows,
  [id]: { id, name: id, cost, limit: { context: 128_000, output: 16_000 } },
});

/**
 * The names of the files that differ from the quiet world's. The same rows are the same text (`storeFiles`), and to hold rows against each other
 * takes a fifth of the time of writing them down.
 */
export function differing(store: Store, right: Store | undefined): readonly string[] {
  if (right !== undefined && isDeepStrictEqual(store, right)) return [];
  const [now, was] = [written(store), right === undefined ? {} : written(right)];
  return [...new Set([...Object.keys(now), ...Object.keys(was)])].filter((name) => now[name] !== was[name]);
}

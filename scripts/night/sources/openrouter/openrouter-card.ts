import type { Gaps, Meter, Prices } from "../../../../src/domain/offer/meter.ts";
import type { LooseFields } from "../loose-row.ts";
import type { Reading } from "../source.ts";
import { readMeters } from "./openrouter-meters.ts";
import { readOverrides } from "./openrouter-overrides.ts";

/** Everything a `pricing` object says. */
type Card = Pick<Reading, "prices" | "gaps" | "unitPrices" | "conditions" | "discountBps" | "unreadMeters">;

type CardRead = { readonly kind: "card"; readonly card: Card } | { readonly kind: "none"; readonly why: string };

const CACHE_METERS = [
  ["cacheRead", "input_cache_read"],
  ["cacheWrite5m", "input_cache_write"],
  ["cacheWrite1h", "input_cache_write_1h"],
] as const satisfies readonly (readonly [Meter, string])[];

/**
 * OpenRouter's `pricing` → a card. `-1` depends on the routed model: no card. A zero input or output that is not a free variant's
 * is unknown. The card is complete, so a cache price it lacks is not sold. `discount` is already in the price.
 */
export function readOpenrouterCard(pricing: LooseFields, { free }: { readonly free: boolean }): CardRead {
  const { prices, unitPrices, unread } = readMeters(pricing, { free });
  if (unread.includes("prompt") || unread.includes("completion")) return { kind: "none", why: whyNone(pricing) };
  const { base, conditions, unread: unreadOverrides } = readOverrides(prices, pricing["overrides"], { free });
  const unreadMeters = [...new Set([...unread, ...unreadOverrides])].sort();
  const gaps = base.input === undefined ? {} : cacheGaps(base, unread);
  const discountBps = discountOf(pricing["discount"]);
  return { kind: "card", card: { prices: base, gaps, unitPrices, conditions, discountBps, unreadMeters } };
}

function whyNone({ prompt, completion }: LooseFields): string {
  const negative = [prompt, completion].some(
    (price) => (typeof price === "string" || typeof price === "number") && Number(price) < 0,
  );
  return negative ? "price depends on the routed model (-1)" : "price is no number";
}

function cacheGaps(prices: Prices, unread: readonly string[]): Gaps {
  const absent = CACHE_METERS.filter(([meter, key]) => prices[meter] === undefined && !unread.includes(key));
  return Object.fromEntries(absent.map(([meter]) => [meter, "notSold" as const]));
}

/** 0.511 → 5110. Zero and anything that is no share are null. */
function discountOf(value: unknown): number | null {
  if (typeof value !== "number" || !(value > 0 && value <= 1)) return null;
  return Math.round(value * 10_000) || null;
}

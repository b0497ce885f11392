import { compareText } from "../../../../src/domain/money/compare-text.ts";
import type { MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import type { ListPrice } from "../../../../src/domain/offer/list-price.ts";
import type { Meter } from "../../../../src/domain/offer/meter.ts";
import { METERS } from "../../../../src/domain/offer/meter.ts";
import type { SourceId } from "../../../../src/domain/source/sources.ts";
import type { DatedCards } from "./dated-cards.ts";

/** A figure that a source has at another price than at its reading before, or (`old: null`) for the first time. */
export interface GapStep {
  readonly day: string;
  /** The day of the reading before; null = the day itself is known. */
  readonly notBefore: string | null;
  readonly offerId: string;
  readonly meter: Meter;
  readonly condition: string | null;
  readonly old: MicroUsdPerMTok | null;
  readonly new: MicroUsdPerMTok;
  readonly source: SourceId;
}

/**
 * The steps from each reading of a catalogue to its next. A figure that only one of the two has is no step: a version may not carry the
 * field, and what a list of models with tool calls leaves out is not gone. A new offer on a platform that was listed before is one.
 */
export function catalogueSteps(readings: readonly DatedCards[]): readonly GapStep[] {
  const seen = new Set(readings[0]?.cards.keys());
  return readings.slice(1).flatMap((now, index) => {
    const before = readings[index];
    if (before === undefined) return [];
    const steps = [...now.cards].flatMap(([offerId, figures]) => {
      const old = before.cards.get(offerId);
      const isNew = !seen.has(offerId) && before.platforms.has(platformOf(offerId));
      return [...figures].flatMap(([key, { meter, condition, micro }]): readonly GapStep[] => {
        const was = old?.get(key)?.micro ?? null;
        const isStep = was === null ? isNew : was !== micro;
        const { source, day } = now;
        return isStep ? [{ day, notBefore: before.day, offerId, meter, condition, old: was, new: micro, source }] : [];
      });
    });
    for (const id of now.cards.keys()) seen.add(id);
    return steps;
  });
}

/** The steps a maker or platform announced, by its own dated cards: the old card ends on the day the new one begins. Base cards only. */
export function listSteps(rows: readonly ListPrice[], offerIdOf: (row: ListPrice) => string | null): readonly GapStep[] {
  return rows.flatMap((row) => {
    const next = rows.find((each) => isNext(row, each));
    const offerId = offerIdOf(row);
    const day = next?.validFrom ?? null;
    if (next === undefined || offerId === null || day === null) return [];
    return METERS.flatMap((meter): readonly GapStep[] => {
      const [old, now] = [row.prices[meter], next.prices[meter]];
      if (old === undefined || now === undefined || old === now) return [];
      return [{ day, notBefore: null, offerId, meter, condition: null, old, new: now, source: "list-prices" }];
    });
  });
}

/** By day; on one day the seller's own word before a copy's. */
export const inOrderOfDays = (steps: readonly GapStep[]): readonly GapStep[] =>
  steps.toSorted((a, b) => compareText(a.day, b.day) || Number(b.source === "list-prices") - Number(a.source === "list-prices"));

const isNext = (row: ListPrice, next: ListPrice): boolean =>
  row.validTo !== null &&
  next.validFrom === row.validTo &&
  next.platform === row.platform &&
  next.upstreamId === row.upstreamId &&
  next.region === row.region &&
  next.tier === row.tier;

const platformOf = (offerId: string): string => /@([^;]+)/.exec(offerId)?.[1] ?? "";

import type { Meter } from "../../../../src/domain/offer/meter.ts";
import { MAX_CONDITION_RATIO, MAX_METER_RATIO, MIN_CACHE_RATIO } from "../../../../src/domain/source/guard-limits.ts";
import { timesApart } from "../../../../src/domain/source/unit-slip.ts";
import { type CardFigure, cardFigures, isSameCard, type PriceCard } from "../../merge/card-figures.ts";
import { type Objection, perMTokText } from "../objection.ts";

/**
 * A figure that a card did not have, at a price nobody asks beside the others of the card: a cache read at a ten-thousandth of input, reasoning at
 * fifty times output, a long prompt at twenty times a short one. `before: null` = the whole card is new.
 *
 * In two years of OpenRouter's list no figure appeared so: 484 cache reads from 0.0083 of input up, 43 for reasoning at output's price or under,
 * and tiers up to 6.7 times. Of what all sources said in November 2026, one in 7,696 cache reads lies under the limit (0.0021, the next stands at
 * 0.0075). Of the figures of tiers only five cache reads of MiMo lie over theirs, at 53 to 133 times; the next are outputs at 14 and, as two
 * catalogues have it of Alibaba, 12 times. Audio and images have no such order: catalogues show audio at 67 and even 1,000 times the text.
 */
export function meterOdd(reading: PriceCard, before: PriceCard | null): Objection | null {
  // What nearly every row is on nearly every night.
  if (before !== null && isSameCard(reading, before)) return null;
  const known = before === null ? new Map<string, CardFigure>() : cardFigures(before);
  const odd = [...cardFigures(reading)].flatMap(([name, figure]) =>
    (known.get(name)?.micro ?? 0) > 0 ? [] : oddity(name, figure, reading),
  );
  return odd.length === 0 ? null : { rule: "meterOdd", detail: odd.join(", ") };
}

/** What a figure is held against on its own base card, and how many times that it may be. */
interface Beside {
  readonly meter: Meter;
  readonly min: number;
  readonly max: number;
}

const BESIDE: Readonly<Partial<Record<Meter, Beside>>> = {
  cacheRead: { meter: "input", min: MIN_CACHE_RATIO, max: MAX_METER_RATIO },
  cacheWrite5m: { meter: "input", min: 0, max: MAX_METER_RATIO },
  cacheWrite1h: { meter: "input", min: 0, max: MAX_METER_RATIO },
  reasoning: { meter: "output", min: 1 / MAX_METER_RATIO, max: MAX_METER_RATIO },
};

/** A tier, and the hours of a day, stand beside the same meter of the base card; a meter of the base card beside input or output. */
function oddity(name: string, { meter, condition, micro }: CardFigure, { prices }: PriceCard): readonly string[] {
  const beside = condition === null ? BESIDE[meter] : { meter, min: 1 / MAX_CONDITION_RATIO, max: MAX_CONDITION_RATIO };
  const base = beside === undefined ? 0 : (prices[beside.meter] ?? 0);
  if (beside === undefined || base === 0 || micro === 0) return [];
  const factor = micro / base;
  return factor >= beside.min && factor <= beside.max ? [] : [oddText(name, micro, beside.meter, base)];
}

/** `cacheRead at $0.000007 per million tokens, input at $0.07 …: 10000 times apart`. */
function oddText(name: string, micro: number, meter: Meter, base: number): string {
  const times = Math.round(timesApart(micro, base));
  return `${name} appeared at ${perMTokText(micro)}, ${times} times apart from ${meter} at ${perMTokText(base)}`;
}

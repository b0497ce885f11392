import { MAX_PRICE_RATIO, SLIP_TOLERANCE } from "../../../src/domain/source/guard-limits.ts";
import { type Card, cardFigures, isSameCard } from "../merge/card-figures.ts";
import { medianBefore } from "../merge/earlier-cards.ts";
import type { StoredReading } from "../merge/reading-row.ts";
import { type Objection, perMTok } from "./objection.ts";

/** One figure known on both sides. */
interface Move {
  readonly name: string;
  readonly isHeadline: boolean;
  readonly old: number;
  readonly now: number;
  /** `now` ÷ `old`. */
  readonly factor: number;
}

/**
 * A figure that moved over five times, up or down, and stands further from its median of seven days than the last reading did. So the
 * way back from a wrong price is never held: $1, $1, $10 is held; $10, $1 after a week at $1 is not.
 *
 * It is held where it looks like a slip: the whole card moved by one factor, an input or output moved alone, or a figure moved by a power
 * of ten. Where figures moved by factors of their own somebody wrote a new price list, or another host took the route: 61 of the 75 such
 * moves in two years of OpenRouter's list, and holding them would hold 4 in 100 true moves. Those are noted.
 */
export function priceJump(reading: StoredReading, before: StoredReading): Objection | null {
  if (isSameCard(reading, before)) return null;
  const moves = movesBetween(before, reading);
  const far = moves.filter((move) => isFar(move.now, move.old) && isAway(move, before, reading.source.readAt));
  if (far.length === 0) return null;
  const detail = far.map(({ name, old, now }) => `${name} from ${perMTok(old)} to ${perMTok(now)}`).join(", ");
  return { rule: looksLikeSlip(far, moves) ? "priceJump" : "priceReset", detail };
}

function movesBetween(before: Card, now: Card): readonly Move[] {
  const last = cardFigures(before);
  return [...cardFigures(now)].flatMap(([name, { micro, meter, condition }]) => {
    const old = last.get(name)?.micro ?? 0;
    if (old === 0 || micro === 0) return [];
    const isHeadline = condition === null && (meter === "input" || meter === "output");
    return [{ name, isHeadline, old, now: micro, factor: micro / old }];
  });
}

const isFar = (a: number, b: number): boolean => ratio(a, b) > MAX_PRICE_RATIO;

function isAway({ name, old, now }: Move, before: StoredReading, readAt: string): boolean {
  const median = medianBefore(before, readAt, (card) => cardFigures(card).get(name)?.micro) ?? 0;
  return median === 0 || ratio(now, median) > ratio(old, median);
}

function looksLikeSlip(far: readonly Move[], moves: readonly Move[]): boolean {
  const moved = moves.filter(({ factor }) => factor !== 1);
  const isAlone = moved.length === 1;
  const factors = moves.map(({ factor }) => factor);
  const isUniform = isNear(Math.max(...factors), Math.min(...factors));
  return (
    isUniform || far.some((move) => (move.isHeadline && isAlone) || ((move.isHeadline || isAlone) && isPowerOfTen(move.factor)))
  );
}

const isPowerOfTen = (factor: number): boolean => isNear(factor, 10 ** Math.round(Math.log10(factor)));

const isNear = (a: number, b: number): boolean => ratio(a, b) <= 1 + SLIP_TOLERANCE;

const ratio = (a: number, b: number): number => Math.max(a, b) / Math.min(a, b);

import { MAX_PRICE_RATIO, MAX_TRUE_RATIO, MAX_WEEK_RATIO } from "../../../src/domain/source/guard-limits.ts";
import { isExchangeRate, isPowerOfTen, isSameSlip, timesApart } from "../../../src/domain/source/unit-slip.ts";
import { cardFigures, isSameCard, type PriceCard } from "../merge/card-figures.ts";
import { medianBefore } from "../merge/earlier-cards.ts";
import type { StoredReading } from "../merge/reading-row.ts";
import { type Objection, perMTokText } from "./objection.ts";

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
 * way back from a wrong price is never held: $1, $1, $10 is held; $10, $1 after a week at $1 is not, nor is $1 after $0.50, $0.25 and $0.125 in
 * the same week. A figure that creeps counts from where it was a week ago: $1, $4.9, $24 is held on the third night.
 *
 * It is held where it looks like a slip: the whole card moved by one factor, an input or output moved alone, or a figure moved by a power
 * of ten or an exchange rate. Where figures moved by factors of their own somebody wrote a new price list, or another host took the route: 61 of
 * the 75 such moves in two years of OpenRouter's list, and holding them would hold 4 in 100 true moves. Those are noted.
 */
export function priceJump(reading: StoredReading, before: StoredReading): Objection | null {
  if (isSameCard(reading, before)) return null;
  const readAt = reading.source.readAt;
  const steps = movesBetween((name) => cardFigures(before).get(name)?.micro, reading);
  const creeps = movesBetween((name) => weekAgo(before, name), reading).filter((move) => isCreep(move, before));
  const farMoves = (moves: readonly Move[], limit: number) =>
    moves.filter((move) => timesApart(move.now, move.old) > limit && isAway(move, before, readAt));
  const [step, creep] = [farMoves(steps, MAX_PRICE_RATIO), farMoves(creeps, MAX_WEEK_RATIO)];
  if (step.length > 0) return { rule: looksLikeSlip(step, steps) ? "priceJump" : "priceReset", detail: movesText(step, "") };
  if (creep.length > 0)
    return { rule: looksLikeSlip(creep, creeps) ? "priceJump" : "priceReset", detail: movesText(creep, " within a week") };
  return null;
}

const movesText = (moves: readonly Move[], within: string): string =>
  moves.map(({ name, old, now }) => `${name} from ${perMTokText(old)} to ${perMTokText(now)}${within}`).join(", ");

function movesBetween(lastOf: (name: string) => number | undefined, now: PriceCard): readonly Move[] {
  return [...cardFigures(now)].flatMap(([name, { micro, meter, condition }]) => {
    const old = lastOf(name) ?? 0;
    if (old === 0 || micro === 0) return [];
    const isHeadline = condition === null && (meter === "input" || meter === "output");
    return [{ name, isHeadline, old, now: micro, factor: micro / old }];
  });
}

/** What the figure was a week ago, or after its last step of over five times: that one was judged when it came. */
function weekAgo(before: StoredReading, name: string): number | undefined {
  const figures = [...before.earlier, before].flatMap((card) => cardFigures(card).get(name)?.micro ?? []).toReversed();
  const last = figures.findIndex((figure, index) => index > 0 && (figure === 0 || isFar(figure, figures[index - 1] ?? figure)));
  return figures.at(last === -1 ? -1 : last - 1);
}

/** A figure that moved tonight, further from what it was a week ago. */
function isCreep({ name, old, now }: Move, before: StoredReading): boolean {
  const last = cardFigures(before).get(name)?.micro ?? 0;
  return last > 0 && last !== now && timesApart(now, old) > timesApart(last, old);
}

const isFar = (a: number, b: number): boolean => timesApart(a, b) > MAX_PRICE_RATIO;

function isAway({ name, old, now }: Move, before: StoredReading, readAt: string): boolean {
  const median = medianBefore(before, readAt, (card) => cardFigures(card).get(name)?.micro) ?? 0;
  if (median === 0) return true;
  const isOfThisWeek = before.earlier.some((card) => cardFigures(card).get(name)?.micro === now);
  return timesApart(now, median) > timesApart(old, median) && !(isOfThisWeek && old !== median);
}

function looksLikeSlip(farMoves: readonly Move[], moves: readonly Move[]): boolean {
  const moved = moves.filter(({ factor }) => factor !== 1);
  const isAlone = moved.length === 1;
  const factors = moves.map(({ factor }) => factor);
  const isUniform = isSameSlip(Math.max(...factors), Math.min(...factors));
  const headline = farMoves.filter(({ isHeadline }) => isHeadline).map(({ factor }) => factor);
  // Input and output in another currency, whatever became of the rest of the card.
  const isExchanged =
    headline.length === 2 && isSameSlip(Math.max(...headline), Math.min(...headline)) && headline.every(isExchangeRate);
  return (
    isUniform ||
    isExchanged ||
    farMoves.some(
      ({ isHeadline, factor }) =>
        (isHeadline && (isAlone || timesApart(factor, 1) >= MAX_TRUE_RATIO)) ||
        ((isHeadline || isAlone) && isPowerOfTen(factor)) ||
        (isAlone && isExchangeRate(factor)),
    )
  );
}

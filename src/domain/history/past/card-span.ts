import type { Prices } from "../../offer/meter.ts";
import type { Change } from "../change.ts";

/** What spans are made of: a line of history, whole or as the browser reads it. */
export type CardLine = Pick<Change, "day" | "offerId" | "meter" | "condition" | "new">;

/** A whole card of one offer, as it was valid from a day until the day before `to`; `to: null` = it is still valid. */
export interface CardSpan<Line extends CardLine> {
  readonly from: string;
  readonly to: string | null;
  /** The line of every figure it has, in the order they were first seen. */
  readonly figures: readonly Line[];
}

/**
 * The past of one offer, card by card: any figure that comes, moves or goes ends one and begins the next; of two lines of a figure on one day the
 * later one is valid. Days without any figure are in no span. Input 5 on 1 May, output 25 on 1 May, input 4 on 21 August: 5/25 from 1 May until
 * 20 August, 4/25 since. What comes later never changes a span but for the end of the last one.
 */
export function cardSpans<Line extends CardLine>(lines: readonly Line[]): readonly CardSpan<Line>[] {
  const days = [...Map.groupBy(lines, ({ day }) => day)];
  const valid = new Map<string, Line>();
  return days.flatMap(([from, changed], index) => {
    for (const line of changed) take(valid, line);
    return valid.size === 0 ? [] : [{ from, to: days[index + 1]?.[0] ?? null, figures: [...valid.values()] }];
  });
}

/** The spans of every offer in some lines of history, oldest first. */
export function spansByOffer<Line extends CardLine>(lines: readonly Line[]): ReadonlyMap<string, readonly CardSpan<Line>[]> {
  return new Map([...Map.groupBy(lines, ({ offerId }) => offerId)].map(([id, linesOfOffer]) => [id, cardSpans(linesOfOffer)]));
}

/** The card of a day, or null where none is known. */
export const cardOn = <Line extends CardLine>(spans: readonly CardSpan<Line>[], day: string): CardSpan<Line> | null =>
  spans.find(({ from, to }) => from <= day && (to === null || day < to)) ?? null;

/** The prices of one card of a span: the base card (`null`), or that of a condition by its key. */
export function pricesOf({ figures }: CardSpan<CardLine>, condition: string | null): Prices {
  const onCard = figures.filter((each) => each.condition === condition);
  return Object.fromEntries(onCard.flatMap(({ meter, new: micro }) => (micro === null ? [] : [[meter, micro]])));
}

function take<Line extends CardLine>(valid: Map<string, Line>, line: Line): void {
  const key = `${line.meter} ${line.condition ?? ""}`;
  if (line.new === null) valid.delete(key);
  else valid.set(key, line);
}

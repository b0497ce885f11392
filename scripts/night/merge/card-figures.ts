import { type Condition, conditionKey } from "../../../src/domain/offer/condition.ts";
import { METERS, type Meter, type Prices } from "../../../src/domain/offer/meter.ts";

/** A base card and its conditions. */
export interface PriceCard {
  readonly prices: Prices;
  readonly conditions: readonly Condition[];
}

/** One figure of a card. */
export interface CardFigure {
  readonly meter: Meter;
  /** `conditionKey`, null on the base card. */
  readonly condition: string | null;
  readonly micro: number;
}

/** Every figure of a card by its name: `input`, `output (prompt>272000)`. */
export function cardFigures({ prices, conditions }: PriceCard): ReadonlyMap<string, CardFigure> {
  const cards = [
    { condition: null, prices },
    ...conditions.map((each) => ({ condition: conditionKey(each), prices: each.prices })),
  ];
  return new Map(
    cards.flatMap(({ condition, prices: figures }) =>
      METERS.flatMap((meter) => {
        const micro = figures[meter];
        return micro === undefined ? [] : [[figureName(meter, condition), { meter, condition, micro }] as const];
      }),
    ),
  );
}

/** Whether two cards have the same figures under the same conditions. */
export function isSameCard(a: PriceCard, b: PriceCard): boolean {
  if (METERS.some((meter) => a.prices[meter] !== b.prices[meter])) return false;
  if (a.conditions.length + b.conditions.length === 0) return true;
  return areSameConditions(a.conditions, b.conditions) || conditionsText(a) === conditionsText(b);
}

/** One by one the same: what nearly every night finds, without a text of either. */
const areSameConditions = (a: readonly Condition[], b: readonly Condition[]): boolean =>
  a.length === b.length && a.every((condition, index) => isSameCondition(condition, b[index]));

function isSameCondition(a: Condition, b: Condition | undefined): boolean {
  return b !== undefined && conditionKey(a) === conditionKey(b) && METERS.every((meter) => a.prices[meter] === b.prices[meter]);
}

const conditionsText = (card: PriceCard): string =>
  JSON.stringify([...cardFigures(card)].map(([name, { micro }]) => [name, micro]));

const figureName = (meter: Meter, condition: string | null): string => (condition === null ? meter : `${meter} (${condition})`);

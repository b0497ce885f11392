import { compareText } from "../../../../src/domain/money/compare-text.ts";
import type { Prices } from "../../../../src/domain/offer/meter.ts";
import { disagrees } from "../../../../src/domain/source/disagreement.ts";
import { MIN_MOVED_TOGETHER, MIN_SHARED_ROWS } from "../../../../src/domain/source/guard-limits.ts";
import { isSameSlip, isUnitSlip } from "../../../../src/domain/source/unit-slip.ts";
import type { StoredReading } from "../../merge/reading-row.ts";
import type { Objection } from "../objection.ts";

/** How much of what a source says a catalogue shows too. */
export interface Agreement {
  /** Rows with input and output that a catalogue prices at the same platform. */
  readonly shared: number;
  /** Of these, at the same input and output. */
  readonly agreeing: number;
  /** Ours over theirs of each of the others, by input. */
  readonly factors: readonly number[];
}

/** What catalogues say of the same row: its platform's, at the same tier, in any region and through any host. */
export type CatalogueCards = (reading: StoredReading) => readonly Prices[];

/** Each row against the catalogue's card that comes nearest. */
export function agreementOf(readings: readonly StoredReading[], catalogueCards: CatalogueCards): Agreement {
  const shared = readings.flatMap((reading) => {
    const cards = catalogueCards(reading).filter(isPriced);
    return isPriced(reading.prices) && cards.length > 0 ? [nearest(reading.prices, cards)] : [];
  });
  const factors = shared.flatMap(({ agrees, factor }) => (agrees ? [] : [factor]));
  return { shared: shared.length, agreeing: shared.length - factors.length, factors };
}

/**
 * What stands against a source whose unit nobody has seen but in documents: over ten shared rows or more, under half agreement, or five rows away by a
 * unit's or a currency's factor. Before its first good night half of the shared rows must agree, however few, and there must be one.
 */
export function catalogueDisagrees(
  { shared, agreeing, factors }: Agreement,
  { isFirstRead }: { readonly isFirstRead: boolean },
): Objection | null {
  const slips = factors.filter(isUnitSlip).length;
  const isUnconfirmed = isFirstRead && (shared === 0 || agreeing * 2 < shared);
  const isContradicted = shared >= MIN_SHARED_ROWS && (agreeing * 2 < shared || slips >= MIN_MOVED_TOGETHER);
  if (!isUnconfirmed && !isContradicted) return null;
  if (shared === 0)
    return { rule: "catalogueDisagrees", detail: "no catalogue prices any of its rows: its unit is not confirmed" };
  return {
    rule: "catalogueDisagrees",
    detail: `${agreeing} of ${shared} rows are priced as a catalogue prices them${together(factors)}`,
  };
}

/** `, 9 are 1000 times that`, where the others share a factor. */
function together(factors: readonly number[]): string {
  const groups = factors.map((factor) => factors.filter((each) => isSameSlip(each, factor)));
  const [most = []] = groups.toSorted((a, b) => b.length - a.length || compareText(String(a[0]), String(b[0])));
  return most.length * 2 < factors.length || most[0] === undefined
    ? ""
    : `, ${most.length} stand at ${Number(most[0].toPrecision(3))} times that`;
}

interface Compared {
  readonly agrees: boolean;
  readonly factor: number;
}

type Priced = Prices & { readonly input: number; readonly output: number };

const isPriced = (prices: Prices): prices is Priced => (prices.input ?? 0) > 0 && (prices.output ?? 0) > 0;

function nearest(ours: Priced, theirs: readonly Priced[]): Compared {
  const factors = theirs.map((card) => ours.input / card.input).toSorted((a, b) => distance(a) - distance(b));
  return { agrees: theirs.some((card) => !disagrees(ours, card, ["input", "output"])), factor: factors[0] ?? 1 };
}

const distance = (factor: number): number => Math.abs(Math.log(factor));

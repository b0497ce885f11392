import { exceptionMatcher } from "../../scripts/night/guards/exception-matcher.ts";
import { type Guarded, guardSource } from "../../scripts/night/guards/guard.ts";
import { NO_OTHER_PRICES, type OtherPrices } from "../../scripts/night/guards/others.ts";
import { cardFigures } from "../../scripts/night/merge/card-figures.ts";
import type { StoredReading } from "../../scripts/night/merge/reading-row.ts";
import { Prices } from "../../src/domain/offer/meter.ts";
import type { GuardException } from "../../src/domain/source/guard-exception.ts";
import type { SourceId } from "../../src/domain/source/sources.ts";
import { aReading } from "../builders/a-reading.ts";

/** A source nobody has read yet. */
export const BEFORE_THE_FIRST: Guarded = {
  readings: [],
  findings: [],
  sourceHeld: null,
  hold: null,
  accepted: null,
  left: [],
  came: [],
  firstReadAt: null,
};

/** Who tells, and what else is known. */
export interface Told {
  readonly id?: SourceId;
  readonly others?: OtherPrices;
  readonly exceptions?: readonly GuardException[];
  readonly twice?: true;
  readonly broken?: true;
}

/** A row of a night, Acme's nano model where it names no other. */
export type Row = Partial<Pick<StoredReading, "upstreamId" | "conditions" | "unreadMeters">> & {
  readonly prices: Record<string, string>;
};

/** Nights from 1 August on, each a list of rows; `broken`: from the second on the row is there and unreadable. */
export function nights(
  story: readonly (readonly Row[])[],
  { id = "models.dev", others = NO_OTHER_PRICES, exceptions = [], twice, broken }: Told = {},
) {
  const done: Guarded[] = [];
  for (const [index, rows] of story.entries()) {
    const last = done.at(-1) ?? BEFORE_THE_FIRST;
    const readAt = timeOfNight(index);
    const readings = rows.map((row) => aReading({ ...row, source: { id, readAt } }));
    const why = broken === true ? "price is no number" : "id listed twice";
    const isTold = twice === true || (broken === true && !readings.some(({ upstreamId }) => upstreamId === "acme/nano"));
    const skipped = isTold ? [{ subject: "acme/nano", why }] : [];
    done.push(
      guardSource({
        ...{ id, before: last.readings, now: { readAt, readings, kept: [], lost: [], skipped }, failure: null },
        ...{ exceptions: exceptionMatcher(id, exceptions), isExplained: () => false, isCompared: true, others },
        isHeldAgainstCatalogues: false,
        earlier: index === 0 ? null : { ...last, readAt: timeOfNight(index - 1) },
      }),
    );
  }
  return done;
}

const timeOfNight = (index: number): string => `2026-08-${String(index + 1).padStart(2, "0")}T12:00:00Z`;

/** A row at an input and an output, in dollars per million tokens. */
export const card = (input: number, output: number): Row => ({ prices: { input: String(input), output: String(output) } });
/** `1/2`, `1/2 held`, or `nothing`. */
export const shown = ({ readings }: Guarded, upstreamId = "acme/nano"): string => {
  const row = readings.find((each) => each.upstreamId === upstreamId && each.leftOut === null);
  if (row === undefined) return "nothing";
  const text = [row.prices.input, row.prices.output].map((micro) => (micro === undefined ? "-" : micro / 1e6)).join("/");
  return row.held === null ? text : `${text} held`;
};

/** Another source that says these figures of every offer. */
export const saying = (id: SourceId, prices: Record<string, string>): OtherPrices => ({
  ...NO_OTHER_PRICES,
  witness: (reading, { wanted }) => {
    const [stated, now] = [cardFigures({ prices: Prices.decode(prices), conditions: [] }), cardFigures(reading)];
    return wanted.every((name) => stated.get(name)?.micro === now.get(name)?.micro) ? id : null;
  },
});

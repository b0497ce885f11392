import type { Meter } from "../../../domain/offer/meter.ts";
import { formatDay } from "../../../site/format.ts";
import { evidenceWord } from "../../../site/words/evidence-text.ts";
import { sourceName } from "../../../site/words/source-name.ts";
import type { Cell } from "../../../table/column.ts";
import { deltaCell, dollarDeltaCell, meterCell, sourceCell, warningText } from "../../../table/price-cells.ts";
import type { ModelOfferLine } from "./offer-line.ts";

type CellOf = (line: ModelOfferLine) => Cell;

/** What no workload changes, by the name a column calls it: the price of each meter under the meter's own. */
export type StillCell = Meter | keyof typeof NAMED;

const NAMED = {
  delta: deltaCellWithDay,
  dollarDelta: dollarDeltaCell,
  source: sourceCell,
  sourceName: ({ offer }) => ({ text: sourceName(offer.restsOn) }),
  evidence: ({ offer }) => ({ text: evidenceWord(offer) }),
  day: ({ offer }) => ({ text: offer.restsOn.readAt.slice(0, 10) }),
  warnings: (line) => ({ text: warningText(line) }),
} as const satisfies Readonly<Record<string, CellOf>>;

/** Apart from the columns: the script of a page draws none of these, and goes without them. */
export const stillCell = (name: StillCell): CellOf => (isMeter(name) ? (line) => priceCell(line, name) : NAMED[name]);

const isMeter = (name: StillCell): name is Meter => !(name in NAMED);

/** A meter that another reading than the row's filled names it itself. */
const priceCell = (line: ModelOfferLine, meter: Meter): Cell => ({ ...meterCell(line, meter), ...meterSource(line, meter) });

function meterSource({ offer }: ModelOfferLine, meter: Meter): Pick<Cell, "href" | "title"> {
  const source = offer.meterSources[meter];
  return source === undefined ? {} : { href: source.url, title: `${sourceName(source)}, ${formatDay(source.readAt)}` };
}

/** Says so where the list changed between the two readings and that of the offer's own day is meant. */
function deltaCellWithDay(line: ModelOfferLine): Cell {
  const { comparedOn } = line;
  if (comparedOn === null) return deltaCell(line);
  return {
    ...deltaCell(line),
    pieces: [{ kind: "hint", mark: "†", text: `against the list price of ${formatDay(comparedOn)}` }],
  };
}

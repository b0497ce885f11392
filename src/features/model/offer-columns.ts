import type { Meter } from "../../domain/offer/meter.ts";
import { formatDay } from "../../site/format.ts";
import { evidenceWord } from "../../site/words/evidence-text.ts";
import { sourceName } from "../../site/words/source-name.ts";
import type { Cell, Column } from "../../table/column.ts";
import { deltaCell, dollarDeltaCell, meterCell, sourceCell, warningText } from "../../table/price-cells.ts";
import { LIVE_CELLS, type ModelOfferLine, OFFER_HEADS, type OfferColumnId } from "./offers/offer-heads.ts";

const CELLS: Readonly<Record<OfferColumnId, (line: ModelOfferLine) => Cell>> = {
  ...LIVE_CELLS,
  delta: deltaCellWithDay,
  "delta-usd": dollarDeltaCell,
  input: (line) => meterCellWithSource(line, "input"),
  output: (line) => meterCellWithSource(line, "output"),
  "cache-read": (line) => meterCellWithSource(line, "cacheRead"),
  "cache-write": (line) => meterCellWithSource(line, "cacheWrite5m"),
  read: sourceCell,
  source: ({ offer }) => ({ text: sourceName(offer.restsOn) }),
  evidence: ({ offer }) => ({ text: evidenceWord(offer) }),
  day: ({ offer }) => ({ text: offer.restsOn.readAt.slice(0, 10) }),
  notes: (line) => ({ text: warningText(line) }),
};

/** The whole offer table: head, cells, sorting, for the page, Markdown and CSV. A column more is an entry more here and in its heads. */
export const OFFER_COLUMNS: readonly (Column<ModelOfferLine> & { readonly id: OfferColumnId })[] = OFFER_HEADS.map((head) => ({
  ...head,
  cell: CELLS[head.id],
}));

/** Says so where the list changed between the two readings and that of the offer's own day is meant. */
function deltaCellWithDay(line: ModelOfferLine): Cell {
  const { comparedOn } = line;
  if (comparedOn === null) return deltaCell(line);
  return {
    ...deltaCell(line),
    pieces: [{ kind: "hint", mark: "†", text: `against the list price of ${formatDay(comparedOn)}` }],
  };
}

function meterCellWithSource(line: ModelOfferLine, meter: Meter): Cell {
  return { ...meterCell(line, meter), ...meterSource(line, meter) };
}

/** A meter that another reading than the row's filled names it itself. */
function meterSource({ offer }: ModelOfferLine, meter: Meter): Pick<Cell, "href" | "title"> {
  const source = offer.meterSources[meter];
  return source === undefined ? {} : { href: source.url, title: `${sourceName(source)}, ${formatDay(source.readAt)}` };
}

import type { Meter } from "../domain/offer/meter.ts";
import type { RankedOffer } from "../domain/ranking/cheapest.ts";
import { sourceLine } from "../site/address/source-line.ts";
import { formatDelta, formatMeter, formatShortDay, formatUsdDelta, WORDS } from "../site/format.ts";
import { evidenceWord } from "../site/words/evidence-text.ts";
import { sourceName } from "../site/words/source-name.ts";
import { noteText } from "./cell-pieces.ts";
import type { Cell } from "./column.ts";
import { equalText, type OfferLine, warningNotes } from "./offer-cells.ts";

// What no workload changes of an offer's row. A browser that draws months again does without it.

/** A meter's price: the figure, or the word for why there is none. */
export function meterCell({ offer }: OfferLine, meter: Meter): Cell {
  const price = offer.prices[meter];
  const text = offer.tier === "free" && price === 0 ? WORDS.free : formatMeter(price, offer.gaps[meter]);
  return price !== undefined && price > 0 ? { text } : { text, side: "none" };
}

/** The input's difference to list in per cent, and the output's where it is another by over a percent. */
export function deltaCell(line: OfferLine): Cell {
  if (line.isList) return { text: "list", side: "none" };
  if (line.offer.tier === "free") return { text: WORDS.free, side: "under" };
  const difference = listDifference(line);
  if (difference === null) return { text: "–", side: "none" };
  const { main, output, only } = difference;
  if (main === 0) return equalInputCell(`${only}${equalText(line)}`, output);
  const text = only + formatDelta(main);
  // Where one of both is under and the other over, the row is neither.
  const side = main * (output ?? 0) < 0 ? "muted" : main < 0 ? "under" : "over";
  return output === null
    ? { text, side }
    : { text, side, notes: [`out ${formatDelta(output)}`], file: `${text}, out ${formatDelta(output)}` };
}

/** The input is equal: the side is the output's, where that is another. */
function equalInputCell(text: string, output: number | null): Cell {
  if (output === null) return { text, side: "none" };
  return { text: `in ${text}, out ${formatDelta(output)}`, side: output < 0 ? "under" : "over" };
}

/** The same in dollars per million tokens: the input's; the output's, and said to be, where nothing is known of the input. */
export function dollarDeltaCell(line: OfferLine): Cell {
  const difference = line.isList || line.offer.tier === "free" ? null : listDifference(line);
  const isAtList = difference?.main === 0 && difference.output === null;
  const micro = isAtList ? 0 : (difference?.microUsdPerMTok ?? 0);
  return { text: micro === 0 ? "" : `${difference?.only ?? ""}${formatUsdDelta(micro)}`, side: "muted" };
}

/**
 * Null = nothing to compare with. `output` is set where it differs from the input's by over a percent. Basis points. `only` is set where one of
 * both is all that is known: `out −20 %` is no word on the price of input.
 */
function listDifference({ deltas, offer: { prices } }: OfferLine) {
  const { input = null, output = null } = deltas?.bps ?? {};
  const main = input ?? output;
  if (deltas === null || main === null) return null;
  const isOther = input !== null && output !== null && Math.abs(input - output) >= DIFFERING_BPS;
  const microUsdPerMTok = deltas.microUsdPerMTok[input === null ? "output" : "input"];
  const only = prices.input === undefined ? "out " : prices.output === undefined ? "in " : "";
  return { main, output: isOther ? output : null, only, microUsdPerMTok };
}

/** Input and output further apart than this are shown one by one. */
const DIFFERING_BPS = 100;

/** Where the price was read, the day, and how it is known. */
export function sourceCell({ offer }: OfferLine): Cell {
  const { restsOn } = offer;
  const day = { kind: "day", text: formatShortDay(restsOn.readAt) } as const;
  const evidenceNote = { kind: "note", text: evidenceWord(offer) } as const;
  return { text: sourceName(restsOn), href: sourceLine(restsOn, offer), pieces: [day, evidenceNote] };
}

/** What a reader must know of a row, in one line, for files. */
export const warningText = (line: RankedOffer): string => warningNotes(line).map(noteText).join("; ");

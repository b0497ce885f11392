import type { Prices } from "../../offer/meter.ts";
import type { Doubt } from "../doubt.ts";
import type { PricedRow } from "../priced-row.ts";

const MEDIA_METERS = ["imageOutput", "audioOutput"] as const;
/** Prices this close are one. */
const TOLERANCE = 0.02;
/** Where text and image output cost nearly the same, one says nothing of the other. */
const MIN_TIMES = 2;

/**
 * A copied text output that is what the model's images or speech cost where both are named: Gemini 3 Pro Image at Vertex for 120, which is the
 * image meter at OpenRouter, where text output costs 12. An image or audio price never stands as text output.
 */
export function mediaAsText({ offer, isFirstHand }: PricedRow, rows: readonly PricedRow[]): Doubt | null {
  const { output } = offer.prices;
  if (isFirstHand || output === undefined || MEDIA_METERS.some((meter) => offer.prices[meter] !== undefined)) return null;
  for (const meter of MEDIA_METERS) {
    const other = rows.find(({ offer: { prices } }) => isMediaPrice(output, prices[meter], prices.output));
    const textOutput = other?.offer.prices.output;
    if (other !== undefined && textOutput !== undefined) {
      return { rule: "mediaAsText", meter, output, textOutput, otherOffer: other.offer.id };
    }
  }
  return null;
}

/** Whether an output is what a card asks for images or speech, where its text costs much less: 120 beside images at 120 and text at 12. */
export const isMediaOf = (output: number, { output: text, ...prices }: Prices): boolean =>
  MEDIA_METERS.some((meter) => isMediaPrice(output, prices[meter], text));

function isMediaPrice(output: number, media: number | undefined, text: number | undefined): boolean {
  if (media === undefined || text === undefined || media < text * MIN_TIMES) return false;
  return Math.abs(output - media) <= media * TOLERANCE;
}

import { z } from "zod";
import { makerOfId } from "../model/maker-of-id.ts";
import { WebUrl } from "../money/web-url.ts";
import { Meter } from "../offer/meter.ts";
import { CATALOGUE_IDS, isCatalogue, type SourceId, sourceFacts } from "../source/sources.ts";

/**
 * A platform whose own price API a catalogue's program copies on every run: `data/curated/mirrors.json`. Never a maker's own platform, nor
 * one that is copied once and then kept by hand (Hugging Face, Requesty, Pioneer).
 */
export const Mirror = z
  .strictObject({
    platform: z.string(),
    source: z.enum(CATALOGUE_IDS),
    /** What the program reads. */
    api: WebUrl,
    /** The meters it copies; the others are kept by hand there. */
    meters: z.array(Meter),
    /** The cards for long prompts: copied too, typed by hand beside a copied base card, or left out. */
    tiers: z.enum(["copied", "byHand", "notCopied"]),
    /** `unknown`: a zero there may stand for a price nobody gave. */
    zeroMeans: z.enum(["free", "unknown"]),
    /** What the API's figures are in; null = nobody established it. */
    currency: z.enum(["USD", "EUR"]).nullable(),
    /** How the program turns them into dollars, where they are in another currency: so many dollars for one, since that day. */
    conversion: z.strictObject({ rate: z.string().regex(/^\d+\.\d+$/), since: z.iso.date() }).optional(),
    /** Makers whose models it leaves out: their rows are kept by hand. */
    exceptMakers: z.array(z.string()).min(1).optional(),
    /** The program itself, as it was read. */
    sourceUrl: WebUrl,
    checkedOn: z.iso.date(),
    note: z.string().min(1).max(300).optional(),
  })
  .refine(({ meters }) => meters.includes("input") && meters.includes("output"), {
    error: "a mirror copies input and output",
    path: ["meters"],
  })
  .refine(({ currency, conversion }) => (currency === "EUR") === (conversion !== undefined), {
    error: "another currency has a rate, dollars and the unknown have none",
    path: ["conversion"],
  });
export type Mirror = z.output<typeof Mirror>;

/**
 * The copy a catalogue's price rests on, or null: its own of the platform, else that of a catalogue it is made from. pi-ai's price at Vercel
 * rests on its own copy, its price at Fireworks on models.dev's, its price at Hugging Face on none.
 */
export function mirrorOf(
  mirrors: readonly Mirror[],
  source: SourceId,
  sold: { readonly platform: string; readonly model: string },
): Mirror | null {
  if (!isCatalogue(source)) return null;
  const mirrorRow = mirrors.find((row) => row.source === source && row.platform === sold.platform);
  if (mirrorRow !== undefined) return mirrorRow.exceptMakers?.includes(makerOfId(sold.model)) === true ? null : mirrorRow;
  for (const relayed of sourceFacts(source).relays) {
    const mirror = mirrorOf(mirrors, relayed, sold);
    if (mirror !== null) return mirror;
  }
  return null;
}

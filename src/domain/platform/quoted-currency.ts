import { z } from "zod";
import { WebUrl } from "../money/web-url.ts";
import { CATALOGUE_IDS } from "../source/sources.ts";

const Rate = z.string().regex(/^\d+\.\d+$/);

/** What a catalogue's dollar figures of a platform that bills in another currency really are: `data/curated/quoted-currencies.json`. */
export const QuotedCurrency = z.strictObject({
  platform: z.string(),
  source: z.enum(CATALOGUE_IDS),
  /** What the platform bills in; null = not read anywhere. */
  currency: z.enum(["EUR", "CNY", "CHF"]).nullable(),
  /**
   * `converted`: turned into dollars at some rate. `unconverted`: the same number, called dollars. `anotherMarkets`: the dollar list of its
   * sister site, which this one does not bill. `unchecked`: nobody compared them.
   */
  figuresAre: z.enum(["converted", "unconverted", "anotherMarkets", "unchecked"]),
  /** Dollars for one, where somebody worked it out. */
  rate: Rate.optional(),
  /** The catalogue rounded to the cent what it converted: the roundest price that gives the figure is meant. */
  isToTheCent: z.literal(true).optional(),
  /**
   * Rows that a catalogue took in on another day, at another rate, by the platform's id of the model: what makes their figures round. Null = no
   * rate does.
   */
  otherRates: z.record(z.string(), Rate.nullable()).optional(),
  sourceUrl: WebUrl,
  checkedOn: z.iso.date(),
  note: z.string().min(1).max(300).optional(),
});
export type QuotedCurrency = z.output<typeof QuotedCurrency>;

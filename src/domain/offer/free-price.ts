import { z } from "zod";
import { Confidence } from "../money/confidence.ts";
import { WebUrl } from "../money/web-url.ts";
import { UnitPrices } from "./meter.ts";

const CalendarDay = z.iso.date();

/**
 * What a price of zero means where somebody wrote it down: the tokens are free, or the bill counts something else. Without such a line
 * a zero outside the free tier is unknown. `data/curated/free-prices.json`.
 */
export const FreePrice = z
  .strictObject({
    platform: z.string(),
    /** As the platform names it. */
    upstreamId: z.string(),
    means: z.enum(["free", "otherUnit"]),
    /** What is billed instead of tokens. */
    unitPrices: UnitPrices.default({}),
    /** First UTC day; null = since before anybody looked. */
    validFrom: CalendarDay.nullable(),
    /** First UTC day without it; null = open. */
    validTo: CalendarDay.nullable(),
    sourceUrl: WebUrl,
    observedOn: CalendarDay,
    confidence: Confidence,
    /** Through whose reading it came to us; null = the source itself. */
    via: z.string().nullable().default(null),
    note: z.string().nullable().default(null),
  })
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom < validTo, {
    error: "validFrom must be before validTo",
    path: ["validTo"],
  })
  .refine(({ means, unitPrices }) => (means === "otherUnit") === Object.keys(unitPrices).length > 0, {
    error: "another unit has a price, free has none",
    path: ["unitPrices"],
  });
export type FreePrice = z.output<typeof FreePrice>;

/** The line that explains a zero of this platform's id on a day, or null: then the zero is unknown. */
export function freePriceOn(
  rows: readonly FreePrice[],
  { platform, upstreamId }: Pick<FreePrice, "platform" | "upstreamId">,
  day: string,
): FreePrice | null {
  const holds = ({ validFrom, validTo }: FreePrice) => (validFrom ?? "") <= day && (validTo === null || day < validTo);
  return rows.find((row) => row.platform === platform && row.upstreamId === upstreamId && holds(row)) ?? null;
}

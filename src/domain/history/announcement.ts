import { z } from "zod";
import { Confidence } from "../money/confidence.ts";
import { addDays } from "../money/days.ts";
import { WebUrl } from "../money/web-url.ts";
import { Prices } from "../offer/meter.ts";

const CalendarDay = z.iso.date();

/** `retirement`: the maker shuts the model down. `withdrawn`: a seller stops selling it, others go on. */
export const AnnouncementKind = z.enum(["priceRise", "priceCut", "promotionEnds", "retirement", "withdrawn", "newModel"]);
export type AnnouncementKind = z.output<typeof AnnouncementKind>;

/** What a platform said it would do. It never changes a price: the price page does, on its day. `data/curated/announcements.json`. */
export const Announcement = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** Our id; null = several models, named in `what`. */
    model: z.string().nullable(),
    platform: z.string(),
    kind: AnnouncementKind,
    /** Null = the text has no date. */
    announcedOn: CalendarDay.nullable(),
    effectiveOn: CalendarDay.nullable(),
    /** An open-ended promise: the last day that is certain. */
    atLeastUntil: CalendarDay.nullable(),
    /** The day the platform called it off. */
    withdrawnOn: CalendarDay.nullable(),
    /** In our words, short. */
    what: z.string().max(160),
    /** Only the meters known to differ; the base card. */
    before: Prices.nullable().default(null),
    after: Prices.nullable().default(null),
    sourceUrl: WebUrl,
    confidence: Confidence,
    /** The day the source was last read. */
    checkedOn: CalendarDay,
    /** Through whose reading it came to us; null = the page itself. */
    via: z.string().nullable().default(null),
  })
  .refine(({ effectiveOn, atLeastUntil }) => (effectiveOn === null) !== (atLeastUntil === null), {
    error: "either the day it takes effect or the last certain day",
    path: ["effectiveOn"],
  })
  .refine(({ announcedOn, effectiveOn, withdrawnOn }) => inOrder(announcedOn, withdrawnOn) && inOrder(announcedOn, effectiveOn), {
    error: "announced after it took effect or was called off",
    path: ["announcedOn"],
  });
export type Announcement = z.output<typeof Announcement>;

/** `calledOff` before all others: it never happened. `open`: the promised time is over and nobody said what follows. */
export type AnnouncementState = "unknownYet" | "ahead" | "effective" | "open" | "calledOff";

/**
 * The state of an announcement on a day. Undated ones are known from the day they were read.
 * GPT-5.6 Sol's promotion, at least until 2026-11-21: `ahead` on that day, `open` on the next.
 */
export function announcementState(announcement: Announcement, day: string): AnnouncementState {
  const { announcedOn, effectiveOn, atLeastUntil, withdrawnOn, checkedOn } = announcement;
  if ((announcedOn ?? checkedOn) > day) return "unknownYet";
  if (withdrawnOn !== null && withdrawnOn <= day) return "calledOff";
  if (effectiveOn !== null) return effectiveOn <= day ? "effective" : "ahead";
  return atLeastUntil !== null && atLeastUntil < day ? "open" : "ahead";
}

/** How long what took effect is still listed among the announcements. */
const SHOWN_DAYS = 90;

/** Whether pages mention it on a day: not before it is known, and 90 days after it took effect. Groq's end of 2026-08-16 → not on 2026-11-20. */
export function isAnnouncementShown(announcement: Announcement, day: string): boolean {
  const state = announcementState(announcement, day);
  if (state !== "effective") return state !== "unknownYet";
  return addDays(announcement.effectiveOn ?? day, SHOWN_DAYS) >= day;
}

function inOrder(first: string | null, second: string | null): boolean {
  return first === null || second === null || first <= second;
}

import type { Announcement, AnnouncementKind } from "../../../domain/history/announcement.ts";
import { formatDay } from "../../format.ts";

/** An announcement in words, what happens and when first: `Retired from 14 Jan 2027. Shut down in the API.` */
export function announcementText(announcement: Announcement): string {
  return `${eventText(announcement)}. ${announcement.what}`;
}

/** The same as the name of its day in a calendar: `retired. Shut down in the API.`, `sold at least until then. …` */
export function announcementTitle({ kind, effectiveOn, what }: Announcement): string {
  const { from, kept } = WORDS[kind];
  return `${(effectiveOn === null ? `${kept} at least until then` : from).toLowerCase()}. ${what}`;
}

/** What happens on the day it takes effect, and what an open promise keeps. */
const WORDS = {
  priceRise: { from: "Price rises", kept: "Price stays" },
  priceCut: { from: "Price falls", kept: "Price stays" },
  promotionEnds: { from: "Promotion over", kept: "Promotion goes on" },
  retirement: { from: "Retired", kept: "Sold" },
  withdrawn: { from: "No longer sold there", kept: "Sold there" },
  newModel: { from: "New", kept: "Not yet sold" },
} as const satisfies Record<AnnouncementKind, { readonly from: string; readonly kept: string }>;

/** `Retired from 14 Jan 2027`, `Sold at least until 28 May 2027`, `Price rises: called off on 8 Aug 2026`. */
function eventText({ kind, effectiveOn, atLeastUntil, withdrawnOn }: Announcement): string {
  const { from, kept } = WORDS[kind];
  if (withdrawnOn !== null) return `${from}: called off on ${formatDay(withdrawnOn)}`;
  return effectiveOn === null
    ? `${kept} at least until ${formatDay(atLeastUntil ?? "")}`
    : `${from} from ${formatDay(effectiveOn)}`;
}

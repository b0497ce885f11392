import type { Announcement, AnnouncementKind } from "../../../domain/history/announcement.ts";
import { formatDay } from "../../format.ts";

/** An announcement in words, who does what and when first: `OpenAI: retired from 14 Jan 2027. Shut down in the API.` */
export function announcementText(announcement: Announcement, platformName: string): string {
  return `${platformName}: ${eventText(announcement)}. ${whatText(announcement)}`;
}

/** The same as the name of its day in a calendar: `retired. Shut down in the API.`, `sold at least until then. …` */
export function announcementTitle(announcement: Announcement): string {
  const { from, kept } = WORDS[announcement.kind];
  return `${announcement.effectiveOn === null ? `${kept} at least until then` : from}. ${whatText(announcement)}`;
}

/** What happens on the day it takes effect, and what an open promise keeps. */
const WORDS = {
  priceRise: { from: "price rises", kept: "price stays" },
  priceCut: { from: "price falls", kept: "price stays" },
  promotionEnds: { from: "promotion over", kept: "promotion goes on" },
  retirement: { from: "retired", kept: "sold" },
  withdrawn: { from: "no longer sold", kept: "sold" },
  newModel: { from: "new", kept: "not yet sold" },
} as const satisfies Record<AnnouncementKind, { readonly from: string; readonly kept: string }>;

/** `retired from 14 Jan 2027`, `sold at least until 28 May 2027`, `price rises: called off on 8 Aug 2026`. */
function eventText({ kind, effectiveOn, atLeastUntil, withdrawnOn }: Announcement): string {
  const { from, kept } = WORDS[kind];
  if (withdrawnOn !== null) return `${from}: called off on ${formatDay(withdrawnOn)}`;
  return effectiveOn === null
    ? `${kept} at least until ${formatDay(atLeastUntil ?? "")}`
    : `${from} from ${formatDay(effectiveOn)}`;
}

/** Our note, its days written as everywhere on pages: `2026-12-10` → `10 Dec 2026`. */
const whatText = ({ what }: Announcement): string => what.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, formatDay);

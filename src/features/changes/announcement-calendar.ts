import { createEvents } from "ics";
import type { Announcement } from "../../domain/history/announcement.ts";
import { addDays } from "../../domain/money/days.ts";
import { announcementText, announcementTitle } from "../../site/words/days/announcement-text.ts";

/**
 * Announced days as an iCalendar file (RFC 5545): one whole day each, called-off ones as cancelled. An open promise is on its last
 * certain day. The stamp is the day the source was last read, never the clock.
 */
export function announcementCalendar(announcements: readonly Announcement[], modelName: (id: string) => string | null): string {
  const events = announcements.flatMap((each) => {
    const day = each.effectiveOn ?? each.atLeastUntil;
    return day === null ? [] : [eventOf(each, day, each.model === null ? null : (modelName(each.model) ?? each.model))];
  });
  const { error, value } = createEvents(events, { productId: "-//Token Parity//Announcements//EN", calName: "Token Parity" });
  if (error !== null || value === null) throw new Error("announcements make no calendar", { cause: error });
  return value;
}

function eventOf(announcement: Announcement, day: string, name: string | null) {
  const { id, platform, sourceUrl, checkedOn, withdrawnOn } = announcement;
  return {
    uid: `${id}@tokenparity.dev`,
    timestamp: Date.parse(checkedOn),
    start: dateArray(day),
    end: dateArray(addDays(day, 1)),
    title: `${name ?? platform}: ${announcementTitle(announcement)}`,
    description: announcementText(announcement),
    url: sourceUrl,
    status: withdrawnOn === null ? ("CONFIRMED" as const) : ("CANCELLED" as const),
    transp: "TRANSPARENT" as const,
  };
}

function dateArray(day: string): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

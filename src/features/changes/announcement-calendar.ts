import { createEvents } from "ics";
import type { Announcement } from "../../domain/history/announcement.ts";
import { addDays } from "../../domain/money/days.ts";
import { announcementText, announcementTitle } from "../../site/words/days/announcement-text.ts";

/**
 * Announced days as an iCalendar file (RFC 5545): one whole day each, called-off ones as cancelled. An open promise is on its last
 * certain day. The stamp is the day the source was last read, never the clock.
 */
export function announcementCalendar(
  announcements: readonly Announcement[],
  modelName: (id: string) => string | null,
  platformName: (id: string) => string,
): string {
  const events = announcements.flatMap((each) => {
    const day = each.effectiveOn ?? each.atLeastUntil;
    if (day === null) return [];
    const name = each.model === null ? null : (modelName(each.model) ?? each.model);
    return [eventOf(each, day, { name, seller: platformName(each.platform) })];
  });
  const { error, value } = createEvents(events, { productId: "-//Token Parity//Announcements//EN", calName: "Token Parity" });
  if (error !== null || value === null) throw new Error("announcements make no calendar", { cause: error });
  return value;
}

function eventOf(announcement: Announcement, day: string, { name, seller }: { name: string | null; seller: string }) {
  const { id, sourceUrl, checkedOn, withdrawnOn } = announcement;
  return {
    uid: `${id}@tokenparity.dev`,
    timestamp: Date.parse(checkedOn),
    start: dateArray(day),
    end: dateArray(addDays(day, 1)),
    title: `${name === null ? seller : `${name} at ${seller}`}: ${announcementTitle(announcement)}`,
    description: announcementText(announcement, seller),
    url: sourceUrl,
    status: withdrawnOn === null ? ("CONFIRMED" as const) : ("CANCELLED" as const),
    transp: "TRANSPARENT" as const,
  };
}

function dateArray(day: string): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

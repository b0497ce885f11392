import { announcements, names } from "../data/catalog.ts";
import { changeNames } from "../data/change-record.ts";
import { announcementCalendar } from "../features/changes/announcement-calendar.ts";

export const GET = (): Response =>
  new Response(announcementCalendar(announcements, changeNames.model, names.platform), {
    headers: { "content-type": "text/calendar; charset=utf-8" },
  });

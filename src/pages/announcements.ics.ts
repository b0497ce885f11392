import { announcements } from "../data/catalog.ts";
import { namer } from "../data/change-record.ts";
import { announcementCalendar } from "../features/changes/announcement-calendar.ts";

export const GET = (): Response =>
  new Response(announcementCalendar(announcements, namer.model), { headers: { "content-type": "text/calendar; charset=utf-8" } });

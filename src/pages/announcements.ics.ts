import { announcementCalendar } from "../lib/announcement-calendar.ts";
import { announcements } from "../lib/catalog.ts";
import { namer } from "../lib/moves.ts";

export const GET = (): Response =>
  new Response(announcementCalendar(announcements, namer.model), { headers: { "content-type": "text/calendar; charset=utf-8" } });

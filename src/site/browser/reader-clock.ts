import { DAY_MINUTES, DAYS, WEEK_MINUTES } from "../../domain/money/weekday.ts";

/** What a reader's own clock says. Pages are built without one; what it costs now is for the reader's browser to say. */
export interface ReaderClock {
  /** The minute of the week, Monday 00:00 = 0, in the reader's time zone. */
  readonly minute: number;
  /** How far that zone is ahead of UTC today: −300 in New York in winter. */
  readonly aheadMinutes: number;
  /** `America/New_York`. */
  readonly zone: string;
}

/** The minute of the reader’s week (0 = Monday 00:00), how far it is ahead of UTC in minutes, and the name of the time zone. */
export function readerClock(): ReaderClock {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [minute, utc] = [minuteIn(zone), minuteIn("UTC")];
  const ahead = (minute - utc + WEEK_MINUTES) % WEEK_MINUTES;
  return { minute, aheadMinutes: ahead > WEEK_MINUTES / 2 ? ahead - WEEK_MINUTES : ahead, zone };
}

const DAY_PLACES: ReadonlyMap<string, number> = new Map(DAYS.map((day, place) => [day, place]));

/** A format that is given no moment formats the present one. */
function minuteIn(timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const parts = new Map(format.formatToParts().map(({ type, value }) => [type, value]));
  const day = DAY_PLACES.get(parts.get("weekday")?.toLowerCase() ?? "") ?? 0;
  return day * DAY_MINUTES + Number(parts.get("hour")) * 60 + Number(parts.get("minute"));
}

import type { Announcement } from "../../domain/history/announcement.ts";
import { formatDay } from "../format.ts";

/** An announcement on a model's page. */
export function announcementText({ what, effectiveOn, atLeastUntil, withdrawnOn }: Announcement): string {
  const when = effectiveOn === null ? `at least until ${formatDay(atLeastUntil ?? "")}` : `from ${formatDay(effectiveOn)}`;
  return `${what} ${withdrawnOn === null ? `Announced: ${when}.` : `Called off on ${formatDay(withdrawnOn)}.`}`;
}

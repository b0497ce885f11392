import type { StoredReading } from "../merge/reading-row.ts";
import type { Objection } from "./objection.ts";

/** A pricing key nobody understands: perhaps a new thing that costs money. The offer is marked, not held. */
export function unreadMeter({ unreadMeters }: StoredReading): Objection | null {
  if (unreadMeters.length === 0) return null;
  return { rule: "unreadMeter", detail: `pricing keys nobody reads: ${unreadMeters.join(", ")}` };
}

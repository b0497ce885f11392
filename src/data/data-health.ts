import { platformReading } from "../domain/source/platforms/platform-reading.ts";
import { mirrors, notChat, offers, offersAt, platforms, run, unmatched } from "./catalog.ts";
import { answersToday } from "./rankings.ts";

/** What the page of data shows: the night's sources, what is held, and how each platform's price is read, the one with most offers first. */
export function dataHealth() {
  const readings = platforms
    .filter(({ status }) => status !== "closed")
    .map(({ id }) => platformReading(id, offersAt(id), run))
    .toSorted((a, b) => b.offers - a.offers || (a.platform < b.platform ? -1 : 1));
  const names = new Map(platforms.map(({ id, name }) => [id, name]));
  const nameOf = (platform: string): string => names.get(platform) ?? platform;
  return { run, offers, unmatched, notChat, answers: answersToday(), readings, nameOf, mirrors };
}

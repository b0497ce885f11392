import type { Offer } from "../../../src/domain/offer/offer.ts";
import { escapeMarkdown } from "../../../src/site/markdown.ts";
import type { LastNightsRows, Store } from "./store.ts";

/** The offers of last night that are gone tonight. */
export function goneOffers(before: LastNightsRows, after: Store): readonly Offer[] {
  const idsNow = new Set(after.offers.map(({ id }) => id));
  return before.offers.filter(({ id }) => !idsNow.has(id));
}

/** Every offer that left, by platform and reason: `- groq: models.dev no longer lists it: acme/nano, acme/nova`. */
export function goneList(before: LastNightsRows, after: Store): string {
  const groups = Map.groupBy(goneOffers(before, after), (offer) => `${offer.platform}: ${whyGone(offer, after)}`);
  const lines = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const texts = lines.map(([why, offers]) => escapeMarkdown(`${why}: ${offers.map(({ model }) => model).join(", ")}`));
  return texts.length === 0 ? "None." : texts.map((text) => `- ${text}`).join("\n");
}

function whyGone({ id, source, platform, upstreamId }: Offer, { readings, unmatched, gone }: Store): string {
  const tombstone = gone.find((each) => each.id === id);
  if (tombstone !== undefined) return `${tombstone.why} on ${tombstone.goneOn ?? "a day nobody knows"}`;
  const rows = readings.get(source.id) ?? [];
  const row = rows.find((each) => each.key.platform === platform && each.upstreamId === upstreamId);
  if (row === undefined) return `${source.id} no longer lists it`;
  if (row.leftOut !== null) return "an exception leaves it out";
  const isLost = unmatched.some((each) => each.platform === platform && each.upstreamId === upstreamId);
  return isLost ? "its id leads to no model" : "it stands under another name, or a rule leaves it out";
}

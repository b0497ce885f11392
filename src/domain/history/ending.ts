import type { GoneReason } from "../offer/gone-offer.ts";
import type { Offer } from "../offer/offer.ts";
import type { Platform } from "../platform/platform.ts";
import { type Announcement, announcementState } from "./announcement.ts";

/** What ends offers at one platform: of one model, or of all where the platform closed. */
export interface Ending {
  readonly platform: string;
  /** Null = every model. */
  readonly model: string | null;
  readonly why: GoneReason;
  /** The first day without it; null = not known. */
  readonly goneOn: string | null;
  readonly sourceUrl: string;
}

/**
 * What has ended by a day: closed platforms, and retirements and withdrawals that took effect. Only what is sure ends anything: a date
 * nobody could confirm (`confidence` medium or low) is shown as announced and leaves the offer alone.
 * Groq's `llama-3.1-8b-instruct`, withdrawn on 2026-08-16, seen on 2026-11-20 → one ending.
 */
export function endingsBy(
  day: string,
  announcements: readonly Announcement[],
  platforms: readonly Platform[],
): readonly Ending[] {
  const closed = platforms.flatMap((platform) => closingOf(platform, day));
  return [...closed, ...announcements.flatMap((each) => endingOf(each, day))];
}

/** What of an offer an ending is held against. */
export type EndableOffer = Pick<Offer, "model" | "platform" | "source" | "retiresOn">;

/**
 * The ending that ends an offer by a day; null = it is still sold. `hostPlatform` is who sells the weights behind a router, where that is
 * known. A last day that the platform itself named ends it too, unless it was read again on that day or later.
 */
export function endingOfOffer(
  offer: EndableOffer,
  hostPlatform: string | null,
  endings: readonly Ending[],
  day: string,
): Ending | null {
  return announcedEnding(offer, hostPlatform, endings) ?? ownEnding(offer, day);
}

function ownEnding({ model, platform, source, retiresOn }: EndableOffer, day: string): Ending | null {
  if (retiresOn === null || retiresOn > day || source.readAt.slice(0, 10) >= retiresOn) return null;
  return { platform, model, why: "withdrawn", goneOn: retiresOn, sourceUrl: source.url };
}

function announcedEnding(
  { model, platform, source }: EndableOffer,
  hostPlatform: string | null,
  endings: readonly Ending[],
): Ending | null {
  const isOf = (ending: Ending) => ending.model === null || ending.model === model;
  const direct = endings.find((ending) => ending.platform === platform && isOf(ending));
  if (direct !== undefined || hostPlatform === null) return direct ?? null;
  const isEarlier = ({ goneOn }: Ending) => goneOn === null || source.readAt.slice(0, 10) < goneOn;
  // A router that was read since may have found another way to the same name; a reading from before knows nothing of the end.
  return endings.find((ending) => ending.platform === hostPlatform && isOf(ending) && isEarlier(ending)) ?? null;
}

function closingOf({ id, status, closedOn, closure }: Platform, day: string): readonly Ending[] {
  if (status !== "closed" || closure === undefined || (closedOn ?? "") > day) return [];
  return [{ platform: id, model: null, why: "closed", goneOn: closedOn ?? null, sourceUrl: closure.sourceUrl }];
}

function endingOf(announcement: Announcement, day: string): readonly Ending[] {
  const { model, platform, kind, effectiveOn, sourceUrl, confidence } = announcement;
  if (kind !== "retirement" && kind !== "withdrawn") return [];
  if (model === null || confidence !== "high" || announcementState(announcement, day) !== "effective") return [];
  return [{ platform, model, why: kind === "withdrawn" ? "withdrawn" : "retired", goneOn: effectiveOn, sourceUrl }];
}

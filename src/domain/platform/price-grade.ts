import { valueOn } from "../money/fact.ts";
import type { Evidence } from "../source/evidence-class.ts";
import type { SourceRef } from "../source/source-ref.ts";
import type { OwnPrices, Platform } from "./platform.ts";

/** What the grade reads of an offer. */
export interface GradedOffer {
  readonly evidence: Evidence;
  readonly restsOn: SourceRef;
}

/** How a platform's prices can be checked, and the newest reading that shows it. */
export type PriceGrade =
  /** A program reads the platform's own API or page: ours, or that of a catalogue which copies it and says when. */
  | { readonly grade: "A"; readonly readBy: "us" | "catalogue"; readonly newest: SourceRef }
  /** A person read the platform's own page, and wrote down the day. */
  | { readonly grade: "B"; readonly newest: SourceRef }
  /** It states prices itself, and no source of ours reads them: what is here is a catalogue's word, or its own claim. */
  | { readonly grade: "C"; readonly states: Exclude<OwnPrices["kind"], "onRequest"> }
  /** No public price of its own was found. */
  | { readonly grade: "D" };

/**
 * The grade by rule, from how its offers' prices are known, never typed: `own` or `mirror` A, `transcribed` B, else C
 * where it states prices in public and D where it does not. OpenRouter, whose API our job reads: A. Fireworks, whose API models.dev's program
 * copies: A, read by a catalogue. TokenMart, known from its own articles: C. Null = it sells nothing any more.
 */
export function priceGrade(platform: Platform, offers: readonly GradedOffer[], asOf: string): PriceGrade | null {
  if (platform.status === "closed") return null;
  const readByUs = newestOf(offers, "own");
  if (readByUs !== null) return { grade: "A", readBy: "us", newest: readByUs };
  const mirrored = newestOf(offers, "mirror");
  if (mirrored !== null) return { grade: "A", readBy: "catalogue", newest: mirrored };
  const states = valueOn(platform.ownPrices, asOf)?.kind ?? "onRequest";
  const transcribed = newestOf(offers, "transcribed");
  if (transcribed !== null && states !== "claim") return { grade: "B", newest: transcribed };
  return states === "onRequest" ? { grade: "D" } : { grade: "C", states };
}

function newestOf(offers: readonly GradedOffer[], wanted: Evidence): SourceRef | null {
  const readings = offers.filter(({ evidence }) => evidence === wanted).map(({ restsOn }) => restsOn);
  return readings.toSorted((a, b) => (a.readAt < b.readAt ? 1 : -1))[0] ?? null;
}

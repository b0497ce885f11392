import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { formatShortDay } from "../format.ts";
import { sourceName } from "./source-name.ts";

/** What is said of how a price is known. */
export type EvidenceFacts = Pick<AssessedOffer, "evidence" | "restsOn" | "confirmedBy" | "via">;

/**
 * Who says so and when, for a sentence: `confirmed by the platform, 20 Nov`, `copied from its API by models.dev, 30 Sep`, `written down from
 * its page, 3 Oct, via SergeevDmitry/llm-kit, unchanged in pi-ai, 20 Nov`, `pi-ai, 20 Nov, and LiteLLM, 21 Aug, agree`, `one catalogue only:
 * models.dev, 30 Sep`.
 */
export function evidenceText(offer: EvidenceFacts): string {
  const { evidence, restsOn, confirmedBy, via } = offer;
  const day = formatShortDay(restsOn.readAt);
  switch (evidence) {
    case "own":
      return `confirmed by the platform, ${day}${unchanged(confirmedBy)}`;
    case "mirror":
      return `copied from its API by ${sourceName(restsOn)}, ${day}`;
    case "transcribed":
      return `written down from its page, ${day}${via === null ? "" : `, via ${shortVia(via)}`}${unchanged(confirmedBy)}`;
    case "corroborated":
      return `${sourceName(restsOn)}, ${day}, and ${confirmedBy === null ? "its page, undated," : `${sourceName(confirmedBy)}, ${formatShortDay(confirmedBy.readAt)},`} agree`;
    case "reported":
      return `one catalogue only: ${sourceName(restsOn)}, ${day}`;
    default:
      return evidence satisfies never;
  }
}

/** `kurofune/claudit v1.9.2 release notes (page re-read …)` → `kurofune/claudit v1.9.2 release notes`. */
const shortVia = (via: string): string => via.split(/[@;(]/, 1)[0]?.trim() ?? via;

const unchanged = (by: EvidenceFacts["confirmedBy"]): string =>
  by === null ? "" : `, unchanged in ${sourceName(by)}, ${formatShortDay(by.readAt)}`;

/** The same in few words, for a cell beside source and day. */
export const EVIDENCE_WORDS = {
  own: "confirmed by the platform",
  mirror: "copied from its API",
  transcribed: "written down from its page",
  corroborated: "two catalogues agree",
  reported: "one catalogue only",
} as const satisfies Record<AssessedOffer["evidence"], string>;

/** What each of them means, in a sentence. */
export const EVIDENCE_MEANINGS = {
  own: "Our job read it from the platform’s own API or page.",
  mirror: "A catalogue’s program copies the platform’s API and says when.",
  transcribed: "A person wrote down the platform’s own page, with address and day.",
  corroborated: "Two catalogues that do not copy each other show the same.",
  reported: "One catalogue names it and nobody else.",
} as const satisfies Record<AssessedOffer["evidence"], string>;

/** The same of a row: what names no price confirms none. */
export const evidenceWord = (offer: Pick<AssessedOffer, "evidence" | "prices" | "unitPrices">): string =>
  namesPrice(offer) ? EVIDENCE_WORDS[offer.evidence] : "names no price";

/** Whether anything is known of what it costs, zero or per song too. */
export const namesPrice = ({ prices, unitPrices }: Pick<AssessedOffer, "prices" | "unitPrices">): boolean =>
  Object.keys(prices).length > 0 || Object.keys(unitPrices).length > 0;

/** The class and the day alone: `written down from its page, 3 Oct`. The rest is said where the price is. */
export const evidenceInShort = ({ evidence, restsOn }: EvidenceFacts): string =>
  `${EVIDENCE_WORDS[evidence]}, ${formatShortDay(restsOn.readAt)}`;

/** Why a price does not count, where its age or its source is why; null = neither is. */
export function uncountedText(offer: EvidenceFacts, why: string | null): string | null {
  if (why === "unconfirmed") return EVIDENCE_WORDS.reported;
  if (why === "aging") return `older: last read ${formatShortDay(offer.restsOn.readAt)}`;
  return why === "expired" ? `too old: last read ${formatShortDay(offer.restsOn.readAt)}` : null;
}

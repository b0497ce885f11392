import type { ModelAnswer } from "../doubt/answer-counts.ts";
import { cheapestOf, type RankedOffer } from "../ranking/cheapest.ts";
import { cheapestReported } from "./other-answers.ts";

/**
 * How one model is answered, from its ranked offers: who wins, who would with one catalogue's word counted, on how many platforms. Opus 4.8 →
 * Anthropic, `transcribed`; UnoRouter if it had no doubts; and so many platforms that may win.
 */
export function modelAnswer(rows: readonly RankedOffer[], usageRank: number | null): ModelAnswer {
  const winner = cheapestOf(rows)?.offer ?? null;
  return {
    usageRank,
    platforms: platformsOf(rows.filter(isSold)),
    eligiblePlatforms: platformsOf(rows.filter(({ ineligible }) => ineligible === null)),
    winner: winner === null ? null : { offerId: winner.id, evidence: winner.evidence },
    unconfirmedWinner: cheapestReported(rows)?.offer.id ?? null,
    doubts: rows.map(({ offer }) => offer.doubts),
  };
}

/** For money, no matter who says so: not as a free variant, a batch or a withdrawn offer. */
const isSold = ({ offer, landed, ineligible }: RankedOffer): boolean =>
  landed !== null && offer.tier === "standard" && offer.status !== "retired" && ineligible !== "free" && ineligible !== "ownKey";

const platformsOf = (rows: readonly RankedOffer[]): number => new Set(rows.map(({ offer }) => offer.platform)).size;

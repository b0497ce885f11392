/** How we know a price, the strongest first. Derived, never typed. Apart from `evidence.ts`, which brings zod along. */
export const EVIDENCE = ["own", "mirror", "transcribed", "corroborated", "reported"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** The platform's own words: read by our job, or written down by a person. */
export const isFirstHand = (evidence: Evidence): boolean => evidence === "own" || evidence === "transcribed";

/** How old a price is, the best first: only fresh ones decide, and aging ones where a model has no fresh one. Apart from `price-age.ts`, which brings the table of sources along. */
export const AGE_CLASSES = ["fresh", "aging", "expired"] as const;
export type AgeClass = (typeof AGE_CLASSES)[number];

/** Past its source's budget a price that nothing contradicts may stand in for so many days. */
export const MAX_AGING_DAYS = 60;

/** The day on which a price was last read as it is. */
export const dayOfPrice = ({ restsOn }: { readonly restsOn: { readonly readAt: string } }): string => restsOn.readAt.slice(0, 10);

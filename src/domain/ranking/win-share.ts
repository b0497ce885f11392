/** Elo points at which one of two wins ten times as often: the scale of LMArena and of every Elo. */
const ELO_PER_DECADE = 400;

/** The chance to win one comparison against a rival: 100 Elo above it gives 0.64. */
export const winChance = (elo: number, rivalElo: number): number => 1 / (1 + 10 ** ((rivalElo - elo) / ELO_PER_DECADE));

/**
 * The expected share of wins against a fixed field: the mean of `winChance` over it. It has a true zero, so it can be divided
 * by a price: 1,400 against a field of 1,300 and 1,500 gives 0.5. Null without a field.
 */
export function winShare(elo: number, fieldElos: readonly number[]): number | null {
  if (fieldElos.length === 0) return null;
  return fieldElos.reduce((sum, rival) => sum + winChance(elo, rival), 0) / fieldElos.length;
}

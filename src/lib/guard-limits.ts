/** The guards' limits in words, for /methodology/. */
export const guardLimits: readonly (readonly [rule: string, limit: string])[] = [];

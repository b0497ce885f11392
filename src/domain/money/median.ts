/** The middle value, in the unit of the values; of an even number the mean of the two middles: `[3, 1, 2]` → 2, `[1, 2]` → 1.5. Null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The same as a whole number, for millionths of a dollar and basis points: `[1, 2]` → 2. Null of none. */
export function roundedMedian(values: readonly number[]): number | null {
  const middle = median(values);
  return middle === null ? null : Math.round(middle);
}

/** The middle value, of an even number the lower of the two: always one of the values. `[1, 2]` → 1. Null of none. */
export const lowerMedian = (values: readonly number[]): number | null =>
  values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? null;

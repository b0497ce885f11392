import { formatCount } from "../format.ts";

/** Fitted quality to the whole point: 1451.3 → "1,451". */
export const formatElo = (value: number): string => formatCount(value);

/** `1,420–1,444` */
export const intervalText = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${formatElo(low)}–${formatElo(high)}`;

/** `between 2 and 7, tied with 5`, or `tied with none` */
export function rankNote({
  rankInterval: [low, high],
  tiedWith,
}: {
  readonly rankInterval: readonly [number, number];
  readonly tiedWith: number;
}): string {
  return tiedWith === 0 ? "tied with none" : `between ${low} and ${high}, tied with ${tiedWith}`;
}

import type { Meter } from "../../../domain/offer/meter.ts";
import { formatDelta, formatMeter, formatPlural, formatShortDay, formatUsdRange, WORDS } from "../../../site/format.ts";
import type { Cell } from "../../../table/column.ts";
import { equalText } from "../../../table/offer-cells.ts";
import type { FoldKind } from "./offer-arrangement.ts";
import type { ModelOfferLine } from "./offer-line.ts";
import { isMonthComparable, monthHint } from "./offer-month.ts";

/** The cells of a row that stands for folded ones: how many they are, from where to where each figure goes, and who they are. */

type Rows = readonly ModelOfferLine[];

const NOTHING: Cell = { text: "" };

/** How many they are, and who. */
export function foldedName(rows: Rows, kind: FoldKind): Cell {
  return {
    text: "",
    pieces: [
      { kind: "fold", text: titleOf(rows, kind) },
      { kind: "note", text: membersOf(rows, kind) },
      ...(isAnyCounted(rows) ? [] : [{ kind: "note", text: "not counted" } as const]),
    ],
  };
}

const isAnyCounted = (rows: Rows): boolean => rows.some(isMonthComparable);

/** `20 platforms at list price` (`at the median price` where there is none), `Amazon Bedrock, 4 regions`, `14 hosts`. */
function titleOf(rows: Rows, kind: FoldKind): string {
  const platforms = formatPlural(new Set(rows.map(({ offer }) => offer.platform)).size, "platform");
  switch (kind) {
    case "list":
      return `${platforms} at ${isToMedian(rows) ? "the median" : "list"} price`;
    case "price":
      return `${platforms}${rows.some(isPriced) ? " at one price" : ", price unknown"}`;
    case "platform":
      return `${rows[0]?.seller.name ?? ""}, ${formatPlural(rows.length, regionsOf(rows).length === rows.length ? "region" : "offer")}`;
    case "hosts":
      return formatPlural(new Set(rows.map(({ seller }) => seller.name)).size, "host");
    case "more":
      return `${formatPlural(rows.length, "offer")} more`;
    default:
      return kind satisfies never;
  }
}

const isPriced = ({ offer: { prices } }: ModelOfferLine): boolean => prices.input !== undefined || prices.output !== undefined;

/** So many are named. */
const NAMED = 4;

/** Who they are, the first few by name: `Requesty, Eden AI, Poe, Ofox and 12 more`; of one platform its regions. */
function membersOf(rows: Rows, kind: FoldKind): string {
  const regions = regionsOf(rows);
  const isByRegion = kind === "platform" && regions.length === rows.length;
  const all = isByRegion ? regions : [...new Set(rows.map(({ seller }) => seller.name))];
  if (kind === "platform" && !isByRegion) return "";
  const named = all.slice(0, NAMED);
  return all.length > named.length ? `${named.join(", ")} and ${all.length - named.length} more` : named.join(", ");
}

const regionsOf = (rows: Rows): readonly string[] => [
  ...new Set(rows.flatMap(({ offer }) => (offer.region === null ? [] : [offer.region]))),
];

/** From the lowest month that counts to the highest; where none does, from the lowest of all, and pale. */
export function foldedMonth(rows: Rows): Cell {
  const priced = rows.filter(({ landed, offer }) => landed !== null && offer.tier !== "free");
  const counted = priced.filter(isMonthComparable);
  const shown = counted.length === 0 ? priced : counted;
  const months = shown.flatMap(({ landed }) => landed ?? []);
  if (months.length === 0) return isFree(rows) ? { text: WORDS.free } : NOTHING;
  return {
    ...(counted.length === 0 ? { side: "muted" } : {}),
    text: formatUsdRange(Math.min(...months.map(({ usd }) => usd)), Math.max(...months.map(({ upperUsd }) => upperUsd))),
    ...monthHint(shown),
  };
}

const isFree = (rows: Rows): boolean => rows.every(({ offer }) => offer.tier === "free");

const isToMedian = (rows: Rows): boolean => rows.some((row) => row.isToMedian);

/** The input's difference to list: one, or from the least to the most. */
export function foldedDelta(rows: Rows): Cell {
  if (isFree(rows)) return { text: WORDS.free, side: "under" };
  const bps = rows.flatMap(({ deltas }) => deltas?.bps.input ?? []);
  if (bps.length < rows.length) return NOTHING;
  const [low, high] = [Math.min(...bps), Math.max(...bps)];
  if (low === 0 && high === 0) return { text: equalText({ isToMedian: isToMedian(rows) }), side: "none" };
  if (low !== high) return { text: `${formatDelta(low)} to ${formatDelta(high)}`, side: "muted" };
  return { text: formatDelta(low), side: low < 0 ? "under" : "over" };
}

/** A price, or from the lowest to the highest; the word for why there is none where none of them has one. */
export function foldedMeter(rows: Rows, meter: Meter): Cell {
  const prices = rows.flatMap(({ offer }) => offer.prices[meter] ?? []);
  if (prices.length === 0) return { text: gapText(rows, meter), side: "none" };
  const [low, high] = [Math.min(...prices), Math.max(...prices)].map((price) => formatMeter(price, undefined));
  const text = low === high ? `${low}` : `${low} – ${high}`;
  return prices.some((price) => price > 0) ? { text } : { text, side: "none" };
}

/** The word that all of them have for it; where they differ, nothing is known of them together. */
function gapText(rows: Rows, meter: Meter): string {
  const words = new Set(rows.map(({ offer }) => formatMeter(undefined, offer.gaps[meter])));
  const [only = WORDS.unknown] = words;
  return words.size === 1 ? only : WORDS.unknown;
}

/** The day they were read on, or from the first to the last. */
export function foldedDays(rows: Rows): Cell {
  const days = rows.map(({ offer }) => offer.restsOn.readAt.slice(0, 10)).toSorted();
  const [first, last] = [formatShortDay(days[0] ?? ""), formatShortDay(days.at(-1) ?? "")];
  return { text: "", pieces: [{ kind: "day", text: first === last ? first : `${first} – ${last}` }] };
}

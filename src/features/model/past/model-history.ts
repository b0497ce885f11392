import { type AheadPrice, type HistoryChart, historyChart } from "../../../domain/chart/history-chart.ts";
import { type PriceFacts, priceFacts } from "../../../domain/chart/price-series.ts";
import { seriesOf } from "../../../domain/chart/price-step.ts";
import { type Announcement, announcementState } from "../../../domain/history/announcement.ts";
import type { Change } from "../../../domain/history/change.ts";
import { foldTransients, isPriceChange, type PriceEvent } from "../../../domain/history/price-event.ts";
import type { MicroUsdPerMTok } from "../../../domain/money/money.ts";
import { offerId } from "../../../domain/offer/offer-id.ts";
import { deltaBps } from "../../../domain/reference/delta.ts";
import type { ModelSheet } from "../../../domain/reference/model-sheet.ts";
import { formatDay, formatDelta, formatMeter, formatPlural, formatUsdPerMTok } from "../../../site/format.ts";
import { spanText } from "../../../site/words/span-text.ts";

/** One line of a model's history: whose input price, drawn and in words. */
export interface HistorySeries {
  readonly offerId: string;
  readonly name: string;
  readonly kind: "list" | "routed";
  readonly words: string;
}

export interface ModelHistory {
  readonly chart: HistoryChart;
  /** The day of the data. */
  readonly asOf: string;
  readonly series: readonly HistorySeries[];
  readonly label: string;
  /** Said of the chart where days lie between two readings; else empty. */
  readonly spans: string;
  readonly moves: readonly HistoryLine[];
  /** Said of the moves where a step of the chart is none of them; else empty. */
  readonly otherSource: string;
  readonly more: number;
}

/** One row of the table behind the chart. */
export interface HistoryLine {
  readonly day: string;
  readonly seller: string;
  readonly meter: string;
  readonly old: string;
  readonly now: string;
  readonly delta: string;
  readonly side: "under" | "over" | undefined;
}

/** What is written down of a model's prices on other days. */
interface ModelRecord {
  readonly changes: readonly Change[];
  readonly announced: readonly Announcement[];
  /** The ids under which its maker sells. */
  readonly makersPlatforms: readonly string[];
}

const SPANS = "A step stands on the day it was read; the table says since when.";

const OTHER_SOURCE = "Where another source took over, a step is no move.";

/** Moves shown on the page; the JSON has all. */
const SHOWN = 6;

/**
 * The past of the list price and of OpenRouter's routed price, or null where neither ever had more than one day. Where the maker sells it no
 * more, what it asked while it did.
 */
export function modelHistory(
  sheet: ModelSheet,
  { changes, announced, makersPlatforms }: ModelRecord,
  asOf: string,
): ModelHistory | null {
  const figures = [...formerLists(sheet, makersPlatforms), ...historyFigures(sheet)].map((figure) => ({
    ...figure,
    steps: seriesOf(changes, figure.offerId, "input", null),
  }));
  const pricedFigures = figures.filter(({ steps }) => steps.length > 0);
  const chart = historyChart(
    pricedFigures.map(({ steps }) => steps),
    asOf,
    pricedFigures[0]?.kind === "list" ? aheadPrices(sheet, announced, asOf) : [],
  );
  if (chart === null) return null;
  const ids = new Set(pricedFigures.map((each) => each.offerId));
  const events = foldTransients(changes.filter((change) => ids.has(change.offerId))).filter(isOfBase);
  const moves = events.filter(isShown).toReversed();
  const shown = shownMoves(moves, pricedFigures);
  const series = pricedFigures.flatMap(({ offerId: id, name, kind }) => {
    const facts = priceFacts(changes, { offerId: id, meter: "input", condition: null }, asOf);
    return facts === null ? [] : [{ offerId: id, name, kind, words: factsText(facts) }];
  });
  return {
    chart,
    asOf,
    series,
    label: series.map(({ name, words }) => `${name}: ${words}`).join(" "),
    spans: moves.some(({ notBefore }) => notBefore !== undefined) ? SPANS : "",
    moves: shown.map((event) => lineOf(event, pricedFigures)),
    otherSource: otherSourceText(events, shown),
    more: Math.max(0, moves.length - SHOWN),
  };
}

/** A step that the chart and the sentence have and the rows have not, no older than they are: the reader would look for it there. */
function otherSourceText(events: readonly PriceEvent[], shown: readonly PriceEvent[]): string {
  const oldest = shown.at(-1)?.day;
  return oldest !== undefined && events.some((event) => isStepOfSource(event) && event.day >= oldest) ? OTHER_SOURCE : "";
}

/** The newest ones; what the maker itself did before what routing did, which moves by the day. */
function shownMoves(
  moves: readonly PriceEvent[],
  figures: readonly { readonly offerId: string; readonly kind: HistorySeries["kind"] }[],
): readonly PriceEvent[] {
  const lists = new Set(figures.flatMap(({ offerId: id, kind }) => (kind === "list" ? [id] : [])));
  const [own, routed] = [true, false].map((isOwn) => moves.filter(({ offerId: id }) => lists.has(id) === isOwn));
  const shown = new Set([...(own ?? []), ...(routed ?? [])].slice(0, SHOWN));
  return moves.filter((move) => shown.has(move));
}

/** What the maker asked for a model that has no list price now. */
function formerLists({ model, reference }: ModelSheet, makersPlatforms: readonly string[]) {
  if (reference?.kind === "list") return [];
  return makersPlatforms.map((platform) => ({
    offerId: offerId(model.id, { ...PLAIN, platform }),
    name: `${model.makerName}’s own price`,
    kind: "list" as const,
  }));
}

const PLAIN = { host: null, region: null, tier: "standard", quantization: null, variant: null } as const;

/** The list prices that its platform announced and that are still to come. */
function aheadPrices({ reference }: ModelSheet, announced: readonly Announcement[], asOf: string): readonly AheadPrice[] {
  const platform = reference?.kind === "list" ? reference.offer.platform : null;
  return announced.flatMap((each) => {
    const day = each.effectiveOn ?? each.atLeastUntil;
    const isPrice = each.kind === "priceRise" || each.kind === "priceCut" || each.kind === "promotionEnds";
    if (!isPrice || each.platform !== platform || day === null || announcementState(each, asOf) !== "ahead") return [];
    return [{ day, micro: each.after?.input ?? null }];
  });
}

/**
 * The figures whose past a model's page shows: its list price, and what OpenRouter routes it for. Of a list price that is known from an offer at a
 * discount the past is not known: nobody kept what was taken off on earlier days.
 */
export function historyFigures({ model, reference }: ModelSheet) {
  const routed = offerId(model.id, { ...PLAIN, platform: "openrouter" });
  return [
    ...(reference?.kind === "list" && reference.offer.discountBps === null
      ? [{ offerId: reference.offer.id, name: "List price", kind: "list" as const }]
      : []),
    { offerId: routed, name: "OpenRouter", kind: "routed" as const },
  ];
}

const isOfBase = ({ condition, meter }: PriceEvent): boolean => condition === null && (meter === "input" || meter === "output");
const isShown = (event: PriceEvent): boolean => isPriceChange(event) || event.note === "transient";
const isStepOfSource = ({ note, old, new: now }: PriceEvent): boolean => note === "otherSource" && old !== now;

function factsText({ current, since, ageDays, low, high, lowestSince, changesIn90Days }: PriceFacts): string {
  const age = ageDays === 0 ? "" : `, for ${formatPlural(ageDays, "day")}`;
  const now = current === null ? "no price now" : `${formatUsdPerMTok(current)} since ${formatDay(since)}${age}`;
  const range =
    low.micro === high.micro
      ? current === null
        ? `${formatUsdPerMTok(low.micro)} before`
        : "no other price so far"
      : `between ${formatUsdPerMTok(low.micro)} (${formatDay(low.day)}) and ${formatUsdPerMTok(high.micro)} (${formatDay(high.day)})`;
  const lowest =
    lowestSince === null
      ? ""
      : lowestSince === low.day || current === low.micro
        ? ", its lowest ever"
        : `, its lowest since ${formatDay(lowestSince)}`;
  return `${now}${lowest}; ${range}; ${formatPlural(changesIn90Days, "change")} in 90 days.`;
}

function lineOf(event: PriceEvent, figures: readonly { readonly offerId: string; readonly name: string }[]): HistoryLine {
  const [before, after] = turnOf(event);
  const bps = deltaBps(after, before);
  return {
    day:
      event.until === event.day
        ? spanText(event.day, event.notBefore)
        : `${formatDay(event.day)}, back on ${formatDay(event.until)}`,
    seller: figures.find(({ offerId: id }) => id === event.offerId)?.name ?? "",
    meter: event.meter,
    old: formatMeter(before ?? undefined, undefined),
    now: formatMeter(after ?? undefined, undefined),
    delta: bps === null ? "–" : formatDelta(bps),
    side: bps === null || bps === 0 ? undefined : bps < 0 ? "under" : "over",
  };
}

/** From which price to which: of a price that came back, what it was and what it showed in between. */
function turnOf({
  note,
  old,
  new: now,
  lastKnown,
  between,
}: PriceEvent): readonly [MicroUsdPerMTok | null, MicroUsdPerMTok | null] {
  return note === "transient" ? [now, between[0] ?? null] : [old ?? lastKnown, now];
}

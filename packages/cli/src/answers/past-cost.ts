import type { Assumption } from "../../../../src/domain/cost/landed-cost.ts";
import { lineMonth, type MixLine } from "../../../../src/domain/cost/mix-line.ts";
import { compareText } from "../../../../src/domain/money/compare-text.ts";
import { distanceFromPlain } from "../../../../src/domain/offer/distance-from-plain.ts";
import type { PriceBook } from "../site/price-book.ts";
import type { MonthRow } from "../site/shapes.ts";
import { usdText } from "./compare.ts";
import { type CostAnswer, type CostQuery, callsByModel, usedIn } from "./cost.ts";
import { passesFilter } from "./offer-row.ts";
import { rowsValidOn, whyNone } from "./price.ts";
import { usageMix } from "./usage-mix.ts";

/** All calls at one platform at the prices of a day, before fees: what a bill of tokens says. */
export interface PastPlatformCost {
  readonly platform: string;
  readonly usd: string;
  readonly offers: readonly string[];
  readonly evidence: readonly string[];
  readonly assumptions: readonly Assumption[];
}

export interface PastCostAnswer extends Pick<CostAnswer, "asOf" | "used" | "unread"> {
  readonly day: string;
  /** At the makers' own confirmed list prices; null where one is unknown. */
  readonly listUsd: string | null;
  /** That have a confirmed price of every model on that day, the cheapest first. */
  readonly platforms: readonly PastPlatformCost[];
  readonly note: string | null;
}

/** What calls cost on a past day, by the same engine. */
export async function pastCostOf(
  book: PriceBook,
  { usage, model, region, platforms, times }: CostQuery,
  day: string,
): Promise<PastCostAnswer> {
  const groups = callsByModel(book, usage, model);
  const month = day > book.asOf ? null : await book.month(day.slice(0, 7));
  const validRows = rowsValidOn(month?.prices ?? [], day).filter(({ tier }) => tier === "standard");
  const inRegion = validRows.filter((row) => passesFilter(row, { platform: null, host: null, region, tier: null }));
  const lines = groups.flatMap(([id, calls]) =>
    usageMix({ model: id, calls, offers: validRows.filter((row) => row.model === id) }, times),
  );
  const chosenOffers = inRegion.filter(({ platform }) => platforms.length === 0 || platforms.includes(platform));
  const costs = [...Map.groupBy(chosenOffers, ({ platform }) => platform)].flatMap(
    ([platform, rows]) => costAt(platform, lines, rows) ?? [],
  );
  const list = costAt(
    "list",
    lines,
    validRows.filter((row) => row.list),
  );
  return {
    ...{ asOf: book.asOf, day },
    ...usedIn(groups, times),
    listUsd: list?.usd ?? null,
    platforms: costs.toSorted((a, b) => Number(a.usd) - Number(b.usd) || compareText(a.platform, b.platform)),
    note: costs.length > 0 ? null : whyNone(day, book.asOf, month === null),
  };
}

/** Each line at the platform's plainest offer of its model; null where one has no price. */
function costAt(platform: string, lines: readonly MixLine[], rows: readonly MonthRow[]): PastPlatformCost | null {
  const priced = lines.flatMap((line) => {
    const [row] = rows.filter((each) => each.model === line.model).toSorted(byPlainness);
    const month = row === undefined ? null : lineMonth({ ...row, ...NOTHING_MORE }, line, null);
    return row === undefined || month?.kind !== "priced" ? [] : [{ row, month }];
  });
  if (priced.length < lines.length) return null;
  return {
    platform,
    usd: usdText(priced.reduce((sum, { month }) => sum + month.usd, 0)),
    offers: priced.map(({ row }) => row.offerId),
    evidence: [...new Set(priced.map(({ row }) => row.evidence))],
    assumptions: [...new Set(priced.flatMap(({ month }) => month.assumptions))],
  };
}

/** Of the past only token prices are kept. */
const NOTHING_MORE = { gaps: {}, unitPrices: {}, unreadMeters: [] };

const byPlainness = (a: MonthRow, b: MonthRow): number =>
  distanceFromPlain(a) - distanceFromPlain(b) || compareText(a.offerId, b.offerId);

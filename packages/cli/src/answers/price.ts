import { DEFAULT_RANK_OPTIONS, rankOffers } from "../../../../src/domain/ranking/cheapest.ts";
import type { PriceBook } from "../site/price-book.ts";
import type { MonthRow, SiteModel } from "../site/shapes.ts";
import {
  conditionRows,
  type OfferKeyFilter,
  type OfferRow,
  offerRow,
  type PriceTexts,
  passesFilter,
  priceTexts,
} from "./offer-row.ts";
import { workloadCalled } from "./workload.ts";

/** A price of the past: the same, with the days it was valid. */
export interface PastRow extends Omit<OfferRow, "age" | "readOn" | "sourceUrl" | "gaps" | "unitPrices" | "caveats"> {
  readonly list: boolean;
  /** Within the month asked for, both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly seenOn: string;
  readonly notBefore: string | null;
  readonly source: string;
  readonly sourceUrl: string | null;
}

/** What a model costs. No row under `confirmed` or `unconfirmed` = we do not know it. */
export interface PriceAnswer<Row> {
  readonly model: string;
  readonly name: string;
  /** The day the prices are of. */
  readonly day: string;
  readonly asOf: string;
  /** The maker's own list price on that day; null = not known. */
  readonly list: PriceTexts | null;
  /** From the cheapest on, for the preset `chat`; of the past, by offer. */
  readonly confirmed: readonly Row[];
  /** One catalogue's word alone, doubtful, held or too old: never among the confirmed. */
  readonly unconfirmed: readonly Row[];
  /** What keeps the answer from being complete, in a sentence. */
  readonly note: string | null;
}

/** What a model costs today. */
export async function priceNow(book: PriceBook, model: SiteModel, wanted: OfferKeyFilter): Promise<PriceAnswer<OfferRow>> {
  const offers = await book.offersOf(model.id);
  const ranked = rankOffers(offers, workloadCalled("chat"), book.sellers, DEFAULT_RANK_OPTIONS);
  const rows = ranked
    .map(({ offer }) => offer)
    .filter((offer) => offer.status !== "retired" && isPriced(offer.prices) && passesFilter(offer, wanted))
    .map(offerRow);
  return {
    ...{ model: model.id, name: model.name, day: book.asOf, asOf: book.asOf, list: listOf(model) },
    ...split(rows),
    note: rows.length > 0 ? null : "Nobody told us a price for that.",
  };
}

/** What a model cost on a day, from the file of its month: list prices, prices at OpenRouter, and what other platforms said themselves. */
export async function priceOn(
  book: PriceBook,
  model: SiteModel,
  wanted: OfferKeyFilter,
  day: string,
): Promise<PriceAnswer<PastRow>> {
  const month = day > book.asOf ? null : await book.month(day.slice(0, 7));
  const inMonth = [...(month?.prices ?? []), ...(month?.reported ?? [])];
  const validRows = rowsValidOn(inMonth, day).filter((row) => row.model === model.id);
  const rows = validRows.filter((row) => passesFilter(row, wanted)).map(pastRow);
  const list = validRows.find((row) => row.list && row.evidence !== "reported");
  return {
    ...{ model: model.id, name: model.name, day, asOf: book.asOf },
    list: list === undefined ? null : priceTexts(list.prices),
    ...split(rows),
    note: rows.length > 0 ? null : whyNone(day, book.asOf, month === null),
  };
}

/** The rows of a month whose price was valid on a day of it. */
export const rowsValidOn = (rows: readonly MonthRow[], day: string): readonly MonthRow[] =>
  rows.filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);

function pastRow(row: MonthRow): PastRow {
  const { model: _, prices, conditions, ...rest } = row;
  return {
    ...rest,
    prices: priceTexts(prices),
    conditions: conditionRows(conditions),
    unconfirmedBecause: row.evidence === "reported" ? "reported" : null,
  };
}

/** Why nothing is known of a day, in a sentence. */
export function whyNone(day: string, asOf: string, isMonthUnknown: boolean): string {
  if (day > asOf) return `The data end on ${asOf}.`;
  return isMonthUnknown ? `No prices are kept of ${day.slice(0, 7)}.` : "Nobody told us a price for that on this day.";
}

const split = <Row extends Pick<OfferRow, "unconfirmedBecause">>(rows: readonly Row[]) => ({
  confirmed: rows.filter((row) => row.unconfirmedBecause === null),
  unconfirmed: rows.filter((row) => row.unconfirmedBecause !== null),
});

const isPriced = ({ input, output }: MonthRow["prices"]): boolean => input !== undefined || output !== undefined;

const listOf = ({ list }: SiteModel): PriceTexts | null =>
  list === null
    ? null
    : priceTexts({
        ...(list.input === null ? {} : { input: list.input }),
        ...(list.output === null ? {} : { output: list.output }),
      });

import { microUsd } from "../../domain/money/micro-usd.ts";
import { sellerName } from "../../domain/offer/seller.ts";
import { formatBill, formatCount, formatUsdRange } from "../../site/format.ts";
import type { CalculatorMonth, PaidMonth } from "./calculator-month.ts";
import { listText } from "./list-text.ts";

/** What leaves the bank account in a month: two figures where a fee is unknown. */
export interface MonthRange {
  readonly usd: number;
  readonly upperUsd: number;
}

/** `$3,000.00 at OpenRouter pays for 1,200,000 requests a month, fees included. ` Empty where nothing is said of a bill. */
export function paidText({ paid, sellers }: CalculatorMonth): string {
  if (paid === null || paid.usd === 0) return "";
  const { usd, isWhole, leastShare } = paid;
  const [most, models] = [leastShare < 1 ? "at most " : "", isWhole ? "" : ` of ${listText(paid.models)}`];
  const requests = `${most}${formatCount(paid.requests)} requests${models}`;
  const others = isWhole ? "" : "The other lines come on top. ";
  return `${formatBill(usd)} at ${sellerName(sellers, paid.platform)} pays for ${requests} a month, fees included. ${others}`;
}

/**
 * `, saving $138.74 a month against your bill`: what is paid less what the same requests cost elsewhere. Where a fee is unknown, the least and
 * the most. Empty where the lines are not all of a bill.
 */
export function savingText(month: MonthRange, paid: PaidMonth | null): string {
  if (paid === null || !paid.isWhole) return "";
  const [least, most] = [paid.usd - month.upperUsd, paid.usd - month.usd * paid.leastShare];
  // Requests are whole: bills that differ by less than that are the same.
  const isNone = (usd: number) => Math.abs(usd) <= paid.roundedUsd + HALF_A_CENT;
  if (most < 0 || isNone(most)) return ", no less than your bill";
  if (isNone(least)) return `, saving up to ${formatBill(most)} a month against your bill`;
  if (least > 0) return `, saving ${formatUsdRange(least, most, formatBill)} a month against your bill`;
  return `, from ${formatBill(most)} a month under your bill to ${formatBill(-least)} over it`;
}

/** `, $102.50 more`, `, up to $102.50 more`: how much more a month is than a cheaper one. */
export function moreText(month: MonthRange, than: MonthRange): string {
  const [least, most] = [month.usd - than.upperUsd, month.upperUsd - than.usd];
  return least < HALF_A_CENT ? `, up to ${formatBill(most)} more` : `, ${formatUsdRange(least, most, formatBill)} more`;
}

const HALF_A_CENT = 0.005;

/** Whether a month is less than another, in figures that differ on the page too. */
export const isLess = (month: MonthRange, than: MonthRange): boolean =>
  microUsd(month.upperUsd) < microUsd(than.upperUsd) && formatBill(month.upperUsd) !== formatBill(than.upperUsd);

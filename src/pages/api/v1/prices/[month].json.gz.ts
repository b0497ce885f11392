import { monthPricesText } from "../../../../data/json/month-prices-json.ts";
import { type PriceMonth, priceMonths, spansOfMonth } from "../../../../data/past-prices.ts";
import { gzippedText } from "../../../../site/page/gzip-response.ts";

export const getStaticPaths = () => priceMonths().map((month) => ({ params: { month: month.month }, props: { month } }));

/** The prices of any month, packed: what stays once the month has no plain file any more. */
export const GET = ({ props: { month } }: { readonly props: { readonly month: PriceMonth } }): Response =>
  gzippedText(monthPricesText(month, spansOfMonth(month)));

import { monthPricesText } from "../../../../data/json/month-prices-json.ts";
import { type PriceMonth, plainMonths, spansOfMonth } from "../../../../data/past-prices.ts";
import { jsonTextResponse } from "../../../../site/json-response.ts";

export const getStaticPaths = () => plainMonths().map((month) => ({ params: { month: month.month }, props: { month } }));

export const GET = ({ props: { month } }: { readonly props: { readonly month: PriceMonth } }): Response =>
  jsonTextResponse(monthPricesText(month, spansOfMonth(month)));

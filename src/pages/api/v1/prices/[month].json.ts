import { monthPricesJson } from "../../../../data/json/month-prices-json.ts";
import { type PriceMonth, plainMonths, pricesOfMonth } from "../../../../data/past-prices.ts";
import { jsonResponse } from "../../../../site/json-response.ts";

export const getStaticPaths = () => plainMonths().map((month) => ({ params: { month: month.month }, props: { month } }));

export const GET = ({ props: { month } }: { readonly props: { readonly month: PriceMonth } }): Response =>
  jsonResponse(monthPricesJson(month, pricesOfMonth(month)));

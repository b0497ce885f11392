import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { monthPricesJson } from "../../../../data/json/month-prices-json.ts";
import { type PriceMonth, priceMonths, pricesOfMonth } from "../../../../data/past-prices.ts";

export const getStaticPaths = () => priceMonths().map((month) => ({ params: { month: month.month }, props: { month } }));

/** The prices of any month, packed: what stays once the month has no plain file any more. */
export async function GET({ props: { month } }: { readonly props: { readonly month: PriceMonth } }): Promise<Response> {
  const packed = await inThePool(JSON.stringify(monthPricesJson(month, pricesOfMonth(month))), { level: 4 });
  return new Response(new Uint8Array(packed), { headers: { "content-type": "application/gzip" } });
}

const inThePool = promisify<string, { level: number }, Buffer>(gzip);

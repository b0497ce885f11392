import { idOfName } from "../page-cell.ts";
import { pageTables } from "../page-table.ts";
import type { ReadPlatformRow } from "../platform-card.ts";
import type { BodySpec, TableSpec } from "../platform-spec.ts";
import { readTablePage } from "../table-reader.ts";

/** Perplexity's Sonar models: prices a million tokens, and a fee for every thousand requests without which they would mislead. */
export const perplexity: BodySpec = {
  id: "perplexity-pricing",
  urls: ["https://docs.perplexity.ai/docs/getting-started/pricing.md"],
  family: "text body",
  readRows: (content) => readTablePage(TOKENS, content).map((row) => ("prices" in row ? withFee(row, String(content)) : row)),
};

const TOKENS: Pick<TableSpec, "as" | "idColumn" | "prices" | "idOf"> = {
  as: "markdown",
  idColumn: "model",
  prices: { input: "input ($/1m)", output: "output ($/1m)" },
  idOf: idOfName,
};

/** The fee of the smallest search context; a model that has none in the table is billed none. */
function withFee(card: Extract<ReadPlatformRow, { prices: unknown }>, page: string): ReadPlatformRow {
  const fees = pageTables(page).filter(({ columns }) =>
    ["model", "low", "medium", "high"].every((name) => columns.includes(name)),
  );
  const row = fees.flatMap(({ rows }) => rows).find((each) => idOfName(each.get("model") ?? "") === card.upstreamId);
  const amount = /^\$(\d+(?:\.\d+)?)$/.exec((row?.get("low") ?? "").replace("\\", ""))?.[1];
  return amount === undefined ? card : { ...card, unitPrices: { request: { amount, per: "1000 requests" } } };
}

import { htmlTables } from "../html-page.ts";
import { idOfName } from "../page-cell.ts";
import type { BodySpec, TableSpec } from "../platform-spec.ts";
import { columnNamed, readTablePage } from "../table-reader.ts";

/** OpenCode Zen: one table of prices by the models' names, another that gives the id of each name. */
export const opencode: BodySpec = {
  id: "opencode-pricing",
  urls: ["https://opencode.ai/docs/zen/"],
  family: "text body",
  readRows: (content) => {
    const ids = typeof content === "string" ? idsByName(content) : new Map<string, string>();
    return readTablePage({ ...PRICES, idOf: (name) => ids.get(bareName(name)) ?? idOfName(bareName(name)) }, content);
  },
};

const PRICES: Pick<TableSpec, "as" | "idColumn" | "prices"> = {
  as: "html",
  idColumn: "model",
  prices: { input: "input", output: "output", cacheRead: "cached read", cacheWrite5m: "cached write" },
};

/** `"Acme Large 3"` → `acme-large-3`, by the table of endpoints. */
function idsByName(page: string): ReadonlyMap<string, string> {
  const tables = htmlTables(page).filter(
    (table) => columnNamed(table, "model") !== null && columnNamed(table, "model id") !== null,
  );
  return new Map(tables.flatMap(({ rows }) => rows.map((row) => [row.get("model") ?? "", row.get("model id") ?? ""] as const)));
}

/** A row for long prompts says so behind the name. */
const bareName = (name: string): string => name.replace(/\s*\([^)]*\)$/, "");

import type { Change } from "../../domain/history/change.ts";
import type { BulkTable } from "./bulk-table.ts";

/** Every line of the price history, oldest first, with the fields of a model's history file. */
export function historyTable(changes: readonly Change[], billedIn: (change: Change) => string | null): BulkTable {
  const text = (name: keyof Change, type: "text" | "day" = "text") => ({
    name,
    type,
    cells: changes.map((change) => change[name] ?? null),
  });
  return {
    columns: [
      text("day", "day"),
      ...(["model", "offerId", "platform", "host", "region", "tier", "meter", "condition"] as const).map((name) => text(name)),
      { name: "old", type: "usdPerMTok", cells: changes.map((change) => change.old) },
      { name: "new", type: "usdPerMTok", cells: changes.map((change) => change.new) },
      text("note"),
      text("source"),
      text("notBefore", "day"),
      { name: "billedIn", type: "text", cells: changes.map(billedIn) },
    ],
  };
}

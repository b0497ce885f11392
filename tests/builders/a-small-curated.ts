import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The tables a night over fixtures does not need. */
const EMPTIED = ["aliases.json", "never-join.json", "quality-aliases.json", "guard-exceptions.json"];

/** A copy of the curated tables that a test may change: platforms and their names, one platform's list prices, no aliases. */
export function writeSmallCurated(dir: string): void {
  cpSync("data/curated", dir, { recursive: true });
  for (const name of EMPTIED) writeFileSync(join(dir, name), "[]");
  rmSync(join(dir, "list-prices"), { recursive: true });
  cpSync("data/curated/list-prices/xai.json", join(dir, "list-prices", "xai.json"));
}

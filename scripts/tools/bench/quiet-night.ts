import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addDays } from "../../../src/domain/money/days.ts";

/** A data folder as it stands the day after a night in which every source said what it had said. */
export function writeQuietNight(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const file = join(to, "generated/run.json");
  const text = readFileSync(file, "utf8");
  const asOf = String(JSON.parse(text).asOf);
  writeFileSync(file, text.replaceAll(asOf, addDays(asOf, 1)));
}

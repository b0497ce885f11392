import type { Change } from "../../../src/domain/history/change.ts";
import type { MatcherInput } from "../../night/match/match.ts";
import { modelsDevDays } from "./models-dev-days.ts";
import { modelsDevPast, type PastTables } from "./models-dev-past.ts";
import { openrouterDays } from "./openrouter-days.ts";
import { openrouterPast } from "./openrouter-past.ts";

/** What a recording says of the past, and how much of it there was. */
export interface RecordedPast {
  readonly changes: readonly Change[];
  readonly days: { readonly openrouter: number; readonly modelsDev: number };
}

/** Every line the recorded days make, unsorted. A source the recording lacks is not read: it makes none. `onDay` hears of each day. */
export async function recordedPast(
  dir: string,
  tables: PastTables,
  models: MatcherInput["models"],
  onDay: (day: string) => void,
): Promise<RecordedPast> {
  const openrouter = await collect(openrouterDays(dir), openrouterPast(), onDay);
  const modelsDev = await collect(modelsDevDays(dir), modelsDevPast(tables, models), onDay);
  return {
    changes: [...openrouter.changes, ...modelsDev.changes],
    days: { openrouter: openrouter.days, modelsDev: modelsDev.days },
  };
}

async function collect<Day extends { readonly day: string }>(
  recorded: AsyncIterable<Day>,
  past: (day: Day) => readonly Change[],
  onDay: (day: string) => void,
) {
  const changes: Change[] = [];
  let days = 0;
  for await (const each of recorded) {
    for (const change of past(each)) changes.push(change);
    days += 1;
    onDay(each.day);
  }
  return { changes, days };
}

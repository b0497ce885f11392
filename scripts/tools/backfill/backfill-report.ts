import { CHANGE_NOTES, type Change } from "../../../src/domain/history/change.ts";
import { foldTransients, isPriceChange } from "../../../src/domain/history/price-event.ts";
import type { History } from "../../night/pipeline/history-files.ts";
import type { RecordedPast } from "./recorded-past.ts";

export interface BackfillFigures {
  readonly recorded: RecordedPast;
  readonly history: History;
  readonly files: ReadonlyMap<string, string>;
  readonly seconds: number;
  /** Time the processors worked for it: the same on a busy machine. */
  readonly processorSeconds: number;
  readonly peakMebibytes: number;
}

/** What a backfill did, in Markdown. Its last line gives time and peak memory in a form that `npm run verify` reads. */
export function backfillReport({ recorded, history, files, ...cost }: BackfillFigures): string {
  const { openrouter, modelsDev } = recorded.days;
  const [seconds, worked] = [cost.seconds.toFixed(1), cost.processorSeconds.toFixed(1)];
  return [
    "# Backfill",
    `Read ${openrouter} days of OpenRouter and ${modelsDev} days of models.dev: ${recorded.changes.length} lines.`,
    ...sourceLines(recorded.changes),
    `History now has ${history.changes.length} lines; ${files.size} files changed.`,
    `took ${seconds} s (${worked} s of processor time), peak memory ${Math.ceil(cost.peakMebibytes)} MiB`,
  ].join("\n\n");
}

function sourceLines(changes: readonly Change[]): readonly string[] {
  return [...Map.groupBy(changes, ({ source }) => source)].map(([source, lines]) => {
    const moves = foldTransients(lines).filter(isPriceChange).length;
    const notes = CHANGE_NOTES.map((note) => [note, lines.filter((line) => line.note === note).length] as const);
    const counted = notes.flatMap(([note, count]) => (count === 0 ? [] : [`${count} ${note}`]));
    return `- ${source}: ${lines.length} lines, ${moves} prices really moved; ${counted.join(", ")}`;
  });
}

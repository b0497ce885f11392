import { createReadStream, existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { parseJsonText } from "../../night/pipeline/json-text.ts";

const Prices = z.record(z.string(), z.unknown());

/** One dated change of one row of models.dev: what it cost before and from then on; null = there is no such row. */
export const ModelsDevChange = z.object({
  date: z.iso.date(),
  provider: z.string(),
  model: z.string(),
  new: Prices.nullable(),
  /** The first line of the commit; absent where the recorder kept figures only. */
  subject: z.string().optional(),
  /** Set where the figures come from a trimmed copy: long tiers and modes are missing there, not gone. */
  repo: z.string().optional(),
});
export type ModelsDevChange = z.output<typeof ModelsDevChange>;

/** All recorded changes of one day, in the order they were made. */
export interface ModelsDevDay {
  readonly day: string;
  readonly changes: readonly ModelsDevChange[];
}

/** The recorded days of models.dev, oldest first, streamed line by line. The files follow each other in name order; a day out of order throws. */
export async function* modelsDevDays(dir: string): AsyncGenerator<ModelsDevDay> {
  let changes: ModelsDevChange[] = [];
  for (const path of filesOf(dir)) {
    for await (const change of linesOf(path)) {
      const day = changes[0]?.date ?? change.date;
      if (change.date < day) throw new Error(`${path}: ${change.date} comes after ${day}`);
      if (change.date > day) {
        yield { day, changes };
        changes = [];
      }
      changes.push(change);
    }
  }
  const [first] = changes;
  if (first !== undefined) yield { day: first.date, changes };
}

function filesOf(dir: string): readonly string[] {
  const folder = join(dir, "history");
  if (!existsSync(folder)) return [];
  return globSync("models-dev-*.jsonl", { cwd: folder })
    .toSorted()
    .map((name) => join(folder, name));
}

async function* linesOf(path: string): AsyncGenerator<ModelsDevChange> {
  let place = 0;
  for await (const text of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Number.POSITIVE_INFINITY })) {
    place += 1;
    if (text === "") continue;
    const change = ModelsDevChange.safeParse(parseJsonText(text));
    if (!change.success) throw new Error(`${path}:${place}\n${z.prettifyError(change.error)}`, { cause: change.error });
    yield change.data;
  }
}

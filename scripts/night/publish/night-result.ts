import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

/** How a night went, handed from the step that reads (and has no token) to the step that publishes. `report` is Markdown. */
export const NightResult = z.discriminatedUnion("kind", [
  /** The files are written and the data check has nothing against them. */
  z.strictObject({ kind: z.literal("good"), isHeld: z.boolean(), message: z.string(), report: z.string() }),
  /** Nothing may be committed: the night wrote nothing, or the data check refuses what it wrote. */
  z.strictObject({ kind: z.literal("failed"), report: z.string() }),
]);
export type NightResult = z.output<typeof NightResult>;

/** Leaves what a night came to as a JSON file for the steps after it. */
export function writeNightResult(path: string, result: NightResult): void {
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
}

/** What the reading step left. A file that is not there or not whole is a failed night, and says so. */
export function readNightResult(path: string): NightResult {
  const result = NightResult.safeParse(parsed(path));
  return result.success ? result.data : { kind: "failed", report: `# The night failed\n\n    ${path}: no result of a night\n` };
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The files whose rows belong to a model, and the field that names it. */
const ROWS_OF_A_MODEL = [
  { name: "models.jsonl", fields: ["id"] },
  { name: "offers.jsonl", fields: ["id", "model"] },
  { name: "seconds.jsonl", fields: ["offer"] },
] as const;

/**
 * A data folder of `count` models: today's, over and over under new ids (`a/b`, `a/b-copy-2`, `a/b-copy-3` …: `a/b-5` may be a model of its own), each with all its offers.
 * So the mix of large and small pages stays as it is. Everything else is copied.
 */
export function writeSyntheticData(from: string, to: string, count: number): void {
  cpSync(join(from, "generated"), join(to, "generated"), { recursive: true });
  const models = readLines(join(from, "generated", "models.jsonl")).map(modelOf);
  const copies = Array.from({ length: Math.ceil(count / models.length) }, (_, copy) => copy);
  for (const { name, fields } of ROWS_OF_A_MODEL) {
    const lines = readLines(join(from, "generated", name));
    const rows = copies.flatMap((copy) => {
      const keptIds = new Set(models.slice(0, count - copy * models.length));
      return lines.filter((line) => keptIds.has(modelOf(line))).map((line) => renamed(line, fields, copy));
    });
    writeFileSync(join(to, "generated", name), `${rows.join("\n")}\n`);
  }
}

/** The model of a row: its first field is the id of the model or of an offer, which begins with the model's. */
const modelOf = (line: string): string => /"([^"@]+)[^"]*"[,}]/.exec(line)?.[1] ?? "";

/** `a/b@openrouter;host=x` → `a/b-copy-2@openrouter;host=x` in the first copy after the original. */
function renamed(line: string, fields: readonly string[], copy: number): string {
  if (copy === 0) return line;
  return fields.reduce(
    (text, field) =>
      text.replace(new RegExp(`("${field}":")([^"@]+)`), (_, key: string, id: string) => `${key}${id}-copy-${copy + 1}`),
    line,
  );
}

function readLines(path: string): readonly string[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

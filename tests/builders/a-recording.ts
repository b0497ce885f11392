import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

interface Recorded {
  /** Day → the rows of OpenRouter's list on it. */
  readonly openrouter?: Readonly<Record<string, readonly unknown[]>>;
  /** Lines of models.dev's dated changes. */
  readonly modelsDev?: readonly unknown[];
}

/** A folder with recorded days in the form of the recordings: gzip bodies with an index, and dated changes as JSON lines. */
export function aRecording({ openrouter, modelsDev }: Recorded): string {
  const dir = mkdtempSync(join(tmpdir(), "token-parity-recording-"));
  mkdirSync(join(dir, "history"));
  if (openrouter !== undefined) writeDays(join(dir, "history", "openrouter-models"), openrouter);
  if (modelsDev !== undefined) {
    writeFileSync(join(dir, "history", "models-dev-a.jsonl"), modelsDev.map((line) => `${JSON.stringify(line)}\n`).join(""));
  }
  return dir;
}

function writeDays(folder: string, days: Readonly<Record<string, readonly unknown[]>>): void {
  mkdirSync(folder);
  const index = Object.entries(days).map(([day, rows]) => {
    const body = JSON.stringify({ data: rows });
    writeFileSync(join(folder, `models-${day}.json.gz`), gzipSync(body));
    return `${day},commit,${day}T12:00:00+10:00,${rows.length},${body.length},${createHash("sha256").update(body).digest("hex")},`;
  });
  writeFileSync(
    join(folder, "index.csv"),
    ["day_utc,commit,committed_at,models,bytes,sha256,newest_created", ...index, ""].join("\n"),
  );
}

/** One dated change in models.dev's history; say what differs. */
export const aModelsDevChange = (over: Readonly<Record<string, unknown>> = {}): unknown => ({
  date: "2026-05-01",
  time: "2026-05-01T10:00:00+00:00",
  provider: "hostly",
  model: "acme/nano",
  kind: "added",
  fields: [],
  old: null,
  new: { input: 1, output: 2 },
  commit: "c0ffee",
  ...over,
});

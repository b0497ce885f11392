import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordingIo } from "../../scripts/night/network/recording.ts";
import type { Io } from "../../scripts/night/sources/source.ts";
import type { Bodies } from "./full-upstream.ts";

/** When a body of a recording was read, and recorded. */
export interface RecordedWhen {
  readonly readAt: string;
  readonly recordedAt?: string;
}

/** Gives the door of `--from` to these bodies, recorded in a folder; taken away when `use` is done. */
export async function throughRecording<Result>(
  bodies: Bodies,
  whenOf: (url: string) => RecordedWhen,
  use: (io: Io) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "token-parity-recording-"));
  try {
    const recorded = [...bodies].map(([url, body], index) => {
      const name = `${index}.body`;
      writeFileSync(join(folder, name), typeof body === "string" ? body : JSON.stringify(body));
      return [name, { url: url.replace(/^npm:.*/, "$&@1.6.0"), ...whenOf(url) }] as const;
    });
    writeFileSync(join(folder, "recorded.json"), JSON.stringify(Object.fromEntries(recorded)));
    return await use(recordingIo(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

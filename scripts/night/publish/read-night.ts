import { NIGHT_EXIT } from "../night-exit.ts";
import type { Command, CommandResult, Workplace } from "./command.ts";
import { runCommand } from "./command.ts";
import type { NightResult } from "./night-result.ts";

export interface NightPrograms {
  /** Reads the sources and writes `data/generated`: its report on standard output, its commit message last on standard error. */
  readonly refresh: Command;
  /** Ends with 0 when the data hold together. */
  readonly check: Command;
}

const REFRESH_TIMEOUT_MS = 25 * 60_000;
const LINES_SHOWN = 40;

/** Reads the sources and checks what came of it. `log` gets what the programs say while they run. */
export function readNight(place: Workplace, { refresh, check }: NightPrograms, log: (text: string) => void): NightResult {
  const night = runCommand(refresh, place, REFRESH_TIMEOUT_MS);
  log(night.stderr);
  const message = commitMessageOf(night);
  if (message === null)
    return { kind: "failed", report: `# The night failed\n\n${quoted(`${endedWith(night)}${night.stderr}`)}\n` };
  const checked = runCommand(check, place);
  log(`${checked.stdout}${checked.stderr}`);
  if (checked.code === 0) return { kind: "good", isHeld: night.code === NIGHT_EXIT.held, message, report: night.stdout };
  const objections = quoted(`${checked.stdout}${checked.stderr}`);
  return { kind: "failed", report: `${night.stdout}\n\n## Not committed: the data check failed\n\n${objections}\n` };
}

/** `data: 14 price changes, 3 new offers`; null when the night wrote nothing: a code that is neither of a good night's is a crash. */
function commitMessageOf({ code, stderr }: CommandResult): string | null {
  if (code !== NIGHT_EXIT.good && code !== NIGHT_EXIT.held) return null;
  return stderr.split("\n").findLast((line) => line.startsWith("data: ")) ?? null;
}

const endedWith = ({ code }: CommandResult): string =>
  code === NIGHT_EXIT.failed ? "" : `refresh ended with ${code ?? "a signal"}\n`;

/** The last lines, as code: nothing in them is markup. */
function quoted(text: string): string {
  const lines = text.trimEnd().split("\n").slice(-LINES_SHOWN);
  return lines.map((line) => `    ${line}`).join("\n");
}

import { spawnSync } from "node:child_process";

/** Where a night is published, and what the programs it starts see. A test brings a folder and a PATH of its own. */
export interface Workplace {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

export interface CommandResult {
  /** null: killed, or never started. */
  readonly code: number | null;
  readonly stdout: string;
  /** What it said, and why it could not be started. */
  readonly stderr: string;
}

const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Runs a program to its end, at most `timeoutMs` long. Never throws: a program that is not there ends with null. */
export function runCommand({ program, args }: Command, { folder, env }: Workplace, timeoutMs = 600_000): CommandResult {
  const options = { cwd: folder, env, encoding: "utf8", timeout: timeoutMs, maxBuffer: MOST_OUTPUT_BYTES } as const;
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  const why = error === undefined ? "" : `${program}: ${error.message}\n`;
  return { code: status, stdout: stdout ?? "", stderr: `${stderr ?? ""}${why}` };
}

/** The output of a program that must end with 0; else an Error with its own last words. */
export function outputOf(command: Command, place: Workplace): string {
  const { code, stdout, stderr } = runCommand(command, place);
  if (code === 0) return stdout.trim();
  const line = [command.program, ...command.args].join(" ").slice(0, 200);
  throw new Error(`${line} ended with ${code}: ${stderr.trim().slice(-2_000)}`);
}

import { type Machine, runProgram } from "../src/program.ts";

/** How a command ended and what it said. */
export interface ProgramRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process: `runHere(["price", "acme/nova", "--data", folder])`. */
export async function runHere(args: readonly string[], machine: Partial<Machine> = {}): Promise<ProgramRun> {
  const printed = { out: "", err: "" };
  const code = await runProgram(args, {
    env: {},
    now: () => 0,
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    stdin: async () => "",
    ...machine,
  });
  return { code, ...printed };
}

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filledIn, isMet, type Lookup } from "./expression.ts";
import { type Step, stepsOf, type WorkflowFile } from "./workflow.ts";

/** Where a job is practised, and what GitHub would provide there. */
export interface Place {
  /** The working folder: a clone of its own. */
  readonly folder: string;
  /** Files of the run are kept here; made when absent. */
  readonly temporary: string;
  /** Comes before what the job itself says; PATH leads to the stand-ins. */
  readonly env: Readonly<Record<string, string>>;
  /** `github.token`, `inputs.commit` and what else expressions ask for. Steps' outputs and `job.status` are kept by the run. */
  readonly context: Readonly<Record<string, string>>;
}

export interface PractisedStep {
  readonly title: string;
  /** `elsewhere`: an action, which only a hosted runner has. */
  readonly outcome: "succeeded" | "failed" | "skipped" | "elsewhere";
  readonly output: string;
}

export interface PractisedJob {
  readonly steps: readonly PractisedStep[];
  readonly failed: boolean;
  /** What the steps said by `$GITHUB_OUTPUT`: `refresh.status` → `1`. */
  readonly outputs: ReadonlyMap<string, string>;
  /** The job summary, Markdown. */
  readonly summary: string;
}

/** Runs the `run` steps of a job in order as a runner would: bash that stops at the first error, `if`, `env`, outputs, the summary. */
export function runJob(file: WorkflowFile, jobName: string, place: Place): PractisedJob {
  const job = file.workflow.jobs[jobName];
  if (job === undefined) throw new Error(`${file.path} has no job ${jobName}`);
  mkdirSync(place.temporary, { recursive: true });
  const summaryPath = join(place.temporary, "summary.md");
  writeFileSync(summaryPath, "");
  const outputs = new Map<string, string>();
  let failed = false;
  const lookup: Lookup = (path) => {
    if (path === "job.status") return failed ? "failure" : "success";
    const [, id, name] = /^steps\.([\w-]+)\.outputs\.(\w+)$/.exec(path) ?? [];
    return outputs.get(`${id}.${name}`) ?? place.context[path] ?? (id === undefined ? null : "");
  };
  const steps = stepsOf(job).map((step, index): PractisedStep => {
    const title = step.name ?? step.id ?? ("run" in step ? step.run : step.uses);
    if (!isMet(step.if, lookup, { failed })) return { title, outcome: "skipped", output: "" };
    if (!("run" in step)) return { title, outcome: "elsewhere", output: "" };
    const env = { ...envOf(step, lookup, failed), GITHUB_STEP_SUMMARY: summaryPath };
    const done = runStep(step.run, place, env, join(place.temporary, `output-${index}`));
    for (const [name, value] of done.said) outputs.set(`${step.id ?? index}.${name}`, value);
    failed ||= !done.isGood;
    return { title, outcome: done.isGood ? "succeeded" : "failed", output: done.output };
  });
  return { steps, failed, outputs, summary: readFileSync(summaryPath, "utf8") };
}

function envOf(step: Step, lookup: Lookup, failed: boolean): Readonly<Record<string, string>> {
  const entries = Object.entries(step.env ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, filledIn(String(value), lookup, { failed })]));
}

function runStep(script: string, place: Place, stepEnv: Readonly<Record<string, string>>, outputPath: string) {
  writeFileSync(outputPath, "");
  const env = { ...process.env, ...place.env, ...stepEnv, GITHUB_OUTPUT: outputPath, RUNNER_TEMP: place.temporary };
  const { status, stdout, stderr, error } = spawnSync("bash", ["--noprofile", "--norc", "-e", "-c", script], {
    cwd: place.folder,
    env,
    encoding: "utf8",
  });
  if (error !== undefined) throw new Error(`bash: ${error.message}`, { cause: error });
  const said = readFileSync(outputPath, "utf8")
    .split("\n")
    .flatMap((line) =>
      line.includes("=") ? [[line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)] as const] : [],
    );
  return { isGood: status === 0, output: stdout + stderr, said };
}

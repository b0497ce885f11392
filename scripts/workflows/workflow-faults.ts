import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { evaluate } from "./expression.ts";
import type { Job, WorkflowFile } from "./workflow.ts";
import { readWorkflow, stepsOf } from "./workflow.ts";

/** What no workflow may hold: each rule names its finds. */
export type WorkflowRule = (file: WorkflowFile) => readonly string[];

const HOME = "github.repository == 'token-parity/token-parity'";
const jobsOf = ({ workflow }: WorkflowFile) => Object.entries(workflow.jobs);
const writes = (job: Job): boolean => Object.values(job.permissions).includes("write");

/** `owner/name@` and 40 hex digits, the release in a comment; or a workflow of this very commit. */
export const pinned: WorkflowRule = ({ text }) =>
  [...text.matchAll(/^\s*-?\s*uses:\s*(.*)$/gm)]
    .map(([, use = ""]) => use)
    .filter((use) => !/^(\.\/\S+|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(use));

/** An expression inside a script is replaced before the shell reads it: whoever can name a branch could write a command. */
export const noExpressionInScript: WorkflowRule = (file) => runsOf(file).filter((run) => /\$\{\{/.test(run));

/** Only in the home repository may anything be written: a fork's nightly job would commit and deploy. */
export const writesAtHomeOnly: WorkflowRule = (file) =>
  jobsOf(file).flatMap(([name, job]) => (writes(job) && !isAtHome(file, job) ? [`${name} writes without ${HOME}`] : []));

function isAtHome(file: WorkflowFile, job: Job): boolean {
  const needed = job.needs === undefined ? undefined : file.workflow.jobs[job.needs];
  return job.if === HOME || (needed !== undefined && isAtHome(file, needed));
}

/** The token stays out of `.git/config`, where every script of every package could read it. */
export const noKeptCredentials: WorkflowRule = (file) =>
  jobsOf(file).flatMap(([name, job]) =>
    stepsOf(job)
      .filter((step) => "uses" in step && step.uses.startsWith("actions/checkout@"))
      .filter((step) => !("with" in step && step.with?.["persist-credentials"] === false))
      .map(() => `${name} keeps its credentials`),
  );

/** The full hour is when everybody's jobs start, and when GitHub drops some. */
export const offTheHour: WorkflowRule = ({ workflow }) =>
  (workflow.on.schedule ?? []).map(({ cron }) => cron).filter((cron) => /^(0|30|\*\S*) /.test(cron));

export const noSecrets: WorkflowRule = ({ text }) => [...text.matchAll(/\bsecrets\b.*/g)].map(([found]) => found);

/** Every expression is one that can be read here, and names a step of the job, an output of the job it needs, an input, or what GitHub provides. */
export const knownNames: WorkflowRule = (file) =>
  jobsOf(file).flatMap(([name, job]) => {
    const needed = job.needs === undefined ? "" : job.needs;
    const steps = stepsOf(job).flatMap(({ id = [] }) => id);
    const known = [/^github\.\w+$/, /^job\.status$/, /^matrix\.\w+$/, ...namesOf(file, needed, steps)];
    const lookup = (path: string) => (known.some((pattern) => pattern.test(path)) ? "" : null);
    return expressionsOf(job).flatMap((expression) => faultOf(`${name}: ${expression}`, () => evaluate(expression, lookup, OK)));
  });

const OK = { failed: false };

function namesOf({ workflow }: WorkflowFile, needed: string, steps: readonly string[]): readonly RegExp[] {
  const job = workflow.jobs[needed];
  const outputs = job !== undefined && "outputs" in job ? Object.keys(job.outputs ?? {}) : [];
  return [
    ...steps.map((id) => new RegExp(`^steps\\.${id}\\.outputs\\.\\w+$`)),
    ...outputs.map((name) => new RegExp(`^needs\\.${needed}\\.outputs\\.${name}$`)),
    ...Object.keys(workflow.on.workflow_call?.inputs ?? {}).map((name) => new RegExp(`^inputs\\.${name}$`)),
  ];
}

function expressionsOf(job: Job): readonly string[] {
  const inBraces = [...JSON.stringify(job).matchAll(/\$\{\{(.*?)\}\}/g)].map(([, expression = ""]) => expression.trim());
  const conditions = [job.if, ...stepsOf(job).map((step) => step.if)].filter((text) => text !== undefined);
  return [...inBraces, ...conditions.filter((text) => !text.startsWith("${"))];
}

/** What a called workflow wants is given, and what a job needs is there. */
export const callsWhatIsThere: WorkflowRule = (file) =>
  jobsOf(file).flatMap(([name, job]) => {
    const missing = job.needs !== undefined && file.workflow.jobs[job.needs] === undefined ? [`${name} needs ${job.needs}`] : [];
    if (!("uses" in job)) return missing;
    if (!existsSync(job.uses)) return [...missing, `${name} calls ${job.uses}`];
    const wanted = Object.keys(readWorkflow(job.uses).workflow.on.workflow_call?.inputs ?? {}).toSorted();
    const given = Object.keys(job.with ?? {}).toSorted();
    return wanted.join() === given.join() ? missing : [...missing, `${name} gives ${given.join()}, wanted ${wanted.join()}`];
  });

const PackageJson = z.object({ scripts: z.record(z.string(), z.string()) });

/** The npm scripts and files that scripts name are there. */
export const runsWhatIsThere: WorkflowRule = (file) => {
  const { scripts } = PackageJson.parse(JSON.parse(readFileSync("package.json", "utf8")));
  const tasks = readFileSync("scripts/run.mjs", "utf8");
  return runsOf(file).flatMap((run) => [
    ...named(run, /\bnpm (?:run )?([\w:-]+)/g).filter((name) => scripts[name] === undefined),
    ...named(run, /\bscripts\/run\.mjs ([\w:-]+)/g).filter((name) => !new RegExp(`^ {2}"?${name}"?: \\[`, "m").test(tasks)),
    ...named(run, /\bnode (scripts\/[\w./-]+)/g).filter((path) => !existsSync(path)),
  ]);
};

const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = ""]) => name);

/** Every script is one that bash can read, and shellcheck has nothing against it where it is installed. */
export const soundScripts: WorkflowRule = (file) =>
  runsOf(file).flatMap((run) => [
    ...complaintOf("bash", ["-n"], run),
    ...complaintOf("shellcheck", ["--shell=bash", "--severity=warning", "-"], run),
  ]);

function complaintOf(program: string, args: readonly string[], input: string): readonly string[] {
  const { status, stdout, stderr, error } = spawnSync(program, args, { input, encoding: "utf8" });
  return error !== undefined || status === 0 ? [] : [`${program}: ${stdout}${stderr}`];
}

const runsOf = (file: WorkflowFile): readonly string[] =>
  jobsOf(file).flatMap(([, job]) => stepsOf(job).flatMap((step) => ("run" in step ? step.run : [])));

function faultOf(subject: string, check: () => void): readonly string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [`${subject}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

export const WORKFLOW_RULES = {
  pinned,
  noExpressionInScript,
  writesAtHomeOnly,
  noKeptCredentials,
  offTheHour,
  noSecrets,
  knownNames,
  callsWhatIsThere,
  runsWhatIsThere,
  soundScripts,
} as const;

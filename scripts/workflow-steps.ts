import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { practise } from "./workflows/practice.ts";
import { runJob } from "./workflows/run-job.ts";
import { readWorkflow } from "./workflows/workflow.ts";

const program = new Command("node scripts/workflow-steps.ts")
  .description("Runs the scripts of a workflow's job in order, in a copy of this repository with a remote and a `gh` of its own.")
  .argument("<workflow>", "a file of .github/workflows")
  .argument("<job>", "the job's name")
  .option("--from <dir>", "the recordings the night reads", "tests/fixtures/openrouter")
  .option("--without-data", "leave data/generated behind: the first night of all")
  .option("--context <name=value...>", "what an expression asks for: steps.pages.outputs.base_path=/sub", [])
  .parse();
const [path = "", job = ""] = program.args;
const { from, withoutData = false, context } = program.opts<{ from: string; withoutData?: true; context: readonly string[] }>();

const folder = mkdtempSync(join(tmpdir(), "practice-"));
try {
  const { place, openIssue, git } = practise(folder, { from: resolve(from), withData: !withoutData });
  const given = Object.fromEntries(context.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
  const { steps, failed, outputs } = runJob(readWorkflow(path), job, { ...place, context: { ...place.context, ...given } });
  for (const { title, outcome, output } of steps) console.log(`== ${outcome}: ${title}\n${output}`);
  for (const [name, value] of outputs) console.log(`${name} = ${value}`);
  console.log(`The last commit: ${git("log", "-1", "--format=%s")}\nThe open issue: ${openIssue()?.split("\n")[0] ?? "none"}`);
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

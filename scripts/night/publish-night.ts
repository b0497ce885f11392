import { appendFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Command, Option } from "commander";
import { NIGHT_FLAGS } from "../night-flags.mjs";
import { readStore } from "./pipeline/store.ts";
import type { Workplace } from "./publish/command.ts";
import { readNightResult, writeNightResult } from "./publish/night-result.ts";
import { publishNight } from "./publish/publish-night.ts";
import { readNight } from "./publish/read-night.ts";
import { liveFaults, reportDeploy } from "./publish/watch-deploy.ts";

/** The nightly workflow, in three steps: `read` needs no token, `publish` commits and reports, `watch` looks at the public site. */
const env = process.env;
const place: Workplace = { folder: process.cwd(), env };
const resultPath = join(env["RUNNER_TEMP"] ?? tmpdir(), "night.json");
const runUrl = `${env["GITHUB_SERVER_URL"]}/${env["GITHUB_REPOSITORY"]}/actions/runs/${env["GITHUB_RUN_ID"]}`;
const GET_TIMEOUT_MS = 30_000;

const program = new Command("publish-night").description("What the nightly workflow does beside building the site.");
program.command("read").description("reads the sources, checks the data, leaves the result for `publish`").action(read);
program.command("publish").description("commits and pushes what is safe, opens, updates or closes the issue").action(publish);
program
  .command("watch")
  .description("holds the public site against tonight's data and tells of a deploy that failed")
  .addOption(new Option("--deploy <result>", "what became of the deploy job: success, failure, skipped").env("DEPLOY_RESULT"))
  .addOption(new Option("--site <url>", "where the site is").env("SITE"))
  .action(watch);
await program.parseAsync();

function read(): void {
  const node = (...args: readonly string[]) => ({ program: process.execPath, args });
  const programs = { refresh: node(...NIGHT_FLAGS, "scripts/night/refresh.ts"), check: node("scripts/tools/check-data.ts") };
  const result = readNight(place, programs, (text) => process.stderr.write(text));
  writeNightResult(resultPath, result);
}

function publish(): void {
  const { commit, summary, faults } = publishNight(place, readNightResult(resultPath), runUrl);
  say("GITHUB_STEP_SUMMARY", `${summary}\n${deployNote()}`);
  if (commit !== null) say("GITHUB_OUTPUT", `commit=${commit}\n`);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

/** A copy of this repository that set nothing up runs the whole night and stops before the deploy; it must not do so silently. */
function deployNote(): string {
  if (env["DEPLOY_PAGES"] === "true") return "";
  return "\n## Not deployed\n\nThe repository's variable `DEPLOY_PAGES` is not `true`: README.md, Going live.\n";
}

async function watch({ deploy = "unknown", site = "" }: { readonly deploy?: string; readonly site?: string }): Promise<void> {
  const asOf = readStore("data/generated").run?.asOf ?? "never";
  const faults =
    deploy === "success" ? await liveFaults({ site, asOf, get, tries: 20, wait }) : [`The deploy ended with: ${deploy}`];
  say("GITHUB_STEP_SUMMARY", faults.length === 0 ? `${site} is as of ${asOf}.\n` : `${faults.join("\n")}\n`);
  reportDeploy(place, faults, runUrl);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

const wait = () => sleep(30_000);

/** Around the host's cache. No answer at all is status 0. */
async function get(url: string): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const answer = await fetch(`${url}?run=${env["GITHUB_RUN_ID"]}`, { signal: AbortSignal.timeout(GET_TIMEOUT_MS) });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    return { status: 0, text: String(error) };
  }
}

/** Appends to a file GitHub reads; on other machines to standard output. */
function say(variable: "GITHUB_OUTPUT" | "GITHUB_STEP_SUMMARY", text: string): void {
  const path = env[variable];
  if (path === undefined) process.stdout.write(text);
  else appendFileSync(path, text);
}

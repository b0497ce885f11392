import { readFileSync } from "node:fs";
import { Command } from "commander";
import { buildGoals } from "./bench/build-goals.ts";
import { type Goal, printGoals } from "./bench/goal.ts";
import { writeGoalTable } from "./bench/goal-table.ts";
import { growthGoals } from "./bench/growth-goals.ts";
import { imageGoals } from "./bench/image-goals.ts";
import { nightGoals } from "./bench/night-goals.ts";
import { sourceGoals } from "./bench/source-goals.ts";
import { startGoals } from "./bench/start-goals.ts";

const today = readFileSync("data/generated/models.jsonl", "utf8").trim().split("\n").length;
const program = new Command("npm run bench --")
  .description(
    "Measures what a night, a build, the images and a start take, and holds each figure to its goal. Exit code 1: one is missed.",
  )
  .option("--only <parts>", "some parts, by comma, of sources, night, images, start, build, growth")
  .option("--times <numbers>", "night: how many times today's offers, by comma", "1,10,30")
  .option("--from <dir>", "night: also a night of these recordings")
  .option("--models <numbers>", "build: how many synthetic models, by comma", `${today * 10},10000,${today * 30}`)
  .option("--write", "write the table of all goals into README.md")
  .parse();
const { only, times, from, models, write } = program.opts<{
  only?: string;
  times: string;
  from?: string;
  models: string;
  write?: true;
}>();
if (write === true && (only !== undefined || from === undefined))
  program.error("--write writes all goals: it goes with --from and without --only");

const PARTS: Readonly<Record<string, () => readonly Goal[] | Promise<readonly Goal[]>>> = {
  sources: sourceGoals,
  night: () => nightGoals({ times: numbers("--times", times), recordings: from }),
  images: imageGoals,
  start: startGoals,
  build: () => buildGoals(today, numbers("--models", models)),
  growth: growthGoals,
};

const parts = (only?.split(",") ?? Object.keys(PARTS)).map(
  (name) => [name, PARTS[name] ?? program.error(`no part is called ${name}`)] as const,
);
const goals: Goal[] = [];
for (const [name, part] of parts) {
  console.log(`\n== ${name}`);
  goals.push(...(await part()));
}
console.log("");
printGoals(goals);
if (write === true) writeGoalTable("README.md", "npm run bench", goals);

function numbers(option: string, text: string): readonly number[] {
  const all = text.split(",").map(Number);
  if (all.some((each) => !Number.isInteger(each) || each < 1)) program.error(`${option} wants whole numbers by comma: 1,10,30`);
  return all;
}

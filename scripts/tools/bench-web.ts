import { Command } from "commander";
import { type Goal, printGoals } from "./bench/goal.ts";
import { writeGoalTable } from "./bench/goal-table.ts";
import { benchInteractions } from "./bench/web-interactions.ts";
import { benchPaints } from "./bench/web-paint.ts";
import { printWeights } from "./bench/web-weights.ts";

/** The parts, each by its name, and their goals. */
const PARTS: Readonly<Record<string, (run: WebRun) => Promise<readonly Goal[]>>> = {
  weight: async ({ dist }) => {
    await printWeights(dist);
    return [];
  },
  paint: benchPaints,
  interaction: ({ dist, against }) => benchInteractions({ dist, against }),
};

interface WebRun {
  readonly dist: string;
  readonly against: string | undefined;
  readonly times: number;
}

const program = new Command("npm run bench:web --")
  .description(
    "Weighs the built pages and loads them in a Chromium on a slow line and a slow processor. Exit code 1: a goal is missed.",
  )
  .option("--dist <folder>", "the built site", "dist")
  .option("--against <folder>", "another built site, loaded in turn with the first: prints the ratios and holds them")
  .option("--times <number>", "how often each page is loaded", "5")
  .option("--only <parts>", `some parts, by comma, of ${Object.keys(PARTS).join(", ")}`)
  .option("--write", "write the table of all goals into README.md")
  .parse();
const { dist, against, times, only, write } = program.opts<{
  dist: string;
  against?: string;
  times: string;
  only?: string;
  write?: true;
}>();
if (write === true && only !== undefined) program.error("--write writes all goals: it goes without --only");
const parts = (only?.split(",") ?? Object.keys(PARTS)).map((name) => PARTS[name] ?? program.error(`no part is called ${name}`));
if (!Number.isInteger(Number(times)) || Number(times) < 1) program.error("--times wants a whole number");
const goals: Goal[] = [];
for (const part of parts) {
  const ofPart = await part({ dist, against, times: Number(times) });
  printGoals(ofPart);
  goals.push(...ofPart);
}
if (write === true) writeGoalTable("README.md", "npm run bench:web", goals);

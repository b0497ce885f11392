import { Command } from "commander";
import { type Goal, sayGoals } from "./bench/goal.ts";
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
  .parse();
const { dist, against, times, only } = program.opts<{ dist: string; against?: string; times: string; only?: string }>();
const parts = (only?.split(",") ?? Object.keys(PARTS)).map((name) => PARTS[name] ?? program.error(`no part is called ${name}`));
if (!Number.isInteger(Number(times)) || Number(times) < 1) program.error("--times wants a whole number");
for (const part of parts) sayGoals(await part({ dist, against, times: Number(times) }));

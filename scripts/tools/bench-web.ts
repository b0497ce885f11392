import { Command } from "commander";
import { benchInteractions } from "./bench/web-interactions.ts";
import { benchPaints } from "./bench/web-paint.ts";
import { printWeights } from "./bench/web-weights.ts";

/** The parts, each by its name, and whether its goals are met. */
const PARTS: Readonly<Record<string, (run: WebRun) => Promise<boolean>>> = {
  weight: async ({ dist }) => {
    await printWeights(dist);
    return true;
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
const names = only?.split(",") ?? Object.keys(PARTS);
if (!Number.isInteger(Number(times)) || Number(times) < 1) program.error("--times wants a whole number");
let isMet = true;
for (const name of names) {
  const part = PARTS[name] ?? program.error(`no part is called ${name}`);
  isMet = (await part({ dist, against, times: Number(times) })) && isMet;
}
process.exitCode = isMet ? 0 : 1;

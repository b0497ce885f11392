import { readFileSync } from "node:fs";
import { Command } from "commander";
import { buildGoals } from "./bench/build-goals.ts";
import { sayGoals } from "./bench/goal.ts";

const today = readFileSync("data/generated/models.jsonl", "utf8").trim().split("\n").length;
const program = new Command("npm run bench --")
  .description("Times the build of today's data and of synthetic models.")
  .option("--models <numbers>", "how many synthetic models, by comma", `${today * 10},10000,${today * 30}`)
  .parse();
const sizes = program.opts<{ models: string }>().models.split(",").map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) program.error("--models wants whole numbers by comma: 2500,10000");

sayGoals(buildGoals(today, sizes));

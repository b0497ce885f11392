import { statSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { Command } from "commander";
import { generatedFile } from "../src/data/folders.ts";
import { buildFromKept } from "./kept-build.mjs";
import { bundleKey, keptBundle } from "./render/kept-bundle.ts";
import { sitePlace } from "./site-place.mjs";

const program = new Command("npm run build --")
  .description("Builds the site. What Astro made of the code is kept: while only data change, the pages are rendered with that.")
  .option("--strict", "fail where a price that may be the cheapest is too old")
  .option("--silent", "say nothing")
  .option("--fresh", "bundle the code again")
  .parse();
const { silent, fresh } = program.opts<{ silent?: true; fresh?: true }>();

// As `astro build` has it: with another one it would make other code.
process.env["NODE_ENV"] ??= "production";
// For each 64 MB of files on their way to the disk the collector would go through the whole heap, unless they count as any other memory. That is a
// twentieth of a build's time for a quarter more memory: worth it as long as that is less than two gigabytes.
const FEW_MODELS_BYTES = 1_000_000;
if (statSync(generatedFile("models.jsonl")).size < FEW_MODELS_BYTES)
  setFlagsFromString("--external-memory-accounted-in-global-limit");

const key = bundleKey(process.cwd(), process.env);
const bundle = fresh === true ? null : keptBundle(process.cwd(), key);
if (bundle === null) {
  process.env["TOKEN_PARITY_KEEP_BUNDLE"] = key;
  process.argv.splice(2, process.argv.length, "build", ...(silent === true ? ["--silent"] : []));
  const astro = "../node_modules/astro/bin/astro.mjs";
  await import(astro);
} else {
  const start = performance.now();
  const say = silent === true ? () => undefined : (text: string) => console.log(text);
  await buildFromKept(bundle, sitePlace(), say);
  say(`built with the kept bundle in ${((performance.now() - start) / 1_000).toFixed(1)} s`);
}

import { Command } from "commander";
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

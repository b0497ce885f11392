// Every npm script comes through here: `node scripts/run.mjs <task> [arguments]`.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";
import { environmentWith, fail, findNode, installPackages, root, run } from "./bootstrap.mjs";
import { isBuildStale } from "./build-age.mjs";
import { BUILD_FLAGS } from "./build-flags.mjs";
import { NIGHT_FLAGS } from "./night-flags.mjs";

/** Each a program for Node; arguments given to a task go to its last program. */
const STAGES = {
  // Of the templates alone: what they import is checked by TypeScript 7, in a third of the time. `@astrojs/check` knows only TypeScript 6.
  templates: "node_modules/astro/bin/astro.mjs check --minimumSeverity warning --tsconfig tsconfig.astro.json",
  types: "node_modules/typescript-7/bin/tsc --singleThreaded",
  lint: "node_modules/@biomejs/biome/bin/biome check --error-on-warnings",
  unused: "node_modules/knip/bin/knip.js --treat-config-hints-as-errors",
  // What only tests call is dead all the same.
  unreached: "node_modules/knip/bin/knip.js --production --include files,exports",
  lockfile: "scripts/tools/check-lock.mjs",
  unit: "node_modules/vitest/vitest.mjs run",
  mutants: "scripts/tools/mutants.ts named",
  data: "scripts/tools/check-data.ts",
  build: `${BUILD_FLAGS.join(" ")} scripts/build.ts`,
  budget: "scripts/tools/budget.ts",
  links: "scripts/tools/check-links.ts",
  api: "scripts/tools/check-api.ts",
  browser: "node_modules/@playwright/test/cli.js test",
};
/** What `npm test` runs at the same time: two lanes of as much work, so that neither of two cores ever waits. The site is built before any test opens it. */
const LANES = [
  ["lockfile", "templates", "types", "unit"],
  ["data", "build", "budget", "links", "api", "lint", "unused", "unreached", "browser", "mutants"],
];
/** Bytes that must be free for temporary files to be kept in memory: twenty times the 48 MB that a run of all tests has at a time. */
const ROOM_IN_MEMORY = 1e9;
const TASKS = {
  setup: [],
  start: ["scripts/serve.ts --draw-images"],
  test: [],
  dev: ["node_modules/astro/bin/astro.mjs dev"],
  build: [STAGES.build],
  check: [STAGES.templates, STAGES.types],
  lint: [STAGES.unused, STAGES.unreached, STAGES.lint],
  format: ["node_modules/@biomejs/biome/bin/biome check --write"],
  unit: [STAGES.unit],
  // What `deploy.yml` asks of the code, whatever data the night brought.
  gate: [STAGES.unit],
  fuzz: ["scripts/tools/mutants.ts", STAGES.unit],
  e2e: [STAGES.browser],
  budget: [STAGES.budget, STAGES.links, STAGES.api],
  "data:check": [STAGES.data],
  refresh: [`${NIGHT_FLAGS.join(" ")} scripts/night/refresh.ts`],
  verify: ["scripts/tools/verify.ts"],
  backfill: ["scripts/tools/backfill.ts"],
  bench: ["scripts/tools/bench.ts"],
  "bench:web": ["scripts/tools/bench-web.ts"],
};

const [task = "", ...rest] = process.argv.slice(2);
const programs = TASKS[task] ?? fail(`usage: npm run <${Object.keys(TASKS).join("|")}> [-- arguments]`);
const node = await findNode();
const env = { ...environmentWith(node), ASTRO_TELEMETRY_DISABLED: "1" };
// Programs keep what Node made of their source texts: types taken away, compiled. A night loads five hundred modules.
env.NODE_COMPILE_CACHE ??= join(root, ".cache", "node");
if (task === "fuzz") env.FUZZ_RUNS ??= "5000";
if (task === "gate") env.DEPLOY_GATE = "1";
if (task === "build" && rest.includes("--strict")) env.TOKEN_PARITY_STRICT = "1";
await installPackages(env, task === "start" ? "pages" : "all");
if (task === "start" && isBuildStale(root)) await buildPages();
if (task === "test") await test();
for (const [index, program] of programs.entries()) {
  if (program === STAGES.browser) await nameBrowser();
  await runProgram(program, index === programs.length - 1 ? rest : []);
}

/** Runs every stage and stops at the first that fails. Prints at the end, also after a failure, how long each finished stage took. */
async function test() {
  const begin = performance.now();
  const times = [];
  process.once("exit", () => {
    console.log("\nseconds");
    for (const [name, seconds] of [...times, ["in all", secondsSince(begin)]])
      console.log(`${seconds.toFixed(1).padStart(7)}  ${name}`);
  });
  const inLane = async (name) => {
    const start = performance.now();
    await runQuietly(name);
    times.push([name, secondsSince(start)]);
  };
  keepFilesInMemory();
  await nameBrowser();
  await Promise.all(LANES.map((names) => names.reduce((before, name) => before.then(() => inLane(name)), Promise.resolve())));
}

/** Tests write thousands of small files beside the repository: on a disk a run spends 83 s in the kernel, in memory 52. */
function keepFilesInMemory() {
  const parent = "/dev/shm";
  if (env.TMPDIR !== undefined || !existsSync(parent)) return;
  const { bavail, bsize } = statfsSync(parent);
  if (Math.min(bavail * bsize, freemem()) < ROOM_IN_MEMORY) return;
  const folder = mkdtempSync(join(parent, "token-parity-"));
  env.TMPDIR = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  process.once("SIGINT", () => process.exit(130));
}

function secondsSince(start) {
  return (performance.now() - start) / 1000;
}

/** What `npm start` needs before it can serve: the pages. Their images are drawn while it serves. */
async function buildPages() {
  const start = performance.now();
  console.log("Building the pages");
  await run(node, [...STAGES.build.split(" "), "--silent"], { env: { ...env, TOKEN_PARITY_IMAGES: "0" } });
  console.log(`Built in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

async function nameBrowser() {
  env.CHROMIUM_PATH = await run(node, ["scripts/browser.mjs"], { env, stdout: "pipe" });
}

function runProgram(program, more = []) {
  return run(node, [...program.split(" "), ...more], { env });
}

/** Runs a stage beside another one: what it says is printed whole when it ends. */
async function runQuietly(name) {
  console.log(`-- ${name} begins`);
  const child = spawn(node, STAGES[name].split(" "), { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  // Interrupted, the browser tests stop their server too.
  const stop = () => child.kill("SIGINT");
  process.once("exit", stop);
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
  const code = await new Promise((done) => child.on("error", (error) => fail(error.message)).on("close", done));
  process.off("exit", stop);
  console.log(`\n== ${name}\n${Buffer.concat(output).toString().trimEnd()}`);
  if (code !== 0) fail(`${name} ended with ${code}`);
}

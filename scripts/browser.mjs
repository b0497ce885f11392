// Finds a Chromium for the browser tests, or gets one. Says on standard error what it does; prints the path on standard output.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

/** The shell has no windows, tabs or menus to start: the browser tests take half of the processor's time with it. */
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/snap/bin/chromium",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) =>
    join(process.env[name] ?? "", "Google", "Chrome", "Application", "chrome.exe"),
  ),
];
const WAYS_TO_GET_ONE = [
  { why: "Playwright's own Chromium", get: playwrightInstall },
  { why: "Debian's Chromium", get: aptInstall },
];

/** The first Chromium here that starts: the one named by CHROMIUM_PATH, the system's, Playwright's own; else undefined. */
export function installedBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") return starts(named) ? named : undefined;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...PLACES, chromium.executablePath()].find(starts);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(installedBrowser() ?? gotBrowser());

function gotBrowser() {
  if (process.env.CHROMIUM_PATH) fail(`CHROMIUM_PATH=${process.env.CHROMIUM_PATH} does not start.`);
  for (const { why, get } of WAYS_TO_GET_ONE) {
    say(`No Chromium that starts is installed: getting ${why}.`);
    const done = get();
    const browser = installedBrowser();
    if (browser !== undefined) return browser;
    say(`That did not work${done ? "" : " here"}.`);
  }
  return fail("Please install Chromium or Google Chrome, or name one with CHROMIUM_PATH=/path/to/chromium.");
}

function playwrightInstall() {
  return run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
}

function aptInstall() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const install = (name) => run("apt-get", ["install", "-y", "--no-install-recommends", name]);
  // Debian's older releases have no package of the shell alone.
  return run("apt-get", ["update"]) && (install("chromium-headless-shell") || install("chromium"));
}

/** There, and with all the libraries it needs. Chrome on Windows prints no version; there it is enough to be there. */
function starts(path) {
  if (!existsSync(path)) return false;
  return process.platform === "win32" || spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function run(program, args) {
  say(`$ ${[program, ...args].join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: ["ignore", 2, 2], env, timeout: 600_000 }).status === 0;
}

function say(line) {
  console.error(line);
}

function fail(message) {
  say(message);
  process.exit(1);
}

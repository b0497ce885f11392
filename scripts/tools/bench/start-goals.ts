import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Goal } from "./goal.ts";

const FIRST_PORT = "4391";
const MOST_LINES = 20;

/** `npm start` in a fresh clone of the newest commit, and once more where it is; each until it says where the pages are. */
export async function startGoals(): Promise<readonly Goal[]> {
  const clone = mkdtempSync(join(tmpdir(), "token-parity-start-"));
  try {
    execFileSync("git", ["clone", "--quiet", ".", clone]);
    const cold = await secondsToServe(clone);
    const warm = await secondsToServe(clone);
    console.log(`npm start says ${cold.lines} lines until it serves; warm ${warm.lines}`);
    return [
      { name: "npm start of a fresh clone, packages fetched", figure: cold.seconds, bound: "at most", limit: 30, unit: "s" },
      { name: "npm start once more", figure: warm.seconds, bound: "at most", limit: 3, unit: "s" },
      { name: "lines of npm start until it serves", figure: cold.lines, bound: "at most", limit: MOST_LINES, unit: "lines" },
    ];
  } finally {
    rmSync(clone, { recursive: true });
  }
}

/** Throws when it ends before. */
async function secondsToServe(clone: string): Promise<{ readonly seconds: number; readonly lines: number }> {
  const begin = performance.now();
  const child = spawn(process.execPath, ["scripts/run.mjs", "start", "--port", FIRST_PORT], {
    cwd: clone,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const output = await new Promise<string>((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("Token Parity is at")) resolve(text);
    });
    child.once("close", (code) => reject(new Error(`npm start ended with ${code}: ${text}`)));
  });
  const seconds = (performance.now() - begin) / 1_000;
  child.kill("SIGINT");
  await exited;
  return { seconds, lines: output.trim().split("\n").length };
}

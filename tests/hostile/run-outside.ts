import { spawnSync } from "node:child_process";

/** The environment without what Vitest puts there: the site is built as a reader gets it. */
export const OUTSIDE = Object.fromEntries(
  Object.entries({ ...process.env, ASTRO_TELEMETRY_DISABLED: "1" }).filter(
    ([name]) => !/^(VITEST.*|TEST|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL)$/.test(name),
  ),
);

/** Runs a program of the repository in a copy of it. Throws when it ends with another code than those. */
export function runOutside(clone: string, program: string, args: readonly string[], allowed: readonly number[]): void {
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: clone, env: OUTSIDE, encoding: "utf8" });
  if (!allowed.includes(status ?? -1)) throw new Error(`${program} ended with ${status}: ${stderr}`);
}

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import type { Place } from "./run-job.ts";

/** A copy of the repository to practise workflows in: with a remote of its own, and a stand-in for `gh` that keeps one issue. */
export interface Practice {
  readonly place: Place;
  /** What `git` says in the copy. */
  git(...args: readonly string[]): string;
  /** What `gh` was asked, one line a call. */
  ghCalls(): readonly string[];
  /** The open issue's text; null = none is open. */
  openIssue(): string | null;
}

const LEFT_BEHIND = new Set([".git", "node_modules", "dist", ".astro", ".cache", "test-results", "playwright-report"]);

/** Keeps one open issue in `$GH_STATE`: its number and its text. */
const GH = `#!/usr/bin/env bash
set -e
echo "$*" >> "$GH_STATE/calls"
previous=""
for argument in "$@"; do
  if [ "$previous" = --body-file ]; then cp "$argument" "$GH_STATE/body.md"; fi
  previous=$argument
done
case "$1 $2" in
  "issue list") if [ -f "$GH_STATE/body.md" ]; then echo 7; fi ;;
  "issue close") rm "$GH_STATE/body.md" ;;
esac
`;

/**
 * Copies the working tree (not its history) below `folder`, commits it as `main` and gives it a bare remote. The packages are those
 * installed here. `withData: false` leaves `data/generated` behind: the first night of all.
 */
export function practise(folder: string, { from, withData }: { readonly from: string; readonly withData: boolean }): Practice {
  const clone = join(folder, "clone");
  const remote = join(folder, "remote.git");
  const state = join(folder, "gh");
  const bin = join(folder, "bin");
  for (const made of [state, bin]) mkdirSync(made, { recursive: true });
  copyRepository(clone, { withData });
  writeFileSync(join(bin, "gh"), GH);
  chmodSync(join(bin, "gh"), 0o755);
  const env = {
    PATH: [bin, dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GH_STATE: state,
    REFRESH_FROM: from,
    ASTRO_TELEMETRY_DISABLED: "1",
  };
  const git = (...args: readonly string[]) =>
    execFileSync("git", args, { cwd: clone, env: { ...process.env, ...env }, encoding: "utf8" }).trim();
  startRepository(git, remote);
  const read = (name: string) => (existsSync(join(state, name)) ? readFileSync(join(state, name), "utf8") : null);
  return {
    place: { folder: clone, temporary: join(folder, "runner"), env, context: CONTEXT },
    git,
    ghCalls: () => (read("calls") ?? "").split("\n").filter((line) => line !== ""),
    openIssue: () => read("body.md"),
  };
}

const CONTEXT = {
  "github.token": "no-token",
  "github.repository": "token-parity/token-parity",
  "github.server_url": "https://github.com",
  "github.run_id": "1",
  "github.run_attempt": "1",
  "github.sha": "HEAD",
  "github.ref": "refs/heads/main",
  "inputs.commit": "HEAD",
} as const;

/** The working tree without its history in a folder of its own, with the packages installed here: what runs there meets nothing that runs here. */
export function copyRepository(clone: string, { withData }: { readonly withData: boolean }): void {
  const generated = join("data", "generated");
  const isKept = (path: string) => !LEFT_BEHIND.has(basename(path)) && (withData || path !== generated);
  for (const name of readdirSync(".").filter((entry) => !LEFT_BEHIND.has(entry))) {
    cpSync(name, join(clone, name), { recursive: true, filter: isKept });
  }
  linkPackages(clone);
}

/** Every package by a link, and the stamp that says they are installed, so that nothing is fetched. */
function linkPackages(clone: string): void {
  mkdirSync(join(clone, "node_modules"));
  for (const name of readdirSync("node_modules").filter((entry) => entry !== ".installed" && entry !== ".cache")) {
    symlinkSync(join(process.cwd(), "node_modules", name), join(clone, "node_modules", name));
  }
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  writeFileSync(join(clone, "node_modules", ".installed"), `${lock} ${process.platform} ${process.arch}\n`);
}

function startRepository(git: Practice["git"], remote: string): void {
  git("init", "--quiet", "--initial-branch=main");
  git("init", "--quiet", "--bare", "--initial-branch=main", remote);
  git("config", "user.name", "practice");
  git("config", "user.email", "practice@example.org");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Start");
  git("remote", "add", "origin", remote);
  git("push", "--quiet", "origin", "main");
}

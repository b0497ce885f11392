import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { Workplace } from "../../scripts/night/publish/command.ts";

/** A repository with a real remote to publish nights in, and a stand-in for `gh` that keeps one issue. */
export interface PublishedRepository {
  readonly place: Workplace;
  /** What `git` says in it. */
  git(...args: readonly string[]): string;
  /** The commits on the remote's `main`, newest first. */
  pushed(): readonly string[];
  /** What `gh` was asked, one line a call. */
  ghCalls(): readonly string[];
  /** The open issue's text; null = none is open. */
  openIssue(): string | null;
  /** The comments on issues, oldest first. */
  comments(): string;
  /** From now on every `gh issue` fails as where a repository has none; `null` heals it. */
  breakIssues(why: string | null): void;
}

const GH = `#!/usr/bin/env bash
set -e
echo "$*" >> "$GH_STATE/calls"
if [ "$1" = issue ] && [ -f "$GH_STATE/broken" ]; then cat "$GH_STATE/broken" >&2; exit 1; fi
kept=body.md
if [ "$2" = comment ]; then kept=comments.md; fi
previous=""
for argument in "$@"; do
  if [ "$previous" = --body-file ]; then
    if [ "$kept" = body.md ]; then cp "$argument" "$GH_STATE/body.md"; else cat "$argument" >> "$GH_STATE/comments.md"; fi
  fi
  previous=$argument
done
case "$1 $2" in
  "issue list") if [ -f "$GH_STATE/body.md" ]; then echo 7; fi ;;
  "issue close") rm "$GH_STATE/body.md" ;;
esac
`;

/** Makes both below `folder`, with one commit, `Start`. */
export function aPublishedRepository(folder: string): PublishedRepository {
  const clone = join(folder, "clone");
  const state = join(folder, "gh");
  const bin = join(folder, "bin");
  for (const path of [clone, state, bin]) mkdirSync(path, { recursive: true });
  writeFileSync(join(bin, "gh"), GH, { mode: 0o755 });
  const env = {
    PATH: [bin, dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GH_STATE: state,
  };
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: clone, env, encoding: "utf8" }).trim();
  start(git, clone, join(folder, "remote.git"));
  const read = (name: string) => (existsSync(join(state, name)) ? readFileSync(join(state, name), "utf8") : null);
  return {
    place: { folder: clone, env },
    git,
    pushed: () => git("log", "--format=%s", "origin/main").split("\n"),
    ghCalls: () => (read("calls") ?? "").split("\n").filter((line) => line !== ""),
    openIssue: () => read("body.md"),
    comments: () => read("comments.md") ?? "",
    breakIssues: (why) => (why === null ? rmSync(join(state, "broken")) : writeFileSync(join(state, "broken"), why)),
  };
}

function start(git: PublishedRepository["git"], clone: string, remote: string): void {
  writeFileSync(join(clone, "README.md"), "Where nights are published.\n");
  git("init", "--quiet", "--initial-branch=main");
  git("init", "--quiet", "--bare", "--initial-branch=main", remote);
  git("config", "user.name", "somebody");
  git("config", "user.email", "somebody@example.org");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Start");
  git("remote", "add", "origin", remote);
  git("push", "--quiet", "origin", "main");
}

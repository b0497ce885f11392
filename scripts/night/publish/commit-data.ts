import type { Workplace } from "./command.ts";
import { outputOf, runCommand } from "./command.ts";

const AUTHOR = ["-c", "user.name=github-actions[bot]", "-c", "user.email=41898282+github-actions[bot]@users.noreply.github.com"];
const MOST_PUSHES = 3;

/**
 * Commits `data/generated` where it changed and pushes it to `main`, on top of what people merged meanwhile. Returns the commit the site
 * is to be built from. Throws with git's own words when it cannot be pushed.
 */
export function commitData(place: Workplace, message: string): string {
  const git = (...args: readonly string[]) => outputOf({ program: "git", args: [...AUTHOR, ...args] }, place);
  git("add", "data/generated");
  if (git("status", "--porcelain", "--", "data/generated") !== "") {
    git("commit", "--quiet", "--message", message, "--", "data/generated");
    push(place, git);
  }
  return git("rev-parse", "HEAD");
}

function push(place: Workplace, git: (...args: readonly string[]) => string): void {
  outputOf({ program: "gh", args: ["auth", "setup-git"] }, place);
  for (let turn = 1; turn < MOST_PUSHES; turn += 1) {
    const pushed = runCommand({ program: "git", args: ["push", "--quiet", "origin", "HEAD:main"] }, place);
    if (pushed.code === 0) return;
    git("pull", "--quiet", "--rebase", "--autostash", "origin", "main");
  }
  git("push", "--quiet", "origin", "HEAD:main");
}

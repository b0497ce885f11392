import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Workplace } from "./command.ts";
import { outputOf } from "./command.ts";

/** One issue that stays open as long as something is wrong; found again by its label. */
export interface KnownIssue {
  readonly label: string;
  readonly labelMeans: string;
  readonly title: string;
}

/** GitHub takes 65,536 characters. */
const MOST_CHARACTERS = 60_000;

/**
 * Opens the issue, or rewrites the open one. Who follows an open issue hears of comments only, so `news` goes there; null = nothing they
 * have not heard. Throws with gh's own words.
 */
export function openIssue(place: Workplace, issue: KnownIssue, body: string, news: string | null): void {
  const { label, labelMeans, title } = issue;
  const number = numberOf(place, label);
  if (number === "") {
    gh(place, "label", "create", label, "--force", "--description", labelMeans, "--color", "8a5a00");
    withFile(body, (path) => gh(place, "issue", "create", "--title", title, "--label", label, "--body-file", path));
    return;
  }
  withFile(body, (path) => gh(place, "issue", "edit", number, "--body-file", path));
  if (news !== null) withFile(news, (path) => gh(place, "issue", "comment", number, "--body-file", path));
}

/** Closes the issue if it is open. Throws with gh's own words. */
export function closeIssue(place: Workplace, { label }: KnownIssue, comment: string): void {
  const number = numberOf(place, label);
  if (number !== "") gh(place, "issue", "close", number, "--comment", comment);
}

function numberOf(place: Workplace, label: string): string {
  const listArgs = ["issue", "list", "--label", label, "--state", "open", "--limit", "1", "--json", "number"];
  return gh(place, ...listArgs, "--jq", ".[0].number // empty");
}

const gh = (place: Workplace, ...args: readonly string[]): string => outputOf({ program: "gh", args }, place);

function withFile(text: string, use: (path: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "issue-"));
  const path = join(folder, "body.md");
  try {
    writeFileSync(path, callingNobody(text).slice(0, MOST_CHARACTERS));
    use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A zero-width space after each @: an id like `@cf/meta` must call nobody. */
const callingNobody = (text: string): string => text.replaceAll("@", "@&#8203;");

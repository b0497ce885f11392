import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { Run } from "../../../src/domain/source/run.ts";
import { escapeCell } from "../pipeline/report.ts";
import type { Workplace } from "./command.ts";
import { runCommand } from "./command.ts";

const RUN_FILE = "data/generated/run.json";
const SHOWN = 20;

/** What is held tonight and was not held last night, in Markdown; null = nothing. Last night is what git has at HEAD. */
export function heldSinceLastNight(place: Workplace): string | null {
  const last = runCommand({ program: "git", args: ["show", `HEAD:${RUN_FILE}`] }, place);
  const path = join(place.folder, RUN_FILE);
  const before = last.code === 0 ? heldIn(last.stdout) : [];
  const after = existsSync(path) ? heldIn(readFileSync(path, "utf8")) : [];
  return newTonight(before, after);
}

function heldIn(text: string): readonly Finding[] {
  const run = Run.safeParse(JSON.parse(text));
  return run.success ? run.data.findings.filter(({ action }) => action === "hold") : [];
}

/** Findings are the same when rule and subject are: their figures change from night to night. One that names all of a kind reports new names. */
export function newTonight(before: readonly Finding[], after: readonly Finding[]): string | null {
  const findingsBefore = new Map(before.map((finding) => [keyOf(finding), finding]));
  const news = after.flatMap((finding) => newsOf(finding, findingsBefore.get(keyOf(finding)) ?? null));
  if (news.length === 0) return null;
  const lines = news
    .slice(0, SHOWN)
    .map(({ rule, subject, detail }) => `- ${rule} ${escapeCell(subject)}: ${escapeCell(detail)}`);
  const more = news.length > SHOWN ? [`- … and ${news.length - SHOWN} more`] : [];
  return [`New tonight (${news.length}):`, "", ...lines, ...more].join("\n");
}

/** Nothing where it was so last night. */
function newsOf(finding: Finding, before: Finding | null): readonly Finding[] {
  if (before === null) return [finding];
  if (finding.rule !== "platformUnknown") return [];
  const namesBefore = new Set(namesIn(before));
  const names = namesIn(finding).filter((name) => !namesBefore.has(name));
  return names.length === 0 ? [] : [{ ...finding, detail: `nobody has written down ${names.join(", ")}` }];
}

const namesIn = ({ detail }: Finding): readonly string[] => detail.slice(detail.lastIndexOf(": ") + 2).split(", ");

const keyOf = ({ rule, subject }: Finding): string => `${rule} ${subject}`;

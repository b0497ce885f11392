import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { type Goal, goalCells } from "./goal.ts";

/** Writes the goals of a command, with the machine and the day, between the two marks of that command in a Markdown file. Throws where they are missing. */
export function writeGoalTable(file: string, command: string, goals: readonly Goal[]): void {
  writeFileSync(file, withGoalTable(readFileSync(file, "utf8"), command, goals, machineAndDay(new Date())));
}

/** `<!-- npm run bench -->`, the table, `<!-- end: npm run bench -->`: what was between is gone. */
export function withGoalTable(text: string, command: string, goals: readonly Goal[], measured: string): string {
  const [begin, end] = [`<!-- ${command} -->`, `<!-- end: ${command} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the file has no ${begin} before an ${end}`);
  const rows = [[`\`${command}\``, "figure", "goal", ""], ["---", "--:", "--:", "---"], ...goals.map(goalCells)];
  const table = rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return `${text.slice(0, from)}${begin}\n${table}\n\n${measured}\n${text.slice(to)}`;
}

function machineAndDay(now: Date): string {
  const [{ model = "unknown processor" } = {}] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Measured on ${now.toISOString().slice(0, 10)}: ${cpus().length} cores of ${model.trim()}, ${memory} GiB, Node ${process.versions.node}.`;
}

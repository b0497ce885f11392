import type { Unmatched } from "../../../src/domain/model/unmatched.ts";
import { integerToDecimal } from "../../../src/domain/money/decimal.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import type { SourceStatus } from "../../../src/domain/source/run.ts";
import { escapeMarkdown } from "../../../src/site/markdown.ts";
import type { FigureChange } from "../merge/figure-changes.ts";
import { goneList, goneOffers } from "./gone-offers.ts";
import type { LastNightsRows, Store } from "./store.ts";

export interface ReportInput {
  readonly before: LastNightsRows;
  readonly after: Store;
  readonly moves: readonly FigureChange[];
  readonly notRead: readonly string[];
  readonly changedFiles: readonly string[];
}

const SHOWN = 40;

/** The night in Markdown: for the job summary, the pull request and the reader of a terminal. */
export function nightReport({ before, after, moves, notRead, changedFiles }: ReportInput): string {
  const { run } = after;
  if (run === null) throw new Error("a night without a run cannot be reported");
  return [
    `# Night of ${run.asOf}`,
    headline(before, after, moves),
    section("Sources", sourcesTable(run.sources, notRead)),
    section("Left out, by reason", skippedList(run.sources)),
    section(`Price changes (${moves.length})`, listed(moves, moveLine)),
    section(`Offers gone (${goneOffers(before, after).length})`, goneList(before, after)),
    section(`Findings (${run.findings.length})`, findingsByRule(run.findings)),
    section(`Unmatched ids (${after.unmatched.length})`, unmatchedList(after.unmatched)),
    section("Files", changedFiles.length === 0 ? "No file changes." : changedFiles.map((name) => `- ${name}`).join("\n")),
  ].join("\n\n");
}

/** `data: 14 price changes, 3 new offers`: the commit message of a quiet night. */
export function commitMessage(before: LastNightsRows, after: Store, moves: readonly FigureChange[]): string {
  const idsBefore = new Set(before.offers.map(({ id }) => id));
  const added = after.offers.filter(({ id }) => !idsBefore.has(id)).length;
  const gone = goneOffers(before, after).length;
  const loss = gone === 0 ? "" : `, ${count(gone, "offer")} gone`;
  return `data: ${count(moves.length, "price change")}, ${count(added, "new offer")}${loss}`;
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;

const section = (title: string, body: string) => `## ${title}\n\n${body}`;

function headline(before: LastNightsRows, after: Store, moves: readonly FigureChange[]): string {
  const platforms = new Set(after.offers.map(({ platform }) => platform)).size;
  const size = `${count(after.models.length, "model")}, ${count(after.offers.length, "offer")}, ${count(platforms, "platform")}`;
  return `${size}. ${commitMessage(before, after, moves)}.`;
}

function sourcesTable(sources: readonly SourceStatus[], notRead: readonly string[]): string {
  const head =
    "| source | status | read at | bodies | readings | kept as offers | left out | unmatched |\n|---|---|---|--:|--:|--:|--:|--:|";
  const rows = sources.map((source) => {
    const skipped = Object.values(source.skipped).reduce((sum, n) => sum + n, 0);
    const status = source.why === null ? source.status : `${source.status}: ${source.why}`;
    return `| ${source.id} | ${escapeCell(status)} | ${source.readAt} | ${source.bodies} | ${source.readings} | ${source.offers} | ${skipped} | ${source.unmatched} |`;
  });
  const missing = notRead.map((id) => `| ${id} | not read | – | 0 | 0 | 0 | 0 | 0 |`);
  return [head, ...rows, ...missing].join("\n");
}

function skippedList(sources: readonly SourceStatus[]): string {
  const lines = sources.flatMap(({ id, skipped }) =>
    Object.entries(skipped)
      .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .map(([why, n]) => `- ${id}: ${n} × ${escapeCell(why)}`),
  );
  return lines.length === 0 ? "Nothing." : lines.join("\n");
}

function moveLine(move: FigureChange): string {
  const text = (micro: number | null) => (micro === null ? "–" : integerToDecimal(micro));
  const condition = move.condition === null ? "" : ` (${move.condition})`;
  return `- ${escapeCell(move.offer)} ${move.meter}${condition}: ${text(move.old)} → ${text(move.new)}`;
}

function findingsByRule(findings: readonly Finding[]): string {
  if (findings.length === 0) return "None.";
  const groups = [...Map.groupBy(findings, ({ rule }) => rule)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return groups.map(([rule, rows]) => `### ${rule} (${rows.length})\n\n${listed(rows, findingLine)}`).join("\n\n");
}

const findingLine = ({ action, subject, detail }: Finding) => `- **${action}** ${escapeCell(subject)}: ${escapeCell(detail)}`;

function unmatchedList(unmatched: readonly Unmatched[]): string {
  if (unmatched.length === 0) return "None.";
  const groups = [...Map.groupBy(unmatched, ({ source, platform }) => `${source} / ${platform}`)];
  const lines = groups.toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return lines
    .map(
      ([where, rows]) =>
        `- ${where}: ${rows.length}, e.g. ${rows
          .slice(0, 3)
          .map(({ upstreamId }) => escapeCell(upstreamId))
          .join(", ")}`,
    )
    .join("\n");
}

function listed<Item>(items: readonly Item[], line: (item: Item) => string): string {
  if (items.length === 0) return "None.";
  const more = items.length > SHOWN ? [`- … and ${items.length - SHOWN} more`] : [];
  return [...items.slice(0, SHOWN).map(line), ...more].join("\n");
}

/** Upstream text in Markdown, cut where it gets long. */
export const escapeCell = (text: string): string => escapeMarkdown([...text].slice(0, 300).join(""));

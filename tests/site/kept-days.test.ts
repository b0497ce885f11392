import { expect, test } from "vitest";
import { rankingSnapshots } from "../../src/data/catalog.ts";
import type { RankingLine } from "../../src/domain/ranking/ranking-snapshot.ts";
import { snapshotMarkdown } from "../../src/features/best/best-markdown.ts";
import { snapshotPage } from "../../src/features/best/page.ts";
import { snapshotViewOf } from "../../src/features/best/snapshot-page.ts";
import { rowHtml } from "../../src/table/row-html.ts";
import { tableMarkdown } from "../../src/table/table-files.ts";
import { columnsFor, type TableView } from "../../src/table/table-view.ts";

/** Rows of rankings as they were kept: what is written of one is written once for all the days on which it stands. */

const line = (modelId: string, rank: number, usd: string): RankingLine => ({
  ...{ modelId, offerId: `${modelId}@openrouter`, rank, rankInterval: [rank, rank + 1], tiedWith: 1 },
  quality: { value: 1_400.5, interval: [1_390, 1_410], status: "rated", sources: ["lmarena"] },
  landedUsdPerMonth: usd,
});
const tableOf = (asOf: string, rows: readonly RankingLine[]): TableView =>
  snapshotViewOf({ workload: "chat", asOf, kept: [{ sha256: "0".repeat(64), rows: [...rows] }] }).table;
const htmlOf = (view: TableView): string =>
  view.groups.flatMap(({ rows }) => rows.map((row) => rowHtml(row, columnsFor(view, "page")))).join("");

test("a row that stands on two days is one row of both tables, and looks as it would alone", () => {
  const stands = line("acme/stands", 1, "5");
  const [before, after] = [
    tableOf("2026-08-22", [stands, line("acme/moves", 2, "6")]),
    tableOf("2026-08-23", [stands, line("acme/moves", 2, "7")]),
  ];
  expect(after.groups[0]?.rows[0]).toBe(before.groups[0]?.rows[0]);
  expect(htmlOf(before)).toContain("$6.00");
  expect(htmlOf(after)).toContain("$7.00");
  expect(htmlOf(after)).toBe(htmlOf(tableOf("2026-08-23", [line("acme/stands", 1, "5"), line("acme/moves", 2, "7")])));
});

test("the Markdown of a row that stands on two days is in both, and each has its rows as any table has them", () => {
  const [real] = rankingSnapshots;
  if (real === undefined) throw new Error("no day is kept");
  const stands = line("acme/stan|ds", 1, "5");
  const days = [[stands, line("acme/moves", 2, "6")], [line("acme/moves", 1, "4"), { ...stands, rank: 2 }], [stands]];
  for (const [at, rows] of days.entries()) {
    const snapshot = { workload: "chat", asOf: `2026-08-2${at}`, kept: [{ sha256: "0".repeat(64), rows }] };
    const view = snapshotViewOf(snapshot);
    expect(snapshotMarkdown({ ...snapshotPage(real), snapshot, view })).toContain(tableMarkdown(view.table));
  }
});

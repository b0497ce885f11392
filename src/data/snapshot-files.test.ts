import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { ID_NAMES } from "../../tests/builders/platform/a-compared-platform.ts";
import { type RankingLine, type RankingSnapshot, withSnapshot } from "../domain/ranking/ranking-snapshot.ts";
import { packMonth, rankingMonthText } from "../domain/ranking/snapshot/ranking-month.ts";
import { snapshotDay } from "../domain/ranking/snapshot-day.ts";
import { snapshotView } from "../features/best/snapshot-view.ts";
import { sellerOfId } from "../site/words/seller-label.ts";
import { rankingMonthsIn, snapshotsIn, snapshotsSince } from "./snapshot-files.ts";

const folder = mkdtempSync(join(tmpdir(), "token-parity-kept-"));
afterEach(() => rmSync(folder, { recursive: true }));

const line = (usd: string): RankingLine => ({
  modelId: "acme/nano",
  offerId: "acme/nano@hostly;quant=fp8",
  rank: 1,
  rankInterval: [1, 1],
  tiedWith: 0,
  quality: { value: 1400, interval: [1390, 1410], status: "rated", sources: ["lmarena"] },
  landedUsdPerMonth: usd,
});

/** Writes the days of one month as a night does. */
function keep(...days: readonly RankingSnapshot[]): void {
  const month = days[0]?.asOf.slice(0, 7) ?? "";
  mkdirSync(join(folder, month), { recursive: true });
  writeFileSync(join(folder, month, "chat.json"), rankingMonthText(packMonth("chat", month, days)));
}

const dayOf = (asOf: string, usd: string, before: RankingSnapshot | null = null): RankingSnapshot =>
  withSnapshot(before, { workload: "chat", asOf, sha256: usd.padEnd(64, "0"), rows: [line(usd)] });

test("the rows of a day are still there after a later day's are kept", () => {
  vi.stubEnv("SITE", "https://example.com");
  const first = dayOf("2026-08-22", "10");
  keep(first);
  keep(dayOf("2026-09-03", "20"), dayOf("2026-09-04", "30", dayOf("2026-09-04", "25")));
  const snapshots = rankingMonthsIn(folder).flatMap((file) => snapshotsIn(file));
  const days = snapshots.map(({ asOf }) => asOf);
  expect(days).toEqual(["2026-09-04", "2026-09-03", "2026-08-22"]);
  expect(snapshots[0]?.kept.map(({ rows }) => rows[0]?.landedUsdPerMonth)).toEqual(["25", "30"]);
  const snapshot = snapshots.find(({ asOf }) => asOf === snapshotDay(days, "2026-09-02"));
  expect(snapshot).toEqual(first);
  const names = { modelOf: () => null, sellerOf: (offerId: string) => sellerOfId(offerId, ID_NAMES) };
  const view = snapshotView(first, "Chat", "/best/chat/as-of/2026-08-22/", names);
  expect(view.table.groups[0]?.rows[0]?.cells[0]?.text).toBe("acme/nano");
  expect(view.table.groups[0]?.rows[0]?.cells.map(({ text }) => text)).toContain("$10.00");
  expect(view.answer.map(({ text }) => text).join("")).toBe(
    "Most quality per dollar: acme/nano, $10.00 a month at hostly (fp8).",
  );
});

test("a day has pages while it is young, and the newest of a workload for ever", () => {
  keep(dayOf("2026-08-22", "10"));
  keep(dayOf("2026-09-03", "20"), dayOf("2026-09-04", "30"));
  const daysSince = (day: string) => snapshotsSince(rankingMonthsIn(folder), day).map(({ asOf }) => asOf);
  expect(daysSince("2026-08-01")).toEqual(["2026-09-04", "2026-09-03", "2026-08-22"]);
  expect(daysSince("2026-09-03")).toEqual(["2026-09-04", "2026-09-03"]);
  expect(daysSince("2027-01-01")).toEqual(["2026-09-04"]);
});

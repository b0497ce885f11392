import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { type RankingLine, type RankingSnapshot, withSnapshot } from "../domain/ranking/ranking-snapshot.ts";
import { snapshotDay } from "../domain/ranking/snapshot-day.ts";
import { snapshotView } from "../features/best/snapshot-view.ts";
import { keptIn } from "./snapshot-files.ts";

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

function keep(before: RankingSnapshot | null, asOf: string, usd: string): RankingSnapshot {
  const snapshot = withSnapshot(before, { workload: "chat", asOf, sha256: usd.padEnd(64, "0"), rows: [line(usd)] });
  mkdirSync(join(folder, asOf), { recursive: true });
  writeFileSync(join(folder, asOf, "chat.json"), JSON.stringify(snapshot));
  return snapshot;
}

test("the rows of a day are still there after a later day's are kept", () => {
  vi.stubEnv("SITE", "https://example.com");
  const first = keep(null, "2026-08-22", "10");
  keep(first, "2026-09-03", "20");
  const snapshots = keptIn(folder);
  const days = snapshots.map(({ asOf }) => asOf);
  expect(days).toEqual(["2026-09-03", "2026-08-22"]);
  const snapshot = snapshots.find(({ asOf }) => asOf === snapshotDay(days, "2026-09-02"));
  expect(snapshot).toEqual(first);
  const names = { platform: (id: string) => id, host: (slug: string) => slug };
  const view = snapshotView(first, "Chat", () => null, names);
  expect(view.table.groups[0]?.rows[0]?.cells[0]?.text).toBe("acme/nano");
  expect(view.table.groups[0]?.rows[0]?.cells.map(({ text }) => text)).toContain("$10.00");
  expect(view.answer.map(({ text }) => text).join("")).toBe(
    "Most quality per dollar: acme/nano, $10.00 a month at hostly (fp8).",
  );
});

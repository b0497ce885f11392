import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { NO_NEED_FITS } from "../../../src/domain/quality/need-quality.ts";
import type { Quality } from "../../../src/domain/quality/quality.ts";
import type { QualityFit } from "../../../src/domain/quality/quality-fit.ts";
import { RankingSnapshot } from "../../../src/domain/ranking/ranking-snapshot.ts";
import { unpackMonth } from "../../../src/domain/ranking/snapshot/ranking-month.ts";
import { aModel } from "../../../tests/builders/a-model.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { nightAssessor } from "../merge/night-assessor.ts";
import { brokenSnapshots } from "./check-snapshots.ts";
import { rankingsTonight, rowsSha256 } from "./rankings.ts";
import { EMPTY_STORE, type Store } from "./store.ts";

const assessor = nightAssessor("data/curated");
const fit: QualityFit = {
  schemaVersion: 1,
  asOf: "2026-08-20",
  models: 2,
  intervalLevel: 0.9,
  noiseFloorShare: 0.15,
  sources: [],
  scales: [],
  field: [{ model: "acme/nano", elo: 1400 }],
};
const rated = (model: string, value: number): Quality => ({
  model,
  value,
  interval: [value - 10, value + 10],
  status: "rated",
  inheritedFrom: null,
  sources: [],
});
const night = { fit, rows: [rated("acme/nano", 1400), rated("acme/large", 1500)], needs: [], needFits: NO_NEED_FITS, costs: [] };

function store(asOf: string, input: string): Store {
  const source = { id: "groq-pricing", url: "https://example.com/prices", readAt: `${asOf}T12:00:00Z`, hand: "first" } as const;
  const offers = [anOffer({ prices: { input, output: "1" }, source }), anOffer({ model: "acme/large", source })];
  return {
    ...EMPTY_STORE,
    models: [aModel(), aModel({ id: "acme/large" })],
    offers,
    run: { schemaVersion: 1, asOf, sources: [], findings: [] },
  };
}

/** Writes what a night gives, as `writeFiles` would. */
function keep(out: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), text);
  }
}

/** The days of a month's file, oldest first. */
const snapshotsOf = (text: string | undefined) =>
  unpackMonth(JSON.parse(text ?? "null")).map((day) => RankingSnapshot.parse(day));

test("a night keeps its rankings with their checksum, the same night nothing more, a changed one its own day", () => {
  const out = mkdtempSync(join(tmpdir(), "rankings-"));
  const first = rankingsTonight(out, assessor, store("2026-08-21", "1"), night);
  const [day] = snapshotsOf(first.get("rankings/2026-08/chat.json"));
  expect(day?.asOf).toBe("2026-08-21");
  const [kept] = day?.kept ?? [];
  expect(kept?.sha256).toBe(rowsSha256(kept?.rows ?? []));
  keep(out, first);
  expect(rankingsTonight(out, assessor, store("2026-08-22", "1"), night).size).toBe(0);
  const changed = rankingsTonight(out, assessor, store("2026-08-22", "9"), night);
  expect(snapshotsOf(changed.get("rankings/2026-08/chat.json")).map(({ asOf, kept: own }) => [asOf, own.length])).toEqual([
    ["2026-08-21", 1],
    ["2026-08-22", 1],
  ]);
});

test("a later reading of the same day adds its rows to those that were published", () => {
  const out = mkdtempSync(join(tmpdir(), "rankings-"));
  const first = rankingsTonight(out, assessor, store("2026-08-21", "1"), night);
  keep(out, first);
  const [later] = snapshotsOf(rankingsTonight(out, assessor, store("2026-08-21", "9"), night).get("rankings/2026-08/chat.json"));
  expect(later?.kept).toHaveLength(2);
  expect(later?.kept[0]).toEqual(snapshotsOf(first.get("rankings/2026-08/chat.json"))[0]?.kept[0]);
});

test("a kept row that was edited by hand is found", () => {
  const out = mkdtempSync(join(tmpdir(), "rankings-"));
  keep(out, rankingsTonight(out, assessor, store("2026-08-21", "1"), night));
  expect(brokenSnapshots(join(out, "rankings"))).toEqual([]);
  const file = join(out, "rankings/2026-08/chat.json");
  writeFileSync(file, readFileSync(file, "utf8").replace(/(@[^"]*",)1,/, "$17,"));
  expect(brokenSnapshots(join(out, "rankings"))).toEqual([expect.stringMatching(/^2026-08 chat 2026-08-21: not the rows of/)]);
});

test("another month is another file, and one that changed nothing since the last of the month before writes none", () => {
  const out = mkdtempSync(join(tmpdir(), "rankings-"));
  keep(out, rankingsTonight(out, assessor, store("2026-08-31", "1"), night));
  expect(rankingsTonight(out, assessor, store("2026-09-01", "1"), night).size).toBe(0);
  const changed = rankingsTonight(out, assessor, store("2026-09-02", "9"), night);
  expect(snapshotsOf(changed.get("rankings/2026-09/chat.json")).map(({ asOf }) => asOf)).toEqual(["2026-09-02"]);
});

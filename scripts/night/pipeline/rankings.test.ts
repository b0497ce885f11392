import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { NO_NEED_FITS } from "../../../src/domain/quality/need-quality.ts";
import type { Quality } from "../../../src/domain/quality/quality.ts";
import type { QualityFit } from "../../../src/domain/quality/quality-fit.ts";
import { RankingSnapshot } from "../../../src/domain/ranking/ranking-snapshot.ts";
import { aModel } from "../../../tests/builders/a-model.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { rankingsTonight, rowsSha256 } from "./rankings.ts";
import { EMPTY_STORE, type Store } from "./store.ts";

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
const night = { fit, rows: [rated("acme/nano", 1400), rated("acme/large", 1500)], needs: [], needFits: NO_NEED_FITS };

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

const read = (text: string | undefined) => RankingSnapshot.parse(JSON.parse(text ?? "null"));

test("a night keeps its rankings with their checksum, the same night nothing more, a changed one its own day", () => {
  const out = mkdtempSync(join(tmpdir(), "rankings-"));
  const first = rankingsTonight(out, "data/curated", store("2026-08-21", "1"), night);
  expect([...first.keys()]).toContain("rankings/2026-08-21/chat.json");
  const [kept] = read(first.get("rankings/2026-08-21/chat.json")).kept;
  expect(kept?.sha256).toBe(rowsSha256(kept?.rows ?? []));
  keep(out, first);
  expect(rankingsTonight(out, "data/curated", store("2026-08-22", "1"), night).size).toBe(0);
  const changed = rankingsTonight(out, "data/curated", store("2026-08-22", "9"), night);
  expect(read(changed.get("rankings/2026-08-22/chat.json")).kept).toHaveLength(1);
});

test("a later reading of the same day adds its rows to those that were published", () => {
  const out = mkdtempSync(join(tmpdir(), "rankings-"));
  const first = rankingsTonight(out, "data/curated", store("2026-08-21", "1"), night);
  keep(out, first);
  const later = read(rankingsTonight(out, "data/curated", store("2026-08-21", "9"), night).get("rankings/2026-08-21/chat.json"));
  expect(later.kept).toHaveLength(2);
  expect(later.kept[0]).toEqual(read(first.get("rankings/2026-08-21/chat.json")).kept[0]);
});

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { MeasuredCost } from "../../../src/domain/quality/measured-cost.ts";
import type { QualityAlias } from "../../../src/domain/quality/quality-alias.ts";
import { GuardException } from "../../../src/domain/source/guard-exception.ts";
import { aModel } from "../../../tests/builders/a-model.ts";
import { aQualityAlias, aQualityScore } from "../../../tests/builders/a-quality-score.ts";
import type { Io } from "../sources/source.ts";
import {
  NO_QUALITY_READINGS,
  type QualityCurated,
  qualityFiles,
  readQualityCurated,
  readQualityReadings,
} from "./quality-store.ts";
import { type QualityNight, refreshQuality } from "./refresh-quality.ts";

const NAMES = Array.from({ length: 20 }, (_, index) => `m${String(index).padStart(2, "0")}`);
const READ_AT = "2026-10-03T04:00:00Z";

const boardOf = (names: readonly string[]) => ({
  rows: names.map((name, index) => ({
    row: {
      model_name: name,
      rating: 1500 - 10 * index,
      rating_lower: 1495 - 10 * index,
      rating_upper: 1505 - 10 * index,
      category: "overall",
      leaderboard_publish_date: "2026-10-02",
    },
  })),
  num_rows_total: names.length,
});
const eciOf = (names: readonly string[]) =>
  [
    "Model,eci,eci_ci_low,eci_ci_high",
    ...names.map((name, index) => `${name},${160 - index},${159 - index},${161 - index}`),
  ].join("\n");

interface Upstream {
  readonly board?: unknown;
  readonly eci?: string;
  readonly livebenchFails?: boolean;
}

function ioOf({ board, eci, livebenchFails }: Upstream): Io {
  return {
    getJson: async (url) =>
      board === undefined || !url.includes("text_style_control") ? null : { url, readAt: READ_AT, content: board },
    getText: async (url) => {
      if (livebenchFails === true && url.includes("livebench")) throw new Error(`GET ${url}: 503`);
      return eci === undefined || !url.includes("epoch") ? null : { url, readAt: READ_AT, content: eci };
    },
    recordedUrls: () => (livebenchFails === true ? ["https://livebench.ai/table_2026_06_25.csv"] : []),
  };
}

const aliases: readonly QualityAlias[] = NAMES.flatMap((name) => [
  aQualityAlias({ model: `acme/${name}`, source: "lmarena", name }),
  aQualityAlias({ model: `acme/${name}`, source: "epoch-eci", name }),
]);
const curated: QualityCurated = { aliases, field: [{ model: "acme/m05", why: "middle" }], guardExceptions: [] };
const models = NAMES.map((name, index) => aModel({ id: `acme/${name}`, usageRank: index + 1 }));
const nothing = { ...NO_QUALITY_READINGS, statuses: [] };
const upstream: Upstream = { board: boardOf(NAMES), eci: eciOf(NAMES) };

const night = await refreshQuality(ioOf(upstream), { curated, models, before: nothing });
const yesterday = (of: QualityNight) => ({ scores: of.scores, costs: of.costs, statuses: of.sourceStatuses });
const rules = (of: QualityNight) => of.findings.map(({ rule, subject }) => `${rule} ${subject}`);

test("a good night rates the models, names its sources and finds nothing", () => {
  expect(night.rows.map(({ status }) => status)).toEqual(NAMES.map(() => "rated"));
  expect(night.fit?.field.map(({ model }) => model)).toEqual(["acme/m05"]);
  expect(night.fit?.sources.map(({ id, licence }) => `${id} ${licence}`)).toEqual([
    "epoch-eci CC BY 4.0",
    "livebench Apache-2.0 (suite); its data sheet claims no copyright in the data",
    "lmarena CC BY 4.0",
  ]);
  expect(night.sourceStatuses.map(({ id, status, readings, unmatched }) => [id, status, readings, unmatched])).toEqual([
    ["epoch-eci", "fresh", 20, 0],
    ["lmarena", "fresh", 20, 0],
  ]);
  expect(night.findings).toEqual([]);
});

test("the files are read back as they were written, and the same readings give the same bytes", async () => {
  const dir = mkdtempSync(join(tmpdir(), "quality-"));
  for (const [name, text] of qualityFiles(night)) writeFileSync(join(dir, name), text);
  expect(readQualityReadings(dir)).toEqual({ scores: night.scores, costs: night.costs });
  expect(readQualityReadings(join(dir, "absent"))).toEqual(NO_QUALITY_READINGS);
  const again = await refreshQuality(ioOf({}), { curated, models, before: { ...readQualityReadings(dir), statuses: [] } });
  expect(qualityFiles(again)).toEqual(qualityFiles(night));
});

test("a source that is not read keeps its scores in silence", async () => {
  const next = await refreshQuality(ioOf({ eci: eciOf(NAMES) }), { curated, models, before: yesterday(night) });
  expect(next.rows).toEqual(night.rows);
  expect(next.findings).toEqual([]);
  expect(next.sourceStatuses.map(({ id, status }) => [id, status])).toEqual([
    ["epoch-eci", "fresh"],
    ["lmarena", "fresh"],
  ]);
});

test("a source that fails keeps its scores and is held, with the reason", async () => {
  const next = await refreshQuality(ioOf({ ...upstream, eci: "<html>" }), { curated, models, before: yesterday(night) });
  expect(next.rows).toEqual(night.rows);
  expect(next.findings).toMatchObject([{ rule: "qualitySourceFailed", action: "hold", scope: "source", subject: "epoch-eci" }]);
  expect(next.sourceStatuses[0]).toMatchObject({ id: "epoch-eci", status: "held", readAt: READ_AT });
  expect(next.sourceStatuses[0]?.why).toContain("no row with a score");
});

test("a source that fails before it was ever read has no status, only a finding", async () => {
  const first = await refreshQuality(ioOf({ ...upstream, livebenchFails: true }), { curated, models, before: nothing });
  expect(rules(first)).toEqual(["qualitySourceFailed livebench", "qualitySourceFailed livebench-coding"]);
  expect(first.sourceStatuses.map(({ id }) => id)).toEqual(["epoch-eci", "lmarena"]);
});

test("a source that lost more than a tenth of its scores is held whole; the new names are reported", async () => {
  const renamed = NAMES.map((name, index) => (index < 3 ? `${name}-high` : name));
  const next = await refreshQuality(ioOf({ ...upstream, board: boardOf(renamed) }), {
    curated,
    models,
    before: yesterday(night),
  });
  expect(next.rows).toEqual(night.rows);
  expect(next.findings).toMatchObject([
    {
      rule: "qualityScoresLost",
      action: "hold",
      subject: "lmarena",
      detail: "3 of 20 models lost their score: acme/m00, acme/m01, acme/m02",
    },
  ]);
});

describe("a board that writes other figures than it did", () => {
  const rated = (change: (rating: number, index: number) => number, board = boardOf(NAMES)) => ({
    ...board,
    rows: board.rows.map(({ row }, index) => {
      const [rating, rating_lower, rating_upper] = [row.rating, row.rating_lower, row.rating_upper].map((each) =>
        change(each, index),
      );
      return { row: { ...row, rating, rating_lower, rating_upper } };
    }),
  });
  const points = (eci: (index: number) => string | number) =>
    ["Model,eci", ...NAMES.map((name, index) => `${name},${eci(index)}`)].join("\n");
  const next = (bodies: Upstream, guardExceptions: QualityCurated["guardExceptions"] = []) =>
    refreshQuality(ioOf({ ...upstream, ...bodies }), {
      curated: { ...curated, guardExceptions },
      models,
      before: yesterday(night),
    });

  test.each<[string, Upstream, RegExp]>([
    [
      "200 points more",
      { board: rated((rating) => rating + 200) },
      /20 scores of lmarena moved by 200, of a spread of 74.13; until/,
    ],
    ["shares of one", { board: rated((rating) => rating / 1_500) }, /lmarena has its middle at 0.94, not between 800 and 2200/],
    [
      "twice as far apart",
      { board: rated((rating) => 2 * rating - 1_405) },
      /spread of 20 scores of lmarena went from 74.13 to 148.26/,
    ],
    ["all alike", { board: rated((rating) => 1_405 + rating / 1e6) }, /spread of 20 scores of lmarena went from 74.13 to 0/],
    ["hundredths", { eci: points((index) => 1.6 - index / 100) }, /epoch-eci has its middle at 1.5, not between 80 and 250/],
    ["upside down", { eci: points((index) => 110 + 3 * index) }, /epoch-eci/],
  ])("%s: none of it is believed, and nothing of it stays", async (_, bodies, detail) => {
    const bad = await next(bodies);
    expect(bad.rows).toEqual(night.rows);
    expect(bad.scores).toEqual(night.scores);
    expect(bad.findings).toMatchObject([{ rule: "qualityRescaled", action: "hold", scope: "source" }]);
    expect(bad.findings[0]?.detail).toMatch(detail);
    const good = await refreshQuality(ioOf(upstream), { curated, models, before: yesterday(bad) });
    expect(qualityFiles(good)).toEqual(qualityFiles(night));
    expect(good.findings).toEqual([]);
  });

  test("that all models rose a little is true", async () => {
    const later = await next({ board: rated((rating, index) => rating + (index % 3) * 5) });
    expect(later.findings).toEqual([]);
    expect(later.scores).not.toEqual(night.scores);
  });

  test("a person lets a new scale pass, and is told when the line is no longer needed", async () => {
    const line = GuardException.parse({
      ...{ rule: "qualityRescaled", source: "lmarena", platform: null, upstreamId: null, action: "accept", why: "new anchor" },
      ...{ sourceUrl: "https://lmarena.example/news", checkedOn: "2026-10-03" },
    });
    const bodies = { board: rated((rating) => rating + 200) };
    const accepted = await next(bodies, [line]);
    expect(accepted.findings).toEqual([]);
    expect(accepted.scores.find(({ source }) => source === "lmarena")?.score).toBe(1_700);
    const input = { curated: { ...curated, guardExceptions: [line] }, models, before: yesterday(accepted) };
    expect(rules(await refreshQuality(ioOf({ ...upstream, ...bodies }), input))).toEqual([
      "exceptionUnused guard-exceptions.json",
    ]);
  });

  test.each<[string, Upstream, string]>([
    [
      "one model far above all others",
      { board: rated((rating, index) => (index === 4 ? 9_000 : rating)) },
      "qualityRescaled acme/m04",
    ],
    ["one model twice", { board: boardOf([...NAMES, "m04"]) }, "qualityScoreKept acme/m04"],
    ["one model without a number", { eci: points((index) => (index === 4 ? "NaN" : 160 - index)) }, "qualityScoreKept acme/m04"],
  ])("%s: its last score stays", async (_, bodies, rule) => {
    const bad = await next(bodies);
    expect(rules(bad)).toEqual([rule]);
    const scored = (of: QualityNight) => of.scores.map(({ model, source, score }) => `${model} ${source} ${score}`);
    expect(scored(bad)).toEqual(scored(night));
  });

  test("a model nobody knew is not believed far above all others", async () => {
    const known = { ...curated, aliases: aliases.filter(({ model }) => model !== "acme/m04") };
    const before = await refreshQuality(ioOf(upstream), { curated: known, models, before: nothing });
    const board = rated((rating, index) => (index === 4 ? 9_000 : rating));
    const bad = await refreshQuality(ioOf({ board }), { curated, models, before: yesterday(before) });
    expect(rules(bad)).toContain("qualityRescaled acme/m04");
    expect(bad.scores.filter(({ model }) => model === "acme/m04")).toEqual([]);
  });
});

test("a single lost score is a note, and its model is left with fewer witnesses", async () => {
  const next = await refreshQuality(ioOf({ ...upstream, board: boardOf(NAMES.slice(1)) }), {
    curated,
    models,
    before: yesterday(night),
  });
  expect(rules(next)).toEqual(["qualityScoreLost acme/m00"]);
  expect(next.rows[0]).toMatchObject({ model: "acme/m00", status: "provisional" });
});

test("a model in wide use without a score is a finding, and so is a name that looks like it", async () => {
  const unknown = { ...curated, aliases: aliases.filter(({ model }) => model !== "acme/m07") };
  const next = await refreshQuality(ioOf(upstream), { curated: unknown, models, before: nothing });
  expect(next.findings.map(({ rule, detail }) => `${rule}: ${detail}`)).toEqual([
    'qualityNameUnmatched: epoch-eci has "m07", which no alias mentions',
    'qualityNameUnmatched: lmarena has "m07", which no alias mentions',
    "qualityNotRated: number 8 by use has no score at any source",
  ]);
  const rare = models.map((model) => ({ ...model, usageRank: model.id === "acme/m07" ? 101 : model.usageRank }));
  expect((await refreshQuality(ioOf(upstream), { curated: unknown, models: rare, before: nothing })).findings).toEqual([]);
});

test("a reference model without a quality is a finding", async () => {
  const field = [...curated.field, { model: "acme/gone", why: "was the best" }];
  const next = await refreshQuality(ioOf(upstream), { curated: { ...curated, field }, models, before: nothing });
  expect(rules(next)).toEqual(["qualityFieldUnrated quality-field.json"]);
});

test("costs stay when a night brings none", async () => {
  const cost: MeasuredCost = {
    ...{ model: "acme/m00", source: "livebench", release: "2026-06-25", name: "m00", match: "exact", effort: null },
    ...{ usdPerQuestion: "0.01", usdPerSuccessfulTask: null, readAt: READ_AT, url: "https://livebench.ai/cost_2026_06_25.csv" },
  };
  const score = aQualityScore({ model: "acme/m00", source: "livebench", release: "2026-06-25" });
  const before = { scores: [...night.scores, score], costs: [cost], statuses: [] };
  const next = await refreshQuality(ioOf(upstream), { curated, models, before });
  expect(next.costs).toEqual([cost]);
  expect(next.scores).toContainEqual(score);
});

test("the curated tables of the project keep their schemas", () => {
  expect(readQualityCurated("data/curated").aliases.length).toBeGreaterThan(400);
});

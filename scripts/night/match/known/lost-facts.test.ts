import { describe, expect, test } from "vitest";
import { type FactsLost, SourceStatus } from "../../../../src/domain/source/run.ts";
import { aModel, someFacts } from "../../../../tests/builders/a-model.ts";
import { aReading } from "../../../../tests/builders/a-reading.ts";
import type { SourceNight } from "../../guards/guard-night.ts";
import { EMPTY_STORE } from "../../pipeline/store.ts";
import { MODELS_URL } from "../../sources/openrouter/openrouter-list.ts";
import { openrouterModels } from "../../sources/openrouter/openrouter-models.ts";
import type { ModelFacts } from "../../sources/source.ts";
import { withKnownFacts } from "./lost-facts.ts";

const COUNT = 20;
const idOf = (index: number): string => `acme/nano-${index}`;
const places = Array.from({ length: COUNT }, (_, index) => index);
const row = (index: number) => aReading({ key: { platform: "openrouter" }, upstreamId: idOf(index), model: idOf(index) });

/** OpenRouter's list on a day, where the first of twenty models came without these facts. */
function aList(day: string, without: Partial<ModelFacts>, count: number): SourceNight {
  const readAt = `${day}T04:00:00Z`;
  return {
    source: openrouterModels,
    parsed: {
      models: places.map((index) => someFacts({ id: idOf(index), ...(index < count ? without : {}) })),
      readings: places.map(row),
      skipped: [],
    },
    bodies: [{ url: MODELS_URL, readAt }],
    failure: null,
  };
}

/** What was valid the night before, and since when facts were missing then. */
function lastNight(factsLost?: FactsLost) {
  const status = SourceStatus.parse({
    ...{ id: "openrouter-models", name: "OpenRouter", url: MODELS_URL, licence: "public", hand: "first" },
    ...{ readAt: "2026-08-12T04:00:00Z", status: "fresh", why: null, bodies: 1, readings: COUNT, offers: COUNT },
    ...{ skipped: {}, unmatched: 0, ...(factsLost === undefined ? {} : { factsLost }) },
  });
  return {
    models: places.map((index) => aModel({ id: idOf(index), aliases: index === 0 ? ["~acme/nano-latest"] : [] })),
    readings: new Map([["openrouter-models", places.map((index) => ({ ...row(index), canonicalSlug: "acme/nano-20260102" }))]]),
    run: { schemaVersion: 1 as const, asOf: "2026-08-12", sources: [status], findings: [] },
  };
}

const NO_SLUG = { canonicalSlug: null };
const since = "2026-08-06T04:00:00Z";

describe("a list whose models lack what they had", () => {
  test.each<[string, Partial<ModelFacts>, number, boolean]>([
    ["no slugs anywhere", NO_SLUG, COUNT, true],
    ["no slugs at three of twenty", NO_SLUG, 3, true],
    ["no slugs at a tenth", NO_SLUG, 2, false],
    ["no modalities", { inputModalities: [] }, COUNT, true],
    ["no use rank, which is none of them", { usageRank: null }, COUNT, false],
    ["other slugs", { canonicalSlug: "acme/other" }, COUNT, false],
  ])("%s", (_, without, count, isFilled) => {
    const { sources, findings, factsLost } = withKnownFacts([aList("2026-08-13", without, count)], lastNight());
    expect(findings.map(({ rule, action }) => [rule, action])).toEqual(isFilled ? [["factsLost", "hold"]] : []);
    expect(factsLost.has("openrouter-models")).toBe(isFilled);
    const first = sources[0]?.parsed?.models[0];
    const { canonicalSlug, inputModalities, usageRank } = first ?? someFacts();
    const said = { ...someFacts(), ...(count > 0 ? without : {}) };
    const expected = isFilled ? { ...aModel(), usageRank: said.usageRank } : said;
    expect([canonicalSlug, inputModalities, usageRank]).toEqual([
      expected.canonicalSlug,
      expected.inputModalities,
      expected.usageRank,
    ]);
  });

  test("keeps the slugs of its rows and the moving names of its models too, and its prices are tonight's", () => {
    const [night] = withKnownFacts([aList("2026-08-13", NO_SLUG, COUNT)], lastNight()).sources;
    expect(night?.parsed?.readings[0]).toMatchObject({ canonicalSlug: "acme/nano-20260102", prices: row(0).prices });
    expect(night?.parsed?.models.filter(({ aliasOf }) => aliasOf !== null).map(({ id }) => id)).toEqual(["~acme/nano-latest"]);
  });

  test("says of a model nobody knew what it says", () => {
    const before = { ...lastNight(), models: lastNight().models.slice(1) };
    const [night] = withKnownFacts([aList("2026-08-13", NO_SLUG, COUNT)], before).sources;
    expect(night?.parsed?.models[0]?.canonicalSlug).toBeNull();
  });

  test("on the first night of all is believed", () => {
    expect(withKnownFacts([aList("2026-08-13", NO_SLUG, COUNT)], EMPTY_STORE).findings).toEqual([]);
  });
});

describe("facts that are missing for long", () => {
  test.each<[string, string, readonly string[], string | null]>([
    ["on the sixth day are as they were", "2026-08-12", ["factsLost"], null],
    ["on the seventh are believed to be gone", "2026-08-13", ["acceptedAfterHold"], "2026-08-13T04:00:00Z"],
  ])("%s", (_, day, rules, acceptedAt) => {
    const { findings, factsLost } = withKnownFacts([aList(day, NO_SLUG, COUNT)], lastNight({ since, acceptedAt: null }));
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(factsLost.get("openrouter-models")).toEqual({ since, acceptedAt });
  });

  test("the same reading once more is believed once more, and the next one needs no word", () => {
    const accepted = { since, acceptedAt: "2026-08-13T04:00:00Z" };
    const again = (day: string, count: number) => withKnownFacts([aList(day, NO_SLUG, count)], lastNight(accepted));
    expect(again("2026-08-13", COUNT).findings.map(({ rule }) => rule)).toEqual(["acceptedAfterHold"]);
    expect(again("2026-08-14", 0).factsLost.size).toBe(0);
  });

  test("a list that was not read says nothing, and the days go on", () => {
    const lost = { since, acceptedAt: null };
    const night = { ...aList("2026-08-13", NO_SLUG, COUNT), parsed: null, bodies: [] };
    const { findings, factsLost } = withKnownFacts([night], lastNight(lost));
    expect([findings, factsLost.get("openrouter-models")]).toEqual([[], lost]);
  });
});

import { describe, expect, test } from "vitest";
import { PLATFORM_SOURCE_IDS, type PlatformSourceId } from "../../../../../src/domain/source/platforms/platform-sources.ts";
import type { Run } from "../../../../../src/domain/source/run.ts";
import { BREAKS, breakText, manyRows } from "../../../../../tests/fixtures/broken-bodies.ts";
import { fixtureTexts, readTexts, specOf } from "../../../../../tests/fixtures/platform-fixture.ts";
import type { Guarded } from "../../../guards/guard.ts";
import { guardTonight, type SourceNight } from "../../../guards/guard-night.ts";
import { otherPricesTonight } from "../../../guards/others.ts";
import { readingId, type StoredReading } from "../../../merge/reading-row.ts";
import { readCurated } from "../../../pipeline/curated.ts";
import { messageOf } from "../../../pipeline/json-text.ts";
import { EMPTY_STORE } from "../../../pipeline/store.ts";
import type { Reading } from "../../source.ts";
import { platformSource } from "../platform-source.ts";

/** The rule: whatever a platform answers, what stood before stands, or what is new is what the platform says. */

const curated = { ...readCurated("data/curated"), guardExceptions: [] };
const GOOD_DAY = "2026-11-27";
const BAD_DAY = "2026-11-28";

/** A source of one night: its bodies read, or the error that a body ended in. */
function nightOf(id: PlatformSourceId, texts: readonly string[] | Error, day: string): SourceNight {
  const source = platformSource(specOf(id));
  const readAt = `${day}T04:00:00Z`;
  try {
    if (texts instanceof Error) throw texts;
    const parsed = readTexts(id, texts, readAt);
    return { source, parsed, bodies: [{ url: source.url, readAt }], failure: null };
  } catch (error) {
    return { source, parsed: null, bodies: [], failure: messageOf(error) };
  }
}

/** A catalogue that shows the prices of the good night. */
const catalogueOf = (
  readings: readonly Reading[],
  day: string,
): Pick<SourceNight, "parsed"> & { readonly source: { readonly id: "models.dev" } } => ({
  source: { id: "models.dev" },
  parsed: {
    readings: readings.map((reading) => ({
      ...reading,
      source: { ...reading.source, id: "models.dev", readAt: `${day}T00:00:00Z` },
    })),
    models: [],
    skipped: [],
  },
});

function guarded(night: SourceNight, catalogue: readonly Reading[], before: Guarded | null, day: string): Guarded {
  const readings = new Map([[night.source.id, before?.readings ?? []]]);
  const store = { ...EMPTY_STORE, readings, run: before === null ? null : runOf(night.source.id, before) };
  const others = otherPricesTonight({ sources: [catalogueOf(catalogue, day), night], before: store, curated, day });
  return guardTonight(night, { before: store, curated, day }, others);
}

const runOf = (id: PlatformSourceId | string, before: Guarded): Run => ({
  schemaVersion: 1,
  asOf: GOOD_DAY,
  findings: [],
  sources: PLATFORM_SOURCE_IDS.filter((each) => each === id).map((each) => ({
    ...({ id: each, name: each, url: "https://acme.example/", licence: "", hand: "first", status: "fresh", why: null } as const),
    ...{ readAt: `${GOOD_DAY}T04:00:00Z`, bodies: 1, readings: before.readings.length, offers: 0, skipped: {}, unmatched: 0 },
    ...(before.firstReadAt === null ? {} : { firstReadAt: before.firstReadAt }),
  })),
});

const figures = (readings: readonly StoredReading[]): Readonly<Record<string, string>> =>
  Object.fromEntries(readings.map((reading) => [readingId(reading), JSON.stringify([reading.prices, reading.conditions])]));

const headlines = (readings: readonly StoredReading[]): Readonly<Record<string, string>> =>
  Object.fromEntries(readings.map((reading) => [readingId(reading), `${reading.prices.input}/${reading.prices.output}`]));

describe.each(PLATFORM_SOURCE_IDS)("%s", (id) => {
  const spec = specOf(id);
  const texts = fixtureTexts(id).map((text) => manyRows(text, spec));
  const good = nightOf(id, texts, GOOD_DAY);
  const goodReadings = good.parsed?.readings ?? [];
  const first = guarded(good, goodReadings, null, GOOD_DAY);

  test("its first night is told, and needs a catalogue that shows the same", () => {
    expect([first.sourceHeld, first.firstReadAt, first.readings.length]).toEqual([
      null,
      `${GOOD_DAY}T04:00:00Z`,
      goodReadings.length,
    ]);
    expect(first.findings.filter(({ rule }) => rule === "firstRead")).toHaveLength(1);
    expect(guarded(good, [], null, GOOD_DAY)).toMatchObject({
      readings: [],
      firstReadAt: null,
      sourceHeld: expect.stringMatching(/not confirmed/),
    });
  });

  test.each(Object.entries(BREAKS))("%s leaves data as they were", (_, broken) => {
    const bad = nightOf(id, broken instanceof Error ? broken : texts.map((text) => breakText(broken, text, spec)), BAD_DAY);
    const after = guarded(bad, goodReadings, first, BAD_DAY);
    expect(figures(after.readings)).toEqual(figures(first.readings));
    // On the first night of a source nothing stood before: what comes in is what the platform says, or nothing does.
    const firstHeadlines = headlines(first.readings);
    for (const [row, figure] of Object.entries(headlines(guarded(bad, goodReadings, null, BAD_DAY).readings)))
      expect(figure).toBe(firstHeadlines[row]);
  });
});

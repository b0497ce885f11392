import { describe, expect, test } from "vitest";
import { PLATFORM_SOURCE_IDS } from "../../../../../src/domain/source/platforms/platform-sources.ts";
import { fixtureTexts, readFixture } from "../../../../../tests/fixtures/platform-fixture.ts";
import { PLATFORM_SPECS } from "./all-specs.ts";

test("every row of the table has one spec, and every spec a row", () => {
  expect(PLATFORM_SPECS.map(({ id }) => id).toSorted()).toEqual(PLATFORM_SOURCE_IDS.toSorted());
});

describe.each(PLATFORM_SPECS.map((spec) => [spec.id, spec] as const))("%s", (id, spec) => {
  test("asks the platform over https, and has a fixture", () => {
    for (const url of spec.urls) expect(url).toMatch(/^https:\/\//);
    expect(fixtureTexts(id).length).toBeGreaterThan(0);
  });

  test("its fixture prices three rows or more, and quotes the first models as they are written", () => {
    const { readings, quotes = [] } = readFixture(id);
    const priced = readings.filter(({ prices }) => prices.input !== undefined && prices.output !== undefined);
    expect(priced.length).toBeGreaterThanOrEqual(3);
    expect(quotes.length).toBe(Math.min(3, new Set(readings.map(({ upstreamId }) => upstreamId)).size));
    for (const { raw } of quotes) expect(raw).toMatch(/\d|Free/);
  });
});

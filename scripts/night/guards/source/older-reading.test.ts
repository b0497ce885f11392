import { expect, test } from "vitest";
import type { SourceNight } from "../guard-night.ts";
import { withoutOlderReading } from "./older-reading.ts";

const URL = "npm:@a/b@1.2.3";
const night = (readAt: string | null, kind: Partial<SourceNight["source"]> = {}): SourceNight => ({
  source: {
    ...{ id: "pi-ai", url: "https://a.example", read: () => Promise.resolve([]) },
    parse: () => ({ readings: [], models: [], skipped: [] }),
    ...kind,
  },
  parsed: readAt === null ? null : { readings: [], models: [], skipped: [] },
  bodies: readAt === null ? [] : [{ url: URL, readAt }],
  failure: null,
});
const LAST = { sources: [{ id: "pi-ai" as const, readAt: "2026-11-20T10:00:00Z" }] };

test("a body older than the source's last is as not read, and says both days", () => {
  expect(withoutOlderReading(night("2026-11-11T10:00:00Z"), LAST)).toMatchObject({
    parsed: null,
    bodies: [],
    failure: `${URL} is of 2026-11-11T10:00:00Z, older than what was read before, of 2026-11-20T10:00:00Z`,
  });
});

test.each<[what: string, night: SourceNight, before: typeof LAST | null]>([
  ["newer", night("2026-11-21T10:00:00Z"), LAST],
  ["the same once more", night("2026-11-20T10:00:00Z"), LAST],
  ["the first of all", night("2026-11-11T10:00:00Z"), null],
  ["of another source", night("2026-11-11T10:00:00Z", { id: "litellm" }), LAST],
  ["not read", night(null), LAST],
  ["of people", night("2026-11-11T10:00:00Z", { fromCurated: true }), LAST],
  ["one of many that each stand for themselves", night("2026-11-11T10:00:00Z", { keepsUnreadBodies: true }), LAST],
])("a body that is %s counts as it is", (_, each, last) => {
  expect(withoutOlderReading(each, last)).toBe(each);
});

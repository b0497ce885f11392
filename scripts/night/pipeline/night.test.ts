import { expect, test } from "vitest";
import { Platform } from "../../../src/domain/platform/platform.ts";
import type { SourceId } from "../../../src/domain/source/sources.ts";
import { someFacts } from "../../../tests/builders/a-model.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import type { SourceNight } from "../guards/guard-night.ts";
import type { Parsed } from "../sources/source.ts";
import type { Curated } from "./curated.ts";
import { storeAfterNight } from "./night.ts";
import { EMPTY_STORE } from "./store.ts";

const FACT = { sourceUrl: "https://a.example", date: "2026-01-01", confidence: "high" };
const aPlatform = (id: string) =>
  Platform.parse({
    id,
    name: id,
    kind: "host",
    status: "open",
    market: "international",
    listMakers: [],
    links: {},
    api: [{ value: { baseUrl: null, speaks: [], keyEnv: null }, ...FACT }],
  });

const CURATED: Curated = {
  ...{
    aliases: [],
    neverJoin: [],
    statedFacts: [],
    makers: [],
    models: [],
    platformAliases: [],
    excludedSellers: [],
    listPrices: [],
    freePrices: [],
  },
  guardExceptions: [],
  platforms: [aPlatform("openrouter"), aPlatform("hostly")],
  announcements: [],
  platformOfHost: new Map(),
  premiumHosts: new Set(),
  mirrors: [],
};
const LIST = "openrouter-models" satisfies SourceId;
const READ_AT = "2026-08-22T12:00:00Z";

function aNight(id: SourceId, parsed: Partial<Parsed>): SourceNight {
  const url = `https://${id}.example`;
  const all: Parsed = { readings: [], models: [], skipped: [], ...parsed };
  return {
    source: {
      ...{ id, url, read: () => Promise.resolve([]), parse: () => all },
      ...(id === LIST ? { listsOpenrouter: true as const } : {}),
    },
    parsed: all,
    bodies: [{ url, readAt: READ_AT }],
    failure: null,
  };
}

const read = (id: SourceId, hand: "first" | "second") => ({ id, url: `https://${id}.example`, readAt: READ_AT, hand });
const facts = (id: string, source: SourceId, { retired = false } = {}) =>
  someFacts({ id, name: id, canonicalSlug: null, retired, source: { id: source } });

test("a model OpenRouter lists no more is retired there, and nowhere else", () => {
  const { models, offers } = storeAfterNight(
    [
      aNight(LIST, {
        models: [facts("acme/large", LIST)],
        readings: [aReading({ model: "acme/large", key: { platform: "openrouter" }, source: read(LIST, "first") })],
      }),
      aNight("openrouter-endpoints", {
        models: [facts("acme/nano", "openrouter-endpoints", { retired: true })],
        readings: [
          aReading({
            model: "acme/nano",
            key: { platform: "openrouter", host: "hostly" },
            source: read("openrouter-endpoints", "first"),
          }),
        ],
      }),
      aNight("models.dev", { readings: [aReading({ source: read("models.dev", "second") })] }),
    ],
    CURATED,
    EMPTY_STORE,
  );
  expect(models.map(({ id, status }) => [id, status])).toEqual([
    ["acme/large", "current"],
    ["acme/nano", "retired"],
  ]);
  expect(offers.map(({ id, status }) => [id, status])).toEqual([
    ["acme/large@openrouter", "current"],
    ["acme/nano@hostly", "current"],
    ["acme/nano@openrouter;host=hostly", "retired"],
  ]);
});

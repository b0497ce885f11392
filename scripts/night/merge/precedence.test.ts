import { expect, test } from "vitest";
import { Mirror } from "../../../src/domain/platform/mirror.ts";
import { handOf, SOURCE_IDS } from "../../../src/domain/source/sources.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { mergeReadings } from "./merge.ts";
import type { MatchedReading } from "./precedence.ts";

const MIRROR = Mirror.parse({
  ...{ platform: "venice", source: "models.dev", api: "https://venice.example/models", meters: ["input", "output"] },
  ...{ tiers: "notCopied", zeroMeans: "unknown", currency: "USD" },
  ...{ sourceUrl: "https://github.com/example/sync", checkedOn: "2026-08-01" },
});
const CONTEXT = { asOf: "2026-08-22", mirrors: [MIRROR] };

const [WEEK_OLD, SIX_WEEKS_OLD, SEVEN_WEEKS_OLD] = ["2026-08-15", "2026-07-09", "2026-07-04"];

/** `models.dev 3 2026-08-15 0.1`: who says so, the input price in dollars, the day it was read, and a cache read where it names one. */
function says(line: string, platform: string): MatchedReading {
  const [name = "", input = "", day, cacheRead] = line.split(" ");
  const id = SOURCE_IDS.find((each) => each === name);
  if (id === undefined) throw new Error(`${name}: no source`);
  const source = { id, url: `https://${id}.example`, readAt: `${day}T00:00:00Z`, hand: handOf(id) };
  return {
    model: "acme/nano",
    reading: aReading({
      key: { platform },
      prices: { input, output: input, ...(cacheRead === undefined ? {} : { cacheRead }) },
      source,
    }),
  };
}

test.each([
  ["a copy of its API before a transcript of its page", "venice", [`models.dev 1 ${WEEK_OLD}`, `list-prices 2 ${WEEK_OLD}`], 1],
  ["its own page before a copy of its API", "venice", [`models.dev 1 ${WEEK_OLD}`, `groq-pricing 2 ${WEEK_OLD}`], 2],
  ["a transcript before one catalogue", "hostly", [`models.dev 1 ${WEEK_OLD}`, `list-prices 2 ${WEEK_OLD}`], 2],
  [
    "a transcript before two catalogues that agree",
    "hostly",
    [`models.dev 1 ${WEEK_OLD}`, `litellm 1 ${WEEK_OLD}`, `list-prices 2 ${WEEK_OLD}`],
    2,
  ],
  ["a transcript of six weeks within its budget", "hostly", [`models.dev 1 ${WEEK_OLD}`, `list-prices 2 ${SIX_WEEKS_OLD}`], 2],
  [
    "a fresh catalogue before a transcript past it",
    "hostly",
    [`models.dev 1 ${WEEK_OLD}`, `list-prices 2 ${SEVEN_WEEKS_OLD}`],
    1,
  ],
  [
    "a transcript past its budget before a catalogue past it",
    "hostly",
    [`models.dev 1 ${SIX_WEEKS_OLD}`, `list-prices 2 ${SEVEN_WEEKS_OLD}`],
    2,
  ],
  [
    "a copy past its budget before a transcript past it",
    "venice",
    [`models.dev 1 ${SIX_WEEKS_OLD}`, `list-prices 2 ${SEVEN_WEEKS_OLD}`],
    1,
  ],
  [
    "two catalogues that do not copy each other before a third",
    "hostly",
    [`pi-ai 1 ${WEEK_OLD}`, `models.dev 2 ${WEEK_OLD}`, `litellm 2 ${WEEK_OLD}`],
    2,
  ],
  [
    "two that copy each other are one",
    "hostly",
    [`pi-ai 1 ${WEEK_OLD}`, `litellm 2 ${WEEK_OLD}`, `genai-prices 2 ${WEEK_OLD}`],
    1,
  ],
])("%s: at %s of %j the price is $%d", (_, platform, lines, expected) => {
  const { offers } = mergeReadings(
    lines.map((line) => says(line, platform)),
    CONTEXT,
  );
  expect(offers.map(({ prices }) => (prices.input ?? 0) / 1e6)).toEqual([expected]);
});

const HOLD = {
  rule: "priceJump",
  since: `${WEEK_OLD}T00:00:00Z`,
  seenAt: null,
  detail: "ten times",
  prices: {},
  conditions: [],
} as const;

/** Where two sources could fill in the cache read, and where two confirm each other against a third. */
const FILLED = [`list-prices 1 ${WEEK_OLD}`, `models.dev 1 ${WEEK_OLD} 0.1`, `litellm 1 ${WEEK_OLD} 0.2`];
const BORNE_OUT = [`pi-ai 1 ${WEEK_OLD}`, `models.dev 2 ${WEEK_OLD}`, `litellm 2 ${WEEK_OLD}`];

/** Where the offer's input and its cache price come from. */
function placesIn(rows: readonly MatchedReading[]): readonly (string | undefined)[] {
  const [offer] = mergeReadings(rows, CONTEXT).offers;
  return [offer?.source.id, offer?.meterSources.cacheRead?.id];
}

test.each([
  ["the one that fills", FILLED, 1],
  ["the one that stands by", FILLED, 2],
  ["the one in use", BORNE_OUT, 1],
  ["its witness", BORNE_OUT, 2],
])("a row that a guard holds speaks by its last good figures: %s takes no place away and gives none", (_, lines, at) => {
  const rows = lines.map((line) => says(line, "hostly"));
  const held = rows.map(({ model, reading }, index) => ({ model, reading: index === at ? { ...reading, held: HOLD } : reading }));
  expect(placesIn(held)).toEqual(placesIn(rows));
});

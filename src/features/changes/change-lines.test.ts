import { afterEach, expect, test, vi } from "vitest";
import { aHistory } from "../../../tests/builders/a-history.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { ChangeNames, WatchedRecord } from "../../data/change-record.ts";
import { foldTransients } from "../../domain/history/price-event.ts";
import { priceMoves } from "../../domain/history/price-move.ts";
import { modelArrivals, modelDepartures } from "../../domain/model/model-arrival.ts";
import type { Run, SourceStatus } from "../../domain/source/run.ts";
import { changeLines, daysSpan, sellerOf } from "./change-lines.ts";
import { changesJson } from "./changes-json.ts";
import { changesJsonLd } from "./changes-json-ld.ts";
import { changesMarkdown } from "./changes-markdown.ts";

afterEach(() => vi.unstubAllEnvs());

const changes = aHistory({
  "2026-08-01": [anOffer()],
  "2026-08-05": [anOffer({ prices: { input: "0.5", output: "1" } }), anOffer({ model: "acme/<b>" })],
  "2026-08-22": [anOffer({ prices: { input: "0.5", output: "1.5" } }), anOffer({ model: "acme/<b>" })],
});
const events = foldTransients(changes);
const record: WatchedRecord = {
  moves: priceMoves(events),
  arrivals: modelArrivals(changes),
  departures: modelDepartures(changes, () => false),
  recent: events,
  readSince: new Map([["models.dev", "2026-08-01"]]),
  inOtherCurrencies: [],
  asOf: "2026-08-22",
};
const names: ChangeNames = {
  platform: (id) => id,
  host: (slug) => slug,
  model: (id) => (id === "acme/nano" ? "Nano" : null),
  isList: () => true,
  billedIn: () => null,
  isDoubted: () => false,
};
const page = changeLines(record, { schemaVersion: 1, asOf: "2026-08-22", sources: [], findings: [] }, names);

test("platforms that bill in another currency are named among the limits, where any of them has a change", () => {
  const run = { schemaVersion: 1 as const, asOf: "2026-08-22", sources: [], findings: [] } satisfies Run;
  const limitsOf = (inOtherCurrencies: readonly string[]) => changeLines({ ...record, inOtherCurrencies }, run, names).limits;
  expect(limitsOf(["cortecs", "moark"])).toContain(
    "Not billed in dollars: cortecs and moark. Their figures here are dollars as a catalogue writes them, which move with its rate too.",
  );
  expect(limitsOf([]).join()).not.toContain("Not billed in dollars");
});

test("a move of what is not billed in dollars says so in its row", () => {
  const euros = changeLines(
    record,
    { schemaVersion: 1, asOf: "2026-08-22", sources: [], findings: [] },
    {
      ...names,
      billedIn: () => "EUR",
    },
  );
  expect(euros.days[1]?.lines[0]?.voice).toBe(`${page.days[1]?.lines[0]?.voice}, billed in EUR`);
});

test("a move to a price that something speaks against says so in its row, and in the biggest of them", () => {
  const run: Run = { schemaVersion: 1, asOf: "2026-08-22", sources: [], findings: [] };
  const doubted = changeLines(record, run, { ...names, isDoubted: () => true });
  expect(doubted.days[1]?.lines[0]?.voice).toBe(`${page.days[1]?.lines[0]?.voice}, in doubt`);
  expect(doubted.biggest.flatMap(({ cuts }) => cuts.filter(({ voice }) => !voice.endsWith(", in doubt")))).toEqual([]);
});

test("a day has one row per card, with both prices and whose word it is", () => {
  expect(page.days.map(({ id }) => id)).toEqual(["2026-08-22", "2026-08-05"]);
  expect(page.days[1]?.lines).toEqual([
    {
      model: { name: "Nano", path: "/models/acme/nano/" },
      day: "5 Aug 2026",
      seller: "hostly",
      voice: "maker’s list",
      input: { turn: "1.00 → 0.50", delta: "−50\u202f%", side: "under" },
      output: { turn: "2.00 → 1.00", delta: "−50\u202f%", side: "under" },
      others: "",
      facts: { maker: "acme", platform: "hostly", word: "seller", bps: [-5000, -5000] },
      figure: { offerId: "acme/nano@hostly", condition: null, meter: "input" },
    },
  ]);
});

test.each([
  [["20 Nov 2026", "5 Nov 2026"], "The newest days with a change: 5 Nov 2026 to 20 Nov 2026"],
  [["20 Nov 2026"], "The newest day with a change: 20 Nov 2026"],
  [[], "No day with a change"],
])("the table of the days %j says which they are", (days, text) => {
  expect(daysSpan(days.map((day) => ({ day })))).toBe(text);
});

test.each([
  [{ platform: "amazon-bedrock" }, "amazon-bedrock (in region)"],
  [{ platform: "amazon-bedrock", region: "global" }, "amazon-bedrock (global)"],
  [{ platform: "amazon-bedrock", region: "us", tier: "batch" }, "amazon-bedrock (geo: us, batch)"],
  [{ platform: "azure" }, "azure"],
  [{ platform: "openrouter", host: "hostly", variant: "turbo" }, "hostly via openrouter (turbo)"],
] as const)("a row says which of a platform’s offers moved: %o is %s", (key, seller) => {
  const moved = aHistory({ "2026-08-01": [anOffer(key)], "2026-08-05": [anOffer({ ...key, prices: { input: "4.4" } })] });
  expect(priceMoves(foldTransients(moved)).map((move) => sellerOf(move, names))).toEqual([seller]);
});

test("the answer counts cards, not figures", () => {
  expect(page.answer).toBe("2 prices changed in 30 days: 1 down, 1 up. 2 read at the seller itself.");
});

const aSource = (id: SourceStatus["id"], readAt: string): SourceStatus => ({
  id,
  name: id,
  url: "https://example.org/",
  licence: "MIT",
  hand: "second",
  readAt,
  status: "fresh",
  why: null,
  bodies: 1,
  readings: 1,
  offers: 1,
  skipped: {},
  unmatched: 0,
});

test("a window says which sources could not have shown a move in it", () => {
  const sources = [
    aSource("models.dev", "2026-08-12T03:00:00Z"),
    aSource("litellm", "2026-08-22T03:00:00Z"),
    aSource("genai-prices", "2026-08-21T03:00:00Z"),
    aSource("openrouter-models", "2026-08-22T03:00:00Z"),
  ];
  const readSince = new Map([
    ["models.dev", "2026-08-01"],
    ["openrouter-models", "2026-08-01"],
    ["litellm", "2026-08-22"],
  ]);
  const run = { schemaVersion: 1 as const, asOf: "2026-08-22", sources, findings: [] };
  expect(changeLines({ ...record, readSince }, run, names).biggest.map(({ says }) => says)).toEqual([
    "1 price changed: 0 down, 1 up. More may have moved: last read before 22 Aug 2026: models.dev (12 Aug 2026); litellm and genai-prices had no earlier reading to compare with.",
    "2 prices changed: 1 down, 1 up. More may have moved: last read before 22 Aug 2026: models.dev (12 Aug 2026); litellm and genai-prices had no earlier reading to compare with.",
    "2 prices changed: 1 down, 1 up. More may have moved: last read before 22 Aug 2026: models.dev (12 Aug 2026); litellm and genai-prices had no earlier reading to compare with.",
  ]);
});

test("what a source showed before a window is not counted in it, and the answer says how much came to light late", () => {
  const copied = { id: "models.dev", url: "https://example.org/", readAt: "2026-07-20T00:00:00Z", hand: "second" } as const;
  const moved = aHistory({
    "2026-08-01": [anOffer(), anOffer({ model: "acme/late", source: copied })],
    "2026-08-20": [
      anOffer({ prices: { input: "0.5", output: "1" } }),
      anOffer({ model: "acme/late", source: copied, prices: { input: "0.5", output: "1" } }),
    ],
  });
  const sources = [aSource("models.dev", "2026-07-20T03:00:00Z")];
  const run = { schemaVersion: 1 as const, asOf: "2026-08-22", sources, findings: [] };
  const { answer, biggest } = changeLines({ ...record, moves: priceMoves(foldTransients(moved)) }, run, names);
  expect(answer).toMatch(/^1 price changed in 30 days: 1 down, 0 up\./);
  expect(answer).toMatch(/ 1 earlier change came to light in these days, when a source was read again\.$/);
  expect(biggest.map(({ cuts, says }) => [cuts.length, says.slice(0, 15)])).toEqual([
    [1, "1 price changed"],
    [1, "1 price changed"],
    [2, "2 prices change"],
  ]);
});

test("a model without a page stands by its id, unlinked", () => {
  expect(page.arrivals).toEqual([{ name: "acme/<b>", path: null, day: "5 Aug 2026" }]);
});

test("programs are told what it covers and where it can be had", () => {
  vi.stubEnv("SITE", "https://tokenparity.dev");
  expect(changesJsonLd(record, "2 prices changed.")).toMatchObject({
    "@type": "Dataset",
    temporalCoverage: "2026-08-01/2026-08-22",
    distribution: [{ contentUrl: "https://tokenparity.dev/api/v1/changes.json" }, {}, {}],
  });
});

test("the Markdown twin says the same, hostile names harmless", () => {
  vi.stubEnv("SITE", "https://tokenparity.dev");
  const text = changesMarkdown({ ...page, announced: [], asOf: "2026-08-22" }, []);
  expect(text).toContain("1.00 → 0.50, −50\u202f%");
  expect(text).not.toContain("<b>");
});

test("the JSON holds the moved figures only, in the form of the history", () => {
  expect(changesJson(events, names).map(({ day, meter, old, new: now }) => [day, meter, old, now])).toEqual([
    ["2026-08-05", "input", "1", "0.5"],
    ["2026-08-05", "output", "2", "1"],
    ["2026-08-22", "output", "1", "1.5"],
  ]);
});

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changeLine } from "../../../src/domain/history/change.ts";
import { ledgerOf, replay } from "../../../src/domain/history/ledger.ts";
import type { Model } from "../../../src/domain/model/model.ts";
import type { Offer } from "../../../src/domain/offer/offer.ts";
import { aHistory, figuresOf, lineTexts } from "../../../tests/builders/a-history.ts";
import { aModel } from "../../../tests/builders/a-model.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { type History, historyFiles, readHistory } from "./history-files.ts";
import { historyRebuilt, historyTonight } from "./history-night.ts";
import { EMPTY_STORE, type Store, writeFiles } from "./store.ts";

const NO_HISTORY: History = { changes: [], historyJoin: null };
const COPY = { id: "models.dev", url: "https://models.dev/api.json", readAt: "2026-08-12T00:00:00Z", hand: "second" } as const;

const copied = (input: string, over: OfferOverrides = {}) => anOffer({ source: COPY, ...over, prices: { input } });

function aStore(asOf: string, offers: readonly Offer[], models: readonly Model[] = []): Store {
  const source = {
    name: "",
    licence: "",
    hand: "second",
    status: "fresh",
    why: null,
    bodies: 1,
    readings: 1,
    offers: 1,
    skipped: {},
    unmatched: 0,
  } as const;
  const sources = [{ ...source, id: COPY.id, url: COPY.url, readAt: COPY.readAt }];
  return { ...EMPTY_STORE, offers, models, run: { schemaVersion: 1, asOf, sources, findings: [] } };
}

/** One night after another on top of a past; the store of each is the next one's yesterday. */
function nights(past: History, stores: readonly Store[], yesterday: Store = EMPTY_STORE): History {
  const [store, ...others] = stores;
  return store === undefined ? past : nights(historyTonight(past, yesterday, store), others, store);
}

describe("a night", () => {
  const first = aStore("2026-08-22", [copied("1")]);

  test("the first one says what it sees, and where the past ends", () => {
    const { changes, historyJoin } = nights(NO_HISTORY, [first]);
    expect(lineTexts(changes)).toEqual(["2026-08-22 input – → 1"]);
    expect(historyJoin).toEqual({ firstNight: "2026-08-22", readOn: { "models.dev": "2026-08-12" } });
  });

  test("a later one appends, and the same again appends nothing", () => {
    const next = aStore("2026-08-23", [copied("0.5")]);
    const once = nights(NO_HISTORY, [first, next]);
    expect(lineTexts(once.changes)).toEqual(["2026-08-22 input – → 1", "2026-08-23 input 1 → 0.5"]);
    expect(nights(NO_HISTORY, [first, next, next])).toEqual(once);
  });

  test("what stands always replays to the offers, held and retired ones too", () => {
    const held = anOffer({ id: "b/b@x", status: "held", prices: { input: "3" } });
    const retired = anOffer({
      id: "c/c@x",
      status: "retired",
      conditions: [{ promptTokensAbove: 200_000, prices: { input: "2" } }],
    });
    const offers = [copied("0.5"), held, retired, anOffer({ id: "d/d@x", status: "held", prices: {} })];
    expect(figuresOf(replay(nights(NO_HISTORY, [first, aStore("2026-08-23", offers)]).changes))).toEqual(
      figuresOf(ledgerOf(offers)),
    );
  });

  test("a recording older than the last night is dated like that night", () => {
    const late = nights(NO_HISTORY, [first, aStore("2026-08-25", [copied("0.5")]), aStore("2026-08-24", [copied("0.4")])]);
    expect(lineTexts(late.changes).at(-1)).toBe("2026-08-25 input 0.5 → 0.4");
  });

  test.each([
    ["the night before", { ...COPY, readAt: "2026-08-22T03:00:00Z" }, undefined],
    ["three nights before, since when its source was silent", { ...COPY, readAt: "2026-08-20T03:00:00Z" }, "2026-08-20"],
    [
      "three nights before, by a person whose row is dated",
      { ...COPY, id: "list-prices", readAt: "2026-08-20T03:00:00Z" },
      undefined,
    ],
  ] as const)("a price last seen %s changed on a day that is known so far", (_, source, notBefore) => {
    const stores = [aStore("2026-08-22", [copied("1", { source })]), aStore("2026-08-23", [copied("0.5", { source })])];
    expect(nights(NO_HISTORY, stores).changes.at(-1)?.notBefore).toBe(notBefore);
  });

  test("each figure was last seen where it was read itself, and a new one of another source is dated by the nights", () => {
    const readOn = (day: string) => ({ ...COPY, readAt: `${day}T03:00:00Z` });
    const other = { ...readOn("2026-08-22"), id: "litellm" } as const;
    const silent = { source: readOn("2026-08-20"), meterSources: { output: other } };
    const tier = (input: string, source = other) => ({ promptTokensAbove: 200_000, prices: { input }, source });
    const before = anOffer({ ...silent, prices: { input: "1", output: "2" }, conditions: [tier("2")] });
    const after = anOffer({
      source: readOn("2026-08-23"),
      meterSources: { output: other, cacheRead: other },
      prices: { input: "0.5", output: "3", cacheRead: "0.1" },
      conditions: [tier("3")],
    });
    const { changes } = nights(NO_HISTORY, [aStore("2026-08-22", [before]), aStore("2026-08-23", [after])]);
    expect(changes.filter(({ day }) => day === "2026-08-23").map((line) => [line.meter, line.condition, line.notBefore])).toEqual(
      [
        ["cacheRead", null, undefined],
        ["input", null, "2026-08-20"],
        ["output", null, undefined],
        ["input", "prompt>200000", undefined],
      ],
    );
  });

  test("a release day that its maker states in the place of a list's is a corrected date, not another model", () => {
    const offer = anOffer({ platform: "openrouter" });
    const [listed, stated] = ["2026-01-02", "2026-01-03"].map((releasedOn, at) =>
      aStore(`2026-08-2${at + 2}`, [offer], [aModel({ releasedOn })]),
    );
    if (listed === undefined || stated === undefined) throw new Error("two nights");
    const past = historyTonight(NO_HISTORY, EMPTY_STORE, listed);
    expect(historyTonight(past, listed, stated, new Set([aModel().id]))).toEqual(past);
    expect(historyTonight(past, listed, stated).changes.length).toBeGreaterThan(past.changes.length);
  });

  test("an id of OpenRouter's that means a later model is said to be repointed", () => {
    const offer = anOffer({ platform: "openrouter" });
    const stores = [
      aStore("2026-08-22", [offer], [aModel({ releasedOn: "2026-01-02" })]),
      aStore("2026-08-23", [offer], [aModel({ releasedOn: "2026-08-20" })]),
    ];
    expect(lineTexts(nights(NO_HISTORY, stores).changes).slice(2)).toEqual([
      "2026-08-23 input 1 → 1 (repointed)",
      "2026-08-23 output 2 → 2 (repointed)",
    ]);
  });

  test.each([
    ["2026-08-23", ["2026-08-23 input 1 → – (vanished)", "2026-08-24 input – → 1 (repointed)"]],
    ["2026-01-02", ["2026-08-23 input 1 → – (vanished)", "2026-08-24 input – → 1 (transient)"]],
  ])("an id that was on no list for a night and came back, released on %s", (releasedOn, lines) => {
    const offer = anOffer({ platform: "openrouter", prices: { input: "1" } });
    const stores = [
      aStore("2026-08-22", [offer], [aModel({ releasedOn: "2026-01-02" })]),
      aStore("2026-08-23", []),
      aStore("2026-08-24", [offer], [aModel({ releasedOn })]),
    ];
    expect(lineTexts(nights(NO_HISTORY, stores).changes).slice(1)).toEqual(lines);
  });
});

describe("the join of recordings and nights", () => {
  const recorded = aHistory({
    "2026-08-01": [copied("2"), copied("7", { id: "gone/gone@hostly" })],
    "2026-08-05": [copied("1"), copied("7", { id: "gone/gone@hostly" }), copied("9", { id: "other/other@hostly" })],
    // After the reading the first night had: it could not know.
    "2026-08-20": [copied("0.1"), copied("9", { id: "other/other@hostly" })],
  });
  const stores = [
    aStore("2026-08-22", [copied("1"), copied("8", { id: "other/other@hostly" }), copied("5", { id: "new/new@hostly" })]),
    aStore("2026-08-23", [copied("0.1"), copied("8", { id: "other/other@hostly" }), copied("5", { id: "new/new@hostly" })]),
  ];
  const joined = nights(historyRebuilt(NO_HISTORY, recorded), stores);

  test("an offer with a past has no first line, or the change since; a reading of the past that the night had not read gives way", () => {
    expect(lineTexts(joined.changes).map((text, index) => `${joined.changes[index]?.model} ${text}`)).toEqual([
      "acme/nano 2026-08-01 input – → 2",
      "gone/gone 2026-08-01 input – → 7",
      "acme/nano 2026-08-05 input 2 → 1",
      "other/other 2026-08-05 input – → 9",
      "gone/gone 2026-08-22 input 7 → – (vanished)",
      "new/new 2026-08-22 input – → 5",
      "other/other 2026-08-22 input 9 → 8",
      "acme/nano 2026-08-23 input 1 → 0.1",
    ]);
  });

  test.each([
    [
      "the night first, then the past, then another night",
      () => nights(historyRebuilt(nights(NO_HISTORY, stores.slice(0, 1)), recorded), stores.slice(1), stores[0]),
    ],
    ["both nights first", () => historyRebuilt(nights(NO_HISTORY, stores), recorded)],
    ["the past again after all", () => historyRebuilt(joined, recorded)],
    ["the past twice before", () => nights(historyRebuilt(historyRebuilt(NO_HISTORY, recorded), recorded), stores)],
  ])("%s ends in the same history", (_, order) => {
    expect(order()).toEqual(joined);
  });

  test("a recording without any past leaves what the nights saw", () => {
    expect(historyRebuilt(nights(NO_HISTORY, stores), [])).toEqual(nights(NO_HISTORY, stores));
  });

  test("a difference that comes with another source is said to be one", () => {
    const ownOffer = anOffer({ prices: { input: "1.5" } });
    const { changes } = nights(historyRebuilt(NO_HISTORY, recorded), [aStore("2026-08-22", [ownOffer])]);
    expect(lineTexts(changes.filter(({ model }) => model === "acme/nano")).at(-1)).toBe("2026-08-22 input 1 → 1.5 (otherSource)");
  });
});

describe("files", () => {
  const past = historyRebuilt(NO_HISTORY, aHistory({ "2026-07-31": [copied("3")], "2026-08-01": [copied("2")] }));
  const tonight = nights(past, [aStore("2026-09-01", [copied("1")])]);

  test("one file a month in a folder a year; a night touches its own month only", () => {
    expect([...historyFiles(NO_HISTORY, past).keys()]).toEqual(["history/2026/2026-07.jsonl", "history/2026/2026-08.jsonl"]);
    expect([...historyFiles(past, tonight).keys()]).toEqual(["history/2026/2026-09.jsonl", "history/seam.json"]);
    expect([...historyFiles(tonight, tonight)]).toEqual([]);
  });

  test("a night appends: the lines of its month stay where they were", () => {
    const next = nights(tonight, [aStore("2026-09-02", [copied("0.9")])], aStore("2026-09-01", [copied("1")]));
    const text = historyFiles(tonight, next).get("history/2026/2026-09.jsonl") ?? "";
    const before = historyFiles(past, tonight).get("history/2026/2026-09.jsonl") ?? "-";
    expect(text.startsWith(before)).toBe(true);
    expect(text.trimEnd().split("\n")).toEqual(next.changes.filter(({ day }) => day >= "2026-09-01").map(changeLine));
  });

  test("what is written is read back the same", () => {
    const dir = mkdtempSync(join(tmpdir(), "token-parity-history-"));
    expect(readHistory(dir)).toEqual(NO_HISTORY);
    writeFiles(dir, historyFiles(NO_HISTORY, tonight));
    expect(readHistory(dir)).toEqual(tonight);
  });

  test("a month whose lines all give way is left as an empty file", () => {
    const early = aStore("2026-08-01", [copied("1")]);
    const files = historyFiles(past, nights(past, [early]));
    expect(files.get("history/2026/2026-08.jsonl")).toContain('"day":"2026-08-01"');
    const earlier = historyFiles(past, nights(past, [aStore("2026-07-01", [copied("1")])]));
    expect(earlier.get("history/2026/2026-08.jsonl")).toBe("");
  });
});

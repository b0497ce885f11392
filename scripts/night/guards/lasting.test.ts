import { describe, expect, test } from "vitest";
import { Prices } from "../../../src/domain/offer/meter.ts";
import { GuardException } from "../../../src/domain/source/guard-exception.ts";
import { GUARD_RULES, type GuardRuleName } from "../../../src/domain/source/guard-rule.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { card, nights, type Row, saying, shown, type Told } from "../../../tests/nights/guarded-nights.ts";
import type { Guarded } from "./guard.ts";
import { NO_OTHER_PRICES, type OtherPrices } from "./others.ts";

/** What stands for nights on end: who ends a hold, and that a row left out stays out. */

describe("a jump that lasts", () => {
  const slip = [[card(1, 2)], [card(10, 20)], [card(10, 20)], [card(10, 20)]];
  test.each<[string, readonly (readonly Row[])[], Told, readonly string[]]>([
    ["a catalogue alone", slip, {}, ["1/2", "1/2 held", "1/2 held", "1/2 held"]],
    ["the platform itself", slip, { id: "groq-pricing" }, ["1/2", "1/2 held", "1/2 held", "10/20"]],
    [
      "borne out by another",
      slip,
      { others: saying("litellm", { input: "10", output: "20" }) },
      ["1/2", "10/20", "10/20", "10/20"],
    ],
    [
      "not borne out",
      slip,
      { others: saying("litellm", { input: "1", output: "2" }) },
      ["1/2", "1/2 held", "1/2 held", "1/2 held"],
    ],
    [
      "the platform itself, swinging by a third",
      [[card(1, 2)], [card(6, 12)], [card(8, 16)], [card(6.5, 13)]],
      { id: "groq-pricing" },
      ["1/2", "1/2 held", "1/2 held", "6.5/13"],
    ],
    [
      "the platform itself, another slip each night",
      [[card(1, 2)], [card(10, 20)], [card(100, 200)], [card(10, 20)]],
      { id: "groq-pricing" },
      ["1/2", "1/2 held", "1/2 held", "1/2 held"],
    ],
  ])("%s", (_, story, settings, expected) => {
    expect(nights(story, settings).map((night) => shown(night))).toEqual(expected);
  });

  const platform = (factor: number): readonly Row[] =>
    [0, 1, 2, 3, 4, 5].map((index) => ({ ...card((1 + index) * factor, (2 + index) * factor), upstreamId: `m${index}` }));
  test.each<[string, readonly (readonly Row[])[], Told, string, string]>([
    ["×6 over the whole platform, on the second day", [platform(1), platform(6), platform(6)], {}, "1/2 held", "6/12"],
    ["×10 over the whole platform", [platform(1), platform(10), platform(10)], {}, "1/2 held", "1/2 held"],
    ["dollars into yuan over the whole platform", [platform(1), platform(7.2), platform(7.2)], {}, "1/2 held", "1/2 held"],
    [
      "×10 in all the platform's own words",
      [platform(1), platform(10), platform(10), platform(10), platform(10)],
      { id: "groq-pricing" },
      "1/2 held",
      "1/2 held",
    ],
    [
      "×6 over all but one row",
      [platform(1), [...platform(6).slice(0, 5), ...platform(1).slice(5)], [...platform(6).slice(0, 5), ...platform(1).slice(5)]],
      {},
      "1/2 held",
      "1/2 held",
    ],
  ])("%s", (_, story, settings, second, last) => {
    const done = nights(story, settings);
    expect([done[1], done.at(-1)].map((night) => (night === undefined ? null : shown(night, "m0")))).toEqual([second, last]);
  });
});

describe("a meter that vanishes", () => {
  const full: Row = { prices: { input: "1", output: "2", cacheRead: "0.1" } };
  const tier: Row = {
    ...card(1, 2),
    conditions: [{ promptTokensAbove: 200_000, prices: Prices.decode({ input: "2", output: "4" }) }],
  };
  const meters = ({ readings: [row] }: Guarded) =>
    `${Object.keys(row?.prices ?? {}).length + (row?.conditions.length ?? 0)}${row?.held ? " held" : ""}`;
  test.each<[string, readonly (readonly Row[])[], Told, readonly string[]]>([
    ["is held", [[full], [card(1, 2)], [card(1, 2)]], {}, ["3", "3 held", "3 held"]],
    ["is held where it comes as zero", [[full], [{ prices: { ...full.prices, cacheRead: "0" } }]], {}, ["3", "3 held"]],
    ["a tier is held too", [[tier], [card(1, 2)]], {}, ["3", "3 held"]],
    [
      "is believed of the platform itself on the third night",
      [[full], [card(1, 2)], [card(1, 2)], [card(1, 2)]],
      { id: "groq-pricing" },
      ["3", "3 held", "3 held", "2"],
    ],
    [
      "is believed after a week",
      [[full], ...Array.from({ length: 8 }, () => [card(1, 2)])],
      {},
      ["3", ...Array.from({ length: 7 }, () => "3 held"), "2"],
    ],
    ["with a new price list is believed", [[full], [card(2, 3)]], {}, ["3", "2"]],
    ["is believed where the card was without it within the week", [[card(1, 2)], [full], [card(1, 2)]], {}, ["2", "3", "2"]],
    ["is held where the card was without it, at another price", [[card(3, 4)], [full], [card(1, 2)]], {}, ["2", "3", "3 held"]],
  ])("%s", (_, story, settings, expected) => {
    expect(nights(story, settings).map(meters)).toEqual(expected);
  });
});

describe("a meter that appears at an odd price", () => {
  const odd: Row = { prices: { input: "1", output: "2", cacheRead: "0.0001" } };
  const story = [[card(1, 2)], [odd], [odd], [odd], [card(1, 2)]];
  const isHeld = (night: Guarded) => night.readings.map(({ held, prices }) => [prices.cacheRead ?? null, held?.rule ?? null]);
  test.each<[string, Told, readonly (readonly [number | null, GuardRuleName | null])[]]>([
    [
      "at a catalogue alone is held until it is gone",
      {},
      [
        [null, "meterOdd"],
        [null, "meterOdd"],
        [null, "meterOdd"],
        [null, null],
      ],
    ],
    [
      "borne out by another is believed",
      { others: saying("litellm", { cacheRead: "0.0001" }) },
      [
        [100, null],
        [100, null],
        [100, null],
        [null, null],
      ],
    ],
    [
      "at the platform itself is believed on the third night",
      { id: "groq-pricing" },
      [
        [null, "meterOdd"],
        [null, "meterOdd"],
        [100, null],
        [null, null],
      ],
    ],
  ])("%s", (_, settings, expected) => {
    expect(nights(story, settings).slice(1).flatMap(isHeld)).toEqual(expected);
  });
});

describe("a new row", () => {
  const othersAsk = (sellers: readonly Record<string, string>[], offer: Record<string, string> | null = null): OtherPrices => ({
    ...NO_OTHER_PRICES,
    pricesLastNight: () => ({
      offer: offer === null ? null : Prices.decode(offer),
      sellers: sellers.map((each) => Prices.decode(each)),
      isPremium: false,
    }),
  });
  const three = [
    { input: "1", output: "2" },
    { input: "1.2", output: "2.2" },
    { input: "0.9", output: "2" },
  ];
  const old: Row = { ...card(1, 1), upstreamId: "old" };
  test.each<[string, Row, OtherPrices, string]>([
    ["beside its sellers", card(1, 2), othersAsk(three), "1/2"],
    ["a thousand times under them", card(0.001, 0.002), othersAsk(three), "-/- held"],
    ["a hundred times over one of them", card(100, 200), othersAsk(three.slice(0, 1)), "-/- held"],
    ["five times over one of them", card(5, 10), othersAsk(three.slice(0, 1)), "5/10"],
    ["six times over three of them", card(6, 12), othersAsk(three), "-/- held"],
    [
      "six times over three of them, at a host with faster chips",
      card(6, 12),
      { ...NO_OTHER_PRICES, pricesLastNight: () => ({ ...othersAsk(three).pricesLastNight(aReading()), isPremium: true }) },
      "6/12",
    ],
    ["of a model nobody else sells", card(100, 200), NO_OTHER_PRICES, "100/200"],
    ["under a new id, as the offer stood", card(9, 18), othersAsk(three, { input: "9", output: "18" }), "9/18"],
    [
      "under a new id, a thousandth of what the offer asked",
      card(0.009, 0.018),
      othersAsk(three, { input: "9", output: "18" }),
      "-/- held",
    ],
    ["with a cache read above its input", { prices: { input: "1", output: "2", cacheRead: "10" } }, NO_OTHER_PRICES, "-/- held"],
    [
      "with a long prompt cheaper than a short one",
      { ...card(1, 2), conditions: [{ promptTokensAbove: 200_000, prices: Prices.decode({ input: "0.5" }) }] },
      NO_OTHER_PRICES,
      "-/- held",
    ],
    ["with output under input, at second hand", card(2, 1), NO_OTHER_PRICES, "-/- held"],
    [
      "with reasoning at fifty times output",
      { prices: { input: "1", output: "2", reasoning: "100" } },
      NO_OTHER_PRICES,
      "-/- held",
    ],
  ])("%s: %s", (_, row, others, expected) => {
    const done = nights([[old], [old, row], [old, row], [old, row], [old, row]], { others });
    expect(done.slice(1).map((night) => shown(night))).toEqual([expected, expected, expected, expected]);
  });

  test("with output under input on the platform's own card is believed", () => {
    expect(nights([[old], [old, card(2.5, 2)]], { id: "groq-pricing" }).map((night) => shown(night))).toEqual([
      "nothing",
      "2.5/2",
    ]);
  });

  test("that is held stays so when its whole platform moves: it had no price to move from", () => {
    const at = (factor: number) => ["a", "b", "c", "d", "e"].map((upstreamId) => ({ ...card(factor, 2 * factor), upstreamId }));
    const done = nights([at(1), [...at(1), card(2, 1)], [...at(1.4), card(2.8, 1.4)], [...at(1.4), card(2.8, 1.4)]]);
    expect(done.slice(1).map((night) => shown(night))).toEqual(["-/- held", "-/- held", "-/- held"]);
  });

  test("is held against nobody on the first night of a source", () => {
    expect(nights([[card(100, 200)]], { others: othersAsk(three) }).map((night) => shown(night))).toEqual(["100/200"]);
  });
});

/** For each rule about a row: what makes it object. */
const WRONG: Readonly<Partial<Record<GuardRuleName, Told & { readonly row: Row | null; readonly isNew?: true }>>> = {
  priceZero: { row: { prices: {} } },
  priceTooHigh: { row: card(5_000, 5_000) },
  priceJump: { row: card(10, 20) },
  priceReset: { row: card(7, 45) },
  meterGone: { row: card(1, 2) },
  meterOdd: { row: { prices: { input: "1", output: "2", cacheRead: "0.1", reasoning: "100" } } },
  meterOrder: { row: { prices: { input: "1", output: "2", cacheRead: "1.5" } } },
  sellersDisagree: {
    row: card(0.001, 0.002),
    others: {
      ...NO_OTHER_PRICES,
      pricesLastNight: () => ({ offer: Prices.decode({ input: "1", output: "2" }), sellers: [], isPremium: false }),
    },
    isNew: true,
  },
  twoOffersOneId: { row: card(3, 4), twice: true },
  rowUnreadable: { row: null, broken: true },
  unreadMeter: { row: { ...card(1, 2), unreadMeters: ["surcharge"] } },
};

describe("an exception that leaves a row out keeps it out, night after night", () => {
  const ofSources = new Set([
    "sourceScaled",
    "sourceReshuffled",
    "sourceFailed",
    "sourceEmpty",
    "sourceShrink",
    "catalogueDisagrees",
    "bodyLost",
    "modelUnresolved",
    "qualityRescaled",
  ]);
  const good: Row = { prices: { input: "1", output: "2", cacheRead: "0.1" } };
  const others = Array.from({ length: 20 }, (_, index): Row => ({ ...card(1, 1), upstreamId: `m${index}` }));

  test.each(Object.keys(GUARD_RULES).filter((rule) => !ofSources.has(rule)))("%s", (rule) => {
    const wrong = WRONG[GuardException.shape.rule.parse(rule)];
    if (wrong === undefined) throw new Error(`no story makes ${rule} object`);
    const line = GuardException.parse({
      ...{ rule, source: "models.dev", platform: "hostly", upstreamId: "acme/nano", action: "leaveOut", why: "known" },
      ...{ sourceUrl: "https://hostly.example/prices", checkedOn: "2026-08-02" },
    });
    const bad = wrong.row === null ? others : [...others, wrong.row];
    // For longer than what a row charged is remembered after it left.
    const nine = Array.from({ length: 9 }, () => bad);
    const story = [wrong.isNew === true ? others : [...others, good], ...nine, [...others, good]];
    const done = nights(story, { ...wrong, exceptions: [line] });
    expect(done.slice(1).map((night) => shown(night))).toEqual([...nine.map(() => "nothing"), "1/2"]);
    expect(done.slice(1, -1).flatMap(({ findings }) => findings.map((each) => each.rule))).toEqual([]);
  });
});

test("a row that was held already stays as it was while its whole platform is written down in another unit", () => {
  const others = ["a", "b", "c", "d", "e"].map((id) => ({ ...card(1, 2), upstreamId: `acme/${id}` }));
  const timesTen = (rows: readonly Row[]) => rows.map((row) => ({ ...row, prices: { input: "10", output: "20" } }));
  // It asks a tenth of its last good price, is held for it, and the slip lifts that to the last good price itself.
  const good = [card(1, 2), ...others];
  const pending = [card(0.1, 0.2), ...others];
  const slipped = [card(2, 4), ...timesTen(others)];
  expect(nights([good, pending, slipped, slipped, pending, good]).map((night) => shown(night))).toEqual([
    "1/2",
    "1/2 held",
    "1/2 held",
    "1/2 held",
    "1/2 held",
    "1/2",
  ]);
});

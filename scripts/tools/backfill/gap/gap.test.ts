import { describe, expect, test } from "vitest";
import { type Change, changeOf } from "../../../../src/domain/history/change.ts";
import { MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import { ListPrice } from "../../../../src/domain/offer/list-price.ts";
import type { DatedCards } from "./dated-cards.ts";
import { type AlsoKnown, gapChanges } from "./gap-changes.ts";
import { catalogueSteps, type GapStep, listSteps } from "./gap-steps.ts";

const micro = (usd: number) => MicroUsdPerMTok.parse(Math.round(usd * 1_000_000));
const OFFER = "acme/nova@hostly";

const reading = (day: string, prices: Readonly<Record<string, number>>, platforms = ["hostly"]): DatedCards => ({
  source: "pi-ai",
  day,
  cards: new Map(
    Object.entries(prices).map(([id, usd]) => [id, new Map([["input", { meter: "input", condition: null, micro: micro(usd) }]])]),
  ),
  platforms: new Set(platforms),
});
const stepTexts = (steps: readonly GapStep[]) =>
  steps.map(({ day, notBefore, offerId, old, new: now }) => [
    offerId,
    notBefore,
    day,
    old === null ? null : old / 1e6,
    now / 1e6,
  ]);

describe("the steps of a catalogue", () => {
  test("lie between two of its readings; an unchanged price is none", () => {
    const readings = [
      reading("2026-08-14", { [OFFER]: 1 }),
      reading("2026-08-24", { [OFFER]: 1 }),
      reading("2026-08-28", { [OFFER]: 2 }),
    ];
    expect(stepTexts(catalogueSteps(readings))).toEqual([[OFFER, "2026-08-24", "2026-08-28", 1, 2]]);
  });

  test("what it leaves out is not gone, and what comes back at its price never moved", () => {
    const readings = [reading("2026-08-14", { [OFFER]: 1 }), reading("2026-08-24", {}), reading("2026-08-28", { [OFFER]: 1 })];
    expect(catalogueSteps(readings)).toEqual([]);
  });

  test("a new offer is one on a platform that was listed before, and none where the platform is new too", () => {
    const readings = [
      reading("2026-08-14", {}),
      reading("2026-08-24", { [OFFER]: 1, "acme/nova@other": 1 }, ["hostly", "other"]),
    ];
    expect(stepTexts(catalogueSteps(readings))).toEqual([[OFFER, "2026-08-14", "2026-08-24", null, 1]]);
  });
});

test("a card that follows another on its last day is a step of that day", () => {
  const card = (input: string, validFrom: string | null, validTo: string | null, upstreamId = "nova") =>
    ListPrice.parse({
      ...{ platform: "hostly", upstreamId, tier: "standard", prices: { input }, validFrom, validTo },
      ...{ sourceUrl: "https://hostly.example", observedOn: "2026-08-19", confidence: "high" },
    });
  const rows = [card("0.435", null, "2026-08-16"), card("0.66", "2026-08-16", null), card("9", "2026-08-16", null, "other")];
  expect(stepTexts(listSteps(rows, () => OFFER))).toEqual([[OFFER, null, "2026-08-16", 0.435, 0.66]]);
  expect(listSteps(rows, () => null)).toEqual([]);
});

const line = (day: string, old: number | null, now: number | null): Change =>
  changeOf({
    ...{ day, offerId: OFFER, meter: "input", condition: null, note: null, source: "models.dev" },
    ...{ old: old === null ? null : micro(old), new: now === null ? null : micro(now) },
  });
const step = (day: string, notBefore: string | null, old: number | null, now: number): GapStep => ({
  ...{ day, notBefore, offerId: OFFER, meter: "input", condition: null, source: "pi-ai" },
  ...{ old: old === null ? null : micro(old), new: micro(now) },
});
const known = (today: number | null, lastSeen: string | null = null): AlsoKnown => ({
  today: () => (today === null ? null : micro(today)),
  lastSeen: () => lastSeen,
});
const added = (history: readonly Change[], steps: readonly GapStep[], also: AlsoKnown) =>
  gapChanges(history, steps, also).map(({ day, notBefore, old, new: now }) => [
    notBefore ?? null,
    day,
    old === null ? null : old / 1e6,
    now === null ? null : now / 1e6,
  ]);

describe("the lines a gap gains", () => {
  const before = line("2026-08-22", null, 1);
  const later = line("2026-11-20", 1, 3);

  test.each([
    [
      "a step from what stood",
      [before, later],
      [step("2026-09-04", "2026-08-28", 1, 2)],
      3,
      null,
      [["2026-08-28", "2026-09-04", 1, 2]],
    ],
    [
      "a step of one day says the day",
      [before, later],
      [step("2026-09-05", "2026-09-04", 1, 2)],
      3,
      null,
      [[null, "2026-09-05", 1, 2]],
    ],
    [
      "a last look that another source had",
      [before, later],
      [step("2026-09-30", "2026-08-12", 1, 2)],
      3,
      "2026-09-29",
      [[null, "2026-09-30", 1, 2]],
    ],
    [
      "a look of the night before",
      [before, later],
      [step("2026-08-24", "2026-08-14", 1, 2)],
      3,
      null,
      [["2026-08-22", "2026-08-24", 1, 2]],
    ],
    ["a step from another price than stood", [before, later], [step("2026-09-04", "2026-08-28", 5, 2)], 3, null, []],
    ["a step that leads nowhere anybody stands today", [before], [step("2026-09-04", "2026-08-28", 1, 2)], 1, null, []],
    [
      "there and back again",
      [before],
      [step("2026-09-04", "2026-08-28", 1, 2), step("2026-10-05", "2026-09-29", 2, 1)],
      1,
      null,
      [
        ["2026-08-28", "2026-09-04", 1, 2],
        ["2026-09-29", "2026-10-05", 2, 1],
      ],
    ],
    [
      "a new offer that is sold today",
      [],
      [step("2026-09-04", "2026-08-28", null, 2)],
      2,
      null,
      [["2026-08-28", "2026-09-04", null, 2]],
    ],
    ["a new offer that is sold no more", [], [step("2026-09-04", "2026-08-28", null, 2)], null, null, []],
  ])("%s", (_, history, steps, today, lastSeen, lines) => {
    expect(added(history, steps, known(today, lastSeen))).toEqual(lines);
  });

  test("are gained once", () => {
    const steps = [step("2026-09-04", "2026-08-28", 1, 2)];
    const once = gapChanges([before, later], steps, known(3));
    expect(gapChanges([before, ...once, later], steps, known(3))).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aHistory, changesBetween, figuresOf, lineTexts } from "../../../tests/builders/a-history.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { METERS, Prices } from "../offer/meter.ts";
import type { Offer } from "../offer/offer.ts";
import { changesOfLedger } from "./history.ts";
import { ledgerOf, recordChange, replay, type WritableLedger } from "./ledger.ts";

describe("between two nights", () => {
  test("a new offer makes one line per figure it has, on the base card and under every condition", () => {
    const offer = anOffer({ conditions: [{ promptTokensAbove: 200_000, prices: { input: "2" } }] });
    expect(lineTexts(changesBetween([], [offer], "2026-08-22"))).toEqual([
      "2026-08-22 input – → 1",
      "2026-08-22 output – → 2",
      "2026-08-22 input prompt>200000 – → 2",
    ]);
  });

  test("a vanished offer makes one line per figure it had", () => {
    expect(lineTexts(changesBetween([anOffer()], [], "2026-08-22"))).toEqual([
      "2026-08-22 input 1 → – (vanished)",
      "2026-08-22 output 2 → – (vanished)",
    ]);
  });

  test("a moved figure makes one line, an unmoved one none", () => {
    const after = anOffer({ prices: { input: "0.5", output: "2" } });
    expect(lineTexts(changesBetween([anOffer()], [after], "2026-08-22"))).toEqual(["2026-08-22 input 1 → 0.5"]);
    expect(changesBetween([anOffer()], [anOffer()], "2026-08-22")).toEqual([]);
  });

  test("lines come by day, offer, condition and meter", () => {
    const offers = [anOffer({ platform: "b" }), anOffer({ platform: "a" })];
    const lines = changesBetween([], offers, "2026-08-22").map(({ offerId, meter }) => `${offerId} ${meter}`);
    expect(lines).toEqual(["acme/nano@a input", "acme/nano@a output", "acme/nano@b input", "acme/nano@b output"]);
  });
});

describe("replay", () => {
  const price = fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined });
  const card = fc.record({ input: price, output: price, cacheRead: price, image: price });
  const night: [string, string] = ["01:00", "04:00"];
  const conditions = fc.subarray([{ promptTokensAbove: 200_000 }, { promptTokensAbove: 272_000 }, { utc: night, days: null }]);
  const offer = fc
    .record({
      id: fc.constantFrom("a/a@x", "a/a@x;variant=#2", "b/b@y;host=z"),
      prices: card,
      conditions,
      cards: fc.array(card, { minLength: 3, maxLength: 3 }),
    })
    .map(({ id, prices, conditions: held, cards }): Offer => {
      const base = anOffer({ id });
      return {
        ...base,
        prices: pricesOf(prices),
        conditions: held.map((each, index) => ({ ...each, prices: pricesOf(cards[index] ?? {}) })),
      };
    });
  const offers = fc.uniqueArray(offer, { selector: ({ id }) => id });

  function pricesOf(figures: Readonly<Record<string, number | undefined>>): Prices {
    const lastFigures = METERS.flatMap((meter) =>
      figures[meter] === undefined ? [] : [[meter, String(figures[meter])] as const],
    );
    return Prices.decode(Object.fromEntries(lastFigures));
  }

  test("the lines between any two nights lead from the first to the second", () => {
    fc.assert(
      fc.property(offers, offers, (before, after) => {
        const ledger: WritableLedger = new Map([...ledgerOf(before)].map(([id, figures]) => [id, new Map(figures)]));
        for (const change of changesBetween(before, after, "2026-08-22")) recordChange(ledger, change);
        expect(figuresOf(ledger)).toEqual(figuresOf(ledgerOf(after)));
      }),
    );
  });

  test("the lines of many nights replay to each of them, and a night that changes nothing adds none", () => {
    fc.assert(
      fc.property(fc.array(offers, { maxLength: 6 }), (nights) => {
        const days = Object.fromEntries(nights.map((each, index) => [`2026-08-${String(index + 10)}`, each]));
        const changes = aHistory(days);
        for (const [day, each] of Object.entries(days))
          expect(figuresOf(replay(changes, day))).toEqual(figuresOf(ledgerOf(each)));
        expect(aHistory({ ...days, "2026-09-01": nights.at(-1) ?? [] })).toEqual(changes);
      }),
    );
  });

  test("the lines between two ledgers lead from one to the other", () => {
    fc.assert(
      fc.property(offers, offers, (before, after) => {
        const past = aHistory({ "2026-08-01": before });
        const changes = [...past, ...changesOfLedger(replay(past), ledgerOf(after), "2026-08-22")];
        expect(figuresOf(replay(changes))).toEqual(figuresOf(ledgerOf(after)));
      }),
    );
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { DAYS, WEEK_MINUTES } from "../money/weekday.ts";
import { clockAt, priceClock, shiftedClock } from "./price-clock.ts";

const weekdays = ["mon", "tue", "wed", "thu", "fri"];
const dear = { input: "2", output: "4" };

test("DeepSeek's weekday hours are dear, its nights and weekends cheap", () => {
  const clock = priceClock(
    anOffer({
      conditions: [
        { utc: ["01:00", "04:00"], days: weekdays, prices: dear },
        { utc: ["06:00", "10:00"], days: weekdays, prices: dear },
      ],
    }),
  );
  expect(clock?.levels).toEqual([
    { input: 1_000_000, output: 2_000_000, minutes: 7_980 },
    { input: 2_000_000, output: 4_000_000, minutes: 2_100 },
  ]);
  expect(clock?.days[0]?.spans).toEqual([
    { from: 0, to: 60, level: 0 },
    { from: 60, to: 240, level: 1 },
    { from: 240, to: 360, level: 0 },
    { from: 360, to: 600, level: 1 },
    { from: 600, to: 1440, level: 0 },
  ]);
  expect(clock?.days[5]).toEqual({ day: "sat", spans: [{ from: 0, to: 1440, level: 0 }] });
});

test("a window over midnight ends on the next day, Sunday's on Monday", () => {
  const clock = priceClock(anOffer({ conditions: [{ utc: ["22:00", "02:00"], days: ["sun"], prices: { input: "0.5" } }] }));
  expect(clock?.levels[0]).toEqual({ input: 500_000, output: 2_000_000, minutes: 240 });
  expect(clock?.days[0]?.spans[0]).toEqual({ from: 0, to: 120, level: 0 });
  expect(clock?.days[6]?.spans.at(-1)).toEqual({ from: 1320, to: 1440, level: 0 });
});

test("an offer without windows, or with windows at its own price, has no clock", () => {
  expect(priceClock(anOffer())).toBeNull();
  expect(priceClock(anOffer({ conditions: [{ utc: ["00:00", "04:00"], prices: { input: "1" } }] }))).toBeNull();
});

const nightly = priceClock(anOffer({ conditions: [{ utc: ["01:00", "04:00"], days: ["mon"], prices: dear }] }));

test("the week of a reader five hours behind has Monday's night on Sunday's evening", () => {
  if (nightly === null) throw new Error("no clock");
  const shifted = shiftedClock(nightly, -300);
  expect(shifted.days[6]?.spans).toEqual([
    { from: 0, to: 1200, level: 0 },
    { from: 1200, to: 1380, level: 1 },
    { from: 1380, to: 1440, level: 0 },
  ]);
  expect(shifted.days[0]?.spans).toEqual([{ from: 0, to: 1440, level: 0 }]);
});

test("a clock says what holds now and when that ends, over the end of the week too", () => {
  if (nightly === null) throw new Error("no clock");
  expect(clockAt(nightly, 0)).toEqual({ level: 0, next: { minute: 60, level: 1 } });
  expect(clockAt(nightly, 60)).toEqual({ level: 1, next: { minute: 240, level: 0 } });
  expect(clockAt(nightly, 10_079)).toEqual({ level: 0, next: { minute: 60, level: 1 } });
});

test("a shift moves the hours and changes none: every minute keeps its price, and back again is as before", () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  const text = (at: number) => `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
  fc.assert(
    fc.property(
      minute,
      minute,
      fc.subarray([...DAYS], { minLength: 1 }),
      fc.integer({ min: -720, max: 840 }),
      (start, end, days, shift) => {
        fc.pre(start !== end);
        const clock = priceClock(anOffer({ conditions: [{ utc: [text(start), text(end)], days, prices: dear }] }));
        fc.pre(clock !== null);
        if (clock === null) return;
        const shifted = shiftedClock(clock, shift);
        for (let at = 0; at < WEEK_MINUTES; at += 97) expect(clockAt(shifted, at + shift).level).toBe(clockAt(clock, at).level);
        expect(shifted.days.map(({ spans }) => spans.at(0)?.from)).toEqual(DAYS.map(() => 0));
        expect(shifted.days.map(({ spans }) => spans.at(-1)?.to)).toEqual(DAYS.map(() => 1440));
        expect(shiftedClock(shifted, -shift)).toEqual(clock);
      },
    ),
  );
});

import { expect, test } from "vitest";
import { anOffer } from "../../tests/builders/an-offer.ts";
import { priceClock } from "./price-clock.ts";

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

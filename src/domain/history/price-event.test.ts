import { expect, test } from "vitest";
import { aHistory } from "../../../tests/builders/a-history.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { foldTransients, isPriceChange, withoutGonePrices } from "./price-event.ts";

const at = (input: string) => [anOffer({ prices: { input } })];
const eventsOf = (days: Parameters<typeof aHistory>[0]) =>
  foldTransients(aHistory(days)).map((event) => ({
    day: event.day,
    until: event.until,
    old: event.old,
    new: event.new,
    note: event.note,
    between: event.between,
    moved: isPriceChange(event),
  }));

test("z-ai/glm-5.2: three lines are one transient event at the price before and after, which did not move", () => {
  const days = { "2026-08-07": at("0.76"), "2026-08-08": at("0.252"), "2026-08-09": at("0.07"), "2026-08-10": at("0.76") };
  expect(eventsOf(days).slice(1)).toEqual([
    {
      day: "2026-08-08",
      until: "2026-08-10",
      old: 760_000,
      new: 760_000,
      note: "transient",
      between: [252_000, 70_000],
      moved: false,
    },
  ]);
});

test("z-ai/glm-5.1 at zero for two days: a transient without a price in between", () => {
  const days = { "2026-05-19": at("0.98"), "2026-05-20": [anOffer({ prices: {} })], "2026-05-22": at("0.98") };
  expect(eventsOf(days).at(-1)).toMatchObject({ day: "2026-05-20", until: "2026-05-22", between: [null], moved: false });
});

test.each([
  ["2026-08-05", 1],
  ["2026-08-06", 2],
])("a price that is back on %s after a dip of 2 August makes %i event(s)", (back, count) => {
  const card = (input: string) => [anOffer({ prices: { input, output: "2" } })];
  const changes = aHistory({ "2026-08-01": card("1"), "2026-08-02": card("0.5"), [back]: card("1") });
  expect(foldTransients(changes).filter(({ day }) => day > "2026-08-01")).toHaveLength(count);
});

test("a dip inside a move: the move stays, the dip is folded", () => {
  const days = { "2026-08-01": at("1"), "2026-08-05": at("0.8"), "2026-08-06": at("0.1"), "2026-08-07": at("0.8") };
  expect(eventsOf(days).map(({ day, note, moved }) => `${day} ${note} ${moved}`)).toEqual([
    "2026-08-01 null false",
    "2026-08-05 null true",
    "2026-08-06 transient false",
  ]);
});

test("a price that is another one when its offer returns has moved, at the return", () => {
  const days = { "2026-06-01": at("0.2"), "2026-06-02": [], "2026-07-01": at("0.13") };
  expect(eventsOf(days).filter(({ moved }) => moved)).toMatchObject([
    { day: "2026-07-01", old: null, new: 130_000, note: "returned" },
  ]);
  expect(eventsOf({ ...days, "2026-07-01": at("0.2") }).filter(({ moved }) => moved)).toEqual([]);
});

test("a price that moves on the day its offer vanishes did not move: it vanished from what it was", () => {
  const read = aHistory({ "2026-08-22": at("0.22"), "2026-11-20": at("0.15") });
  const shut = aHistory({ "2026-11-19": at("0.15"), "2026-11-20": [] }).slice(1);
  const back = aHistory({ "2026-12-01": at("0.22") }).map((change) => ({ ...change, note: "returned" as const }));
  const events = foldTransients([...read, ...shut, ...back]).slice(1);
  expect(events.map(({ day, old, new: now, note }) => [day, old, now, note])).toEqual([
    ["2026-11-20", 220_000, null, "vanished"],
    ["2026-12-01", null, 220_000, "returned"],
  ]);
  expect(events.filter(isPriceChange)).toEqual([]);
});

test.each([
  ["2026-10-01", 1],
  ["2026-09-30", 0],
  ["2026-09-15", 0],
  [null, 1],
])("a price that a late source moves on 30 September, of an offer gone on %s, makes %i change(s)", (goneOn, count) => {
  const events = foldTransients(aHistory({ "2026-08-22": at("0.12"), "2026-09-30": at("0.08") }));
  const gone = [{ id: anOffer().id, goneOn }];
  expect(withoutGonePrices(events, gone).filter(isPriceChange)).toHaveLength(count);
  expect(withoutGonePrices(events, gone)).toHaveLength(1 + count);
});

test.each([
  ["is that of before", "1.25", ["null 1.25"]],
  ["is a third one", "1.5", ["null 1.25", "null 2", "otherSource 1.5"]],
])("x-ai/grok-4.20 at Vertex: a move whose day ends with another source's price, which %s", (_, last, events) => {
  const inputAt = (price: string) => aHistory({ "2026-09-30": at(price) }).filter(({ meter }) => meter === "input");
  const changes = [
    ...inputAt("1.25"),
    ...inputAt("2").map((line) => ({ ...line, day: "2026-11-20" })),
    ...inputAt(last).map((line) => ({ ...line, day: "2026-11-20", note: "otherSource" as const })),
  ];
  expect(foldTransients(changes).map((event) => `${event.note} ${(event.new ?? 0) / 1_000_000}`)).toEqual(events);
});

import { describe, expect, test } from "vitest";
import { Announcement, announcementState, isAnnouncementShown } from "./announcement.ts";

const plain = {
  id: "acme-nano-rise",
  model: "acme/nano",
  platform: "acme",
  kind: "priceRise",
  announcedOn: "2026-06-30",
  effectiveOn: "2026-09-01",
  atLeastUntil: null,
  withdrawnOn: null,
  what: "Half as much again.",
  sourceUrl: "https://acme.example/pricing",
  confidence: "high",
  checkedOn: "2026-08-01",
};
const stateOn = (differs: object, day: string) => announcementState(Announcement.parse({ ...plain, ...differs }), day);

describe("an announcement", () => {
  test.each([
    ["2026-06-29", "unknownYet"],
    ["2026-06-30", "ahead"],
    ["2026-08-31", "ahead"],
    ["2026-09-01", "effective"],
  ])("of a rise is on %s %s", (day, state) => {
    expect(stateOn({}, day)).toBe(state);
  });

  test.each([
    ["2026-08-09", "ahead"],
    ["2026-08-10", "calledOff"],
    ["2026-09-02", "calledOff"],
  ])("called off on 2026-08-10 is on %s %s", (day, state) => {
    expect(stateOn({ withdrawnOn: "2026-08-10" }, day)).toBe(state);
  });

  test.each([
    ["2026-11-21", "ahead"],
    ["2026-11-22", "open"],
  ])("of a promotion at least until 2026-11-21 is on %s %s", (day, state) => {
    expect(stateOn({ kind: "promotionEnds", effectiveOn: null, atLeastUntil: "2026-11-21" }, day)).toBe(state);
  });

  test("without a date of its own is known from the day it was read", () => {
    expect(stateOn({ announcedOn: null }, "2026-07-31")).toBe("unknownYet");
    expect(stateOn({ announcedOn: null }, "2026-08-01")).toBe("ahead");
  });

  test.each([
    ["without any day to wait for", { effectiveOn: null }],
    ["with two days to wait for", { atLeastUntil: "2026-11-21" }],
    ["made after it took effect", { announcedOn: "2026-09-02" }],
    ["called off before it was made", { withdrawnOn: "2026-06-01" }],
    ["without a source", { sourceUrl: "" }],
    ["that needs a paragraph", { what: "word ".repeat(40) }],
    ["with an id that is no slug", { id: "GPT-5.6 Sol" }],
  ])("%s is refused", (_, differs) => {
    expect(Announcement.safeParse({ ...plain, ...differs }).success).toBe(false);
  });

  test("may carry the prices before and after", () => {
    expect(Announcement.parse({ ...plain, before: { input: "2" }, after: { input: "3" } })).toMatchObject({
      before: { input: 2_000_000 },
      after: { input: 3_000_000 },
    });
  });
});

test.each([
  ["2026-06-29", false],
  ["2026-08-31", true],
  ["2026-11-30", true],
  ["2026-12-01", false],
])("pages tell of what took effect on 2026-09-01 on %s: %s", (day, isShown) => {
  expect(isAnnouncementShown(Announcement.parse(plain), day)).toBe(isShown);
});

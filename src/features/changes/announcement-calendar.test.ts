import { expect, test } from "vitest";
import { Announcement } from "../../domain/history/announcement.ts";
import { announcementCalendar } from "./announcement-calendar.ts";

const rise = {
  id: "acme-nano-rise",
  model: "acme/nano",
  platform: "acme",
  kind: "priceRise",
  announcedOn: "2026-08-01",
  effectiveOn: "2027-01-01",
  atLeastUntil: null,
  withdrawnOn: null,
  what: "Twice the price; really, twice.",
  sourceUrl: "https://example.com/prices",
  confidence: "high",
  checkedOn: "2026-08-20",
};
const announcements = [
  rise,
  { ...rise, id: "acme-nano-gift", effectiveOn: null, atLeastUntil: "2026-12-31", withdrawnOn: "2026-08-10" },
].map((each) => Announcement.parse(each));

const calendar = announcementCalendar(
  announcements,
  () => "Nano",
  () => "Acme",
).replaceAll("\r\n ", "");

test("an announced day is a whole day of the calendar, with an id that lasts and no clock", () => {
  expect(calendar).toContain("UID:acme-nano-rise@tokenparity.dev\r\n");
  expect(calendar).toContain("DTSTART;VALUE=DATE:20270101\r\n");
  expect(calendar).toContain("DTEND;VALUE=DATE:20270102\r\n");
  expect(calendar).toContain("DTSTAMP:20260820T000000Z\r\n");
  expect(calendar).toContain("SUMMARY:Nano at Acme: price rises. Twice the price\\; really\\, twice.\r\n");
});

test("what was called off is cancelled, on the last certain day of its promise", () => {
  const [, , gift = ""] = calendar.split("BEGIN:VEVENT");
  expect(gift).toContain("DTSTART;VALUE=DATE:20261231");
  expect(gift).toContain("STATUS:CANCELLED");
});

test("the same announcements make the same file", () => {
  expect(
    announcementCalendar(
      announcements,
      () => "Nano",
      () => "Acme",
    ).replaceAll("\r\n ", ""),
  ).toBe(calendar);
});

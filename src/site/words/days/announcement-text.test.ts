import { expect, test } from "vitest";
import { Announcement } from "../../../domain/history/announcement.ts";
import { announcementText, announcementTitle } from "./announcement-text.ts";

const end = Announcement.parse({
  id: "acme-nano-end",
  model: "acme/nano",
  platform: "acme",
  kind: "retirement",
  announcedOn: "2026-08-01",
  effectiveOn: "2027-01-14",
  atLeastUntil: null,
  withdrawnOn: null,
  what: "By its schedule.",
  sourceUrl: "https://example.com/news",
  confidence: "high",
  checkedOn: "2026-08-20",
});

test.each([
  [{}, "Retired from 14 Jan 2027. By its schedule."],
  [{ kind: "withdrawn" }, "No longer sold there from 14 Jan 2027. By its schedule."],
  [{ kind: "priceRise", withdrawnOn: "2026-08-10" }, "Price rises: called off on 10 Aug 2026. By its schedule."],
  [{ effectiveOn: null, atLeastUntil: "2027-05-28" }, "Sold at least until 28 May 2027. By its schedule."],
] as const)("an announcement says what happens before it says who wrote so: %j", (changed, text) => {
  expect(announcementText({ ...end, ...changed })).toBe(text);
});

test("the name of its day in a calendar says what happens, not when", () => {
  expect(announcementTitle(end)).toBe("retired. By its schedule.");
  expect(announcementTitle({ ...end, effectiveOn: null, atLeastUntil: "2027-05-28" })).toBe(
    "sold at least until then. By its schedule.",
  );
});

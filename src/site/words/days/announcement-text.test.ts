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
  [{}, "Acme: retired from 14 Jan 2027. By its schedule."],
  [{ kind: "withdrawn" }, "Acme: no longer sold from 14 Jan 2027. By its schedule."],
  [{ kind: "priceRise", withdrawnOn: "2026-08-10" }, "Acme: price rises: called off on 10 Aug 2026. By its schedule."],
  [{ effectiveOn: null, atLeastUntil: "2027-05-28" }, "Acme: sold at least until 28 May 2027. By its schedule."],
  [
    { what: "Mails said 2026-12-10, the page 2026-12-11." },
    "Acme: retired from 14 Jan 2027. Mails said 10 Dec 2026, the page 11 Dec 2026.",
  ],
] as const)("an announcement says who does what and when, its days as everywhere: %j", (changed, text) => {
  expect(announcementText({ ...end, ...changed }, "Acme")).toBe(text);
});

test("the name of its day in a calendar says what happens, not when", () => {
  expect(announcementTitle(end)).toBe("retired. By its schedule.");
  expect(announcementTitle({ ...end, effectiveOn: null, atLeastUntil: "2027-05-28" })).toBe(
    "sold at least until then. By its schedule.",
  );
});

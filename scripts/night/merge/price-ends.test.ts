import { expect, test } from "vitest";
import { Announcement } from "../../../src/domain/history/announcement.ts";
import { ListPrice } from "../../../src/domain/offer/list-price.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { withPriceEnds } from "./price-ends.ts";

const anAnnouncement = (more: object) =>
  Announcement.parse({
    ...{ id: "hostly-nano", model: "acme/nano", platform: "hostly", kind: "priceRise", announcedOn: "2026-10-13" },
    ...{
      effectiveOn: "2026-12-01",
      atLeastUntil: null,
      withdrawnOn: null,
      what: "Doubles.",
      sourceUrl: "https://hostly.example",
    },
    ...{ confidence: "high", checkedOn: "2026-11-16", ...more },
  });
const row = (validTo: string | null) =>
  ListPrice.parse({
    ...{ platform: "hostly", upstreamId: "nano", tier: "standard", prices: { input: "1" }, validFrom: "2026-01-01", validTo },
    ...{ sourceUrl: "https://hostly.example", observedOn: "2026-11-01", confidence: "high" },
  });
const endOf = (announcements: readonly Announcement[], listPrices: readonly ListPrice[], model = "acme/nano") =>
  withPriceEnds([anOffer({ model })], { announcements, listPrices, asOf: "2026-11-20" })[0]?.priceEndsOn;

test.each([
  ["a rise eleven days ahead", [anAnnouncement({})], "2026-11-30"],
  ["a rise in a year", [anAnnouncement({ effectiveOn: "2027-12-01" })], undefined],
  [
    "a promise whose last day is tomorrow",
    [anAnnouncement({ kind: "promotionEnds", effectiveOn: null, atLeastUntil: "2026-11-21" })],
    "2026-11-21",
  ],
  [
    "a promise that is over",
    [anAnnouncement({ kind: "promotionEnds", effectiveOn: null, atLeastUntil: "2026-11-19" })],
    undefined,
  ],
  ["a rise that was called off", [anAnnouncement({ withdrawnOn: "2026-11-01" })], undefined],
  ["a cut", [anAnnouncement({ kind: "priceCut" })], undefined],
  ["a rise elsewhere", [anAnnouncement({ platform: "other" })], undefined],
])("%s", (_, announcements, day) => {
  expect(endOf(announcements, [])).toBe(day);
});

test.each([
  ["2026-11-25", "2026-11-24"],
  ["2026-12-31", undefined],
  [null, undefined],
])("a card that holds until the day before %s ends on %s", (validTo, day) => {
  expect(endOf([], [row(validTo)])).toBe(day);
});

test("the first of two ends is said, and nothing of another model", () => {
  expect(endOf([anAnnouncement({})], [row("2026-11-25")])).toBe("2026-11-24");
  expect(endOf([anAnnouncement({})], [], "acme/other")).toBeUndefined();
});

import { expect, test } from "vitest";
import { Platform } from "../platform/platform.ts";
import { Announcement, type AnnouncementKind } from "./announcement.ts";
import { type EndableOffer, endingOfOffer, endingsBy } from "./ending.ts";

const DAY = "2026-11-20";
const URL = "https://hostly.example/retirements";

const announced = (more: object = {}) =>
  Announcement.parse({
    ...{ id: "hostly-nova", model: "acme/nova", platform: "hostly", kind: "withdrawn" satisfies AnnouncementKind },
    ...{ announcedOn: "2026-06-01", effectiveOn: "2026-08-16", atLeastUntil: null, withdrawnOn: null, what: "Ends." },
    ...{ sourceUrl: URL, confidence: "high", checkedOn: "2026-08-20", ...more },
  });

const shut = (more: object = {}) =>
  Platform.parse({
    ...{ id: "shut", name: "Shut", kind: "host", status: "closed", closedOn: "2026-09-15", market: "international" },
    ...{ listMakers: [], links: {}, closure: { value: "Ended.", sourceUrl: URL, date: "2026-09-15", confidence: "high" } },
    ...{ api: [{ value: { baseUrl: null, speaks: [], keyEnv: null }, sourceUrl: URL, date: "2026-01-01", confidence: "high" }] },
    ...more,
  });

const offer = (platform: string, more: Partial<EndableOffer> = {}): EndableOffer => ({
  ...{ model: "acme/nova", platform, retiresOn: null },
  source: { id: "models.dev", url: "https://models.dev/api.json", readAt: "2026-11-20T00:00:00Z", hand: "second" },
  ...more,
});

const readOn = (day: string) => ({ source: { ...offer("x").source, readAt: `${day}T00:00:00Z` } });

test.each([
  ["took effect", announced(), "withdrawn"],
  ["a maker's shutdown", announced({ kind: "retirement" }), "retired"],
  ["is a day ahead", announced({ effectiveOn: "2026-11-21" }), undefined],
  ["was called off", announced({ withdrawnOn: "2026-07-01" }), undefined],
  ["is not sure", announced({ confidence: "medium" }), undefined],
  ["names no single model", announced({ model: null }), undefined],
  ["is a change of price", announced({ kind: "priceRise" }), undefined],
  ["only promises to stay", announced({ effectiveOn: null, atLeastUntil: "2026-10-01" }), undefined],
])("an announcement that %s", (_, announcement, why) => {
  expect(endingsBy(DAY, [announcement], [])[0]?.why).toBe(why);
});

test.each([
  ["closed", shut(), ["closed", "2026-09-15"]],
  ["closed on a day nobody knows", shut({ closedOn: undefined }), ["closed", null]],
  ["closes tomorrow", shut({ closedOn: "2026-11-21" }), undefined],
  ["is open", shut({ status: "open", closedOn: undefined, closure: undefined }), undefined],
])("a platform that %s", (_, platform, expected) => {
  const [ending] = endingsBy(DAY, [], [platform]);
  expect(ending === undefined ? undefined : [ending.why, ending.goneOn]).toEqual(expected);
});

const endings = endingsBy(DAY, [announced()], [shut()]);

test.each([
  ["of the model at the platform", offer("hostly"), null, "2026-08-16"],
  ["of another model there", offer("hostly", { model: "acme/other" }), null, undefined],
  ["of the model elsewhere", offer("elsewhere"), null, undefined],
  ["of any model at a closed platform", offer("shut", { model: "acme/other" }), null, "2026-09-15"],
  ["through a router, read before the end", offer("router", readOn("2026-08-15")), "hostly", "2026-08-16"],
  ["through a router, read since", offer("router", readOn("2026-08-16")), "hostly", undefined],
  [
    "whose platform named its last day",
    offer("elsewhere", { retiresOn: "2026-10-01", ...readOn("2026-09-30") }),
    null,
    "2026-10-01",
  ],
  ["read again on its last day", offer("elsewhere", { retiresOn: "2026-10-01", ...readOn("2026-10-01") }), null, undefined],
  ["whose last day is ahead", offer("elsewhere", { retiresOn: "2026-12-01" }), null, undefined],
])("an offer %s", (_, each, hostPlatform, goneOn) => {
  expect(endingOfOffer(each, hostPlatform, endings, DAY)?.goneOn).toBe(goneOn);
});

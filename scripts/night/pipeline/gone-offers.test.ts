import { expect, test } from "vitest";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { StoredReading } from "../merge/reading-row.ts";
import { goneList } from "./gone-offers.ts";
import { EMPTY_STORE, type Store } from "./store.ts";

const source = aReading().source;
const offer = anOffer({ model: "acme/nano", platform: "hostly", upstreamId: "acme/nano", source });
const before: Store = { ...EMPTY_STORE, offers: [offer] };
const after = (rows: readonly StoredReading[], { isUnmatched = false } = {}): Store => ({
  ...EMPTY_STORE,
  readings: new Map([[source.id, rows]]),
  unmatched: isUnmatched ? [{ source: source.id, platform: "hostly", upstreamId: "acme/nano" }] : [],
});

test.each<[string, Store]>([
  ["models.dev no longer lists it", after([])],
  ["an exception leaves it out", after([{ ...aReading(), leftOut: true }])],
  ["its id leads to no model", after([aReading()], { isUnmatched: true })],
  ["it stands under another name, or a rule leaves it out", after([aReading()])],
])("an offer that left is told: %s", (why, store) => {
  expect(goneList(before, store)).toBe(`- hostly: ${why}: acme/nano`.replaceAll("models.dev", "models.dev"));
});

test("none left", () => {
  expect(goneList(before, before)).toBe("None.");
});

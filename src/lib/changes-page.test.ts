import { afterEach, expect, test, vi } from "vitest";
import { aHistory } from "../../tests/builders/a-history.ts";
import { anOffer } from "../../tests/builders/an-offer.ts";
import { modelArrivals, modelDepartures } from "../domain/model-arrival.ts";
import { foldTransients } from "../domain/price-event.ts";
import { priceMoves } from "../domain/price-move.ts";
import { changesJson } from "./changes-json.ts";
import { changesMarkdown } from "./changes-markdown.ts";
import { type ChangeRecord, changesPage, type Namer } from "./changes-page.ts";

afterEach(() => vi.unstubAllEnvs());

const changes = aHistory({
  "2026-08-01": [anOffer()],
  "2026-08-05": [anOffer({ prices: { input: "0.5", output: "1" } }), anOffer({ model: "acme/<b>" })],
  "2026-08-22": [anOffer({ prices: { input: "0.5", output: "1.5" } }), anOffer({ model: "acme/<b>" })],
});
const events = foldTransients(changes);
const record: ChangeRecord = {
  moves: priceMoves(events),
  arrivals: modelArrivals(changes),
  departures: modelDepartures(changes),
  recent: events,
  asOf: "2026-08-22",
};
const namer: Namer = {
  platform: (id) => id,
  host: (slug) => slug,
  model: (id) => (id === "acme/nano" ? "Nano" : null),
  isList: () => true,
};
const page = changesPage(record, { schemaVersion: 1, asOf: "2026-08-22", sources: [], findings: [] }, namer);

test("a day has one row per card, with both prices and whose word it is", () => {
  expect(page.days.map(({ id }) => id)).toEqual(["2026-08-22", "2026-08-05"]);
  expect(page.days[1]?.lines).toEqual([
    {
      model: { name: "Nano", path: "/models/acme/nano/" },
      day: "5 Aug 2026",
      seller: "hostly",
      voice: "maker’s list",
      input: { turn: "1.00 → 0.50", delta: "−50\u202f%", side: "under" },
      output: { turn: "2.00 → 1.00", delta: "−50\u202f%", side: "under" },
      others: "",
    },
  ]);
});

test("the answer counts cards, not figures", () => {
  expect(page.answer).toMatch(/^2 price cards moved in 30 days: 1 down, 1 up\./);
});

test("a model without a page stands by its id, unlinked", () => {
  expect(page.arrivals).toEqual([{ name: "acme/<b>", path: null, day: "5 Aug 2026" }]);
});

test("the Markdown twin says the same, hostile names harmless", () => {
  vi.stubEnv("SITE", "https://tokenparity.dev");
  const text = changesMarkdown(page, [], "2026-08-22");
  expect(text).toContain("1.00 → 0.50, −50\u202f%");
  expect(text).not.toContain("<b>");
});

test("the JSON holds the moved figures only, in the form of the history", () => {
  expect(changesJson(events).map(({ day, meter, old, new: now }) => [day, meter, old, now])).toEqual([
    ["2026-08-05", "input", "1", "0.5"],
    ["2026-08-05", "output", "2", "1"],
    ["2026-08-22", "output", "1", "1.5"],
  ]);
});

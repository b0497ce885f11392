import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { aHistory } from "../../../tests/builders/a-history.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { ChangeNames, ChangeRecord } from "../../data/change-record.ts";
import type { Change } from "../../domain/history/change.ts";
import { foldTransients } from "../../domain/history/price-event.ts";
import { priceMoves } from "../../domain/history/price-move.ts";
import { modelArrivals, modelDepartures } from "../../domain/model/model-arrival.ts";
import { atomFeed, feedEntries, jsonFeed, recordsBy } from "./change-feed.ts";

beforeEach(() => vi.stubEnv("SITE", "https://tokenparity.dev"));
afterEach(() => vi.unstubAllEnvs());

const HOSTILE = `Nano <script>alert(1)</script> & "Co" ]]> \u0007`;
const names: ChangeNames = {
  platform: (id) => id,
  host: (slug) => slug,
  model: (id) => (id === "acme/nano" ? HOSTILE : null),
  isList: () => false,
  billedIn: () => null,
  isDoubted: () => false,
};
const topic = { title: "All of A & B", page: "/changes/", self: "/changes.xml" };

const days = {
  "2026-08-01": [anOffer(), anOffer({ platform: "dear" })],
  "2026-08-05": [anOffer({ prices: { input: "0.5", output: "1" } }), anOffer({ platform: "dear" })],
  "2026-08-06": [
    anOffer({ prices: { input: "0.5", output: "1" } }),
    anOffer({ platform: "dear", prices: { input: "2", output: "2" } }),
    anOffer({ model: "acme/new" }),
  ],
};
const changes = aHistory(days);

function recordAt(lines: readonly Change[], asOf: string): ChangeRecord {
  const events = foldTransients(lines);
  return {
    moves: priceMoves(events),
    arrivals: modelArrivals(lines),
    departures: modelDepartures(lines, () => false),
    recent: events,
    asOf,
  };
}

const record = recordAt(changes, "2026-08-06");
const entries = feedEntries(record, names);

test("a title names the meter that moved where that is not the input price", () => {
  const cached = (cacheRead: string) => [anOffer({ prices: { input: "1", output: "2", cacheRead } })];
  const lines = aHistory({ "2026-08-01": cached("0.2"), "2026-08-05": cached("0.1") });
  const titles = feedEntries(recordAt(lines, "2026-08-05"), { ...names, model: () => "Nano" }).map(({ title }) => title);
  expect(titles).toContain("Nano at hostly: cached input −50\u202f%");
  expect(entries.map(({ title }) => title)).toContain(`${HOSTILE} at hostly: −50\u202f%`);
});

test("an entry of what is not billed in dollars says so, and that its rate moves it too", () => {
  const [move] = feedEntries(record, { ...names, billedIn: () => "EUR" });
  expect(move?.text).toMatch(/billed in EUR\. The dollars are those its source wrote, which move with its rate too\.$/);
  expect(entries.map(({ text }) => text).join()).not.toContain("billed in");
});

const Link = z.object({ rel: z.string().optional(), href: z.url() });
const Text = z.object({ type: z.literal("html"), "#text": z.string().min(1) });
const Atom = z.object({
  feed: z.object({
    xmlns: z.literal("http://www.w3.org/2005/Atom"),
    id: z.url(),
    title: z.string(),
    updated: z.iso.datetime(),
    author: z.object({ name: z.string() }),
    link: z.array(Link),
    entry: z
      .array(z.object({ id: z.string(), title: Text, updated: z.iso.datetime(), link: z.array(Link), content: Text }))
      .default([]),
  }),
});

function readAtom(text: string): z.output<typeof Atom>["feed"] {
  expect(XMLValidator.validate(text)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    isArray: (name) => name === "entry" || name === "link",
  });
  return Atom.parse(parser.parse(text)).feed;
}

test("an Atom feed has all that RFC 4287 asks for, and says when its newest change was", () => {
  const feed = readAtom(atomFeed(topic, entries, "2026-08-22"));
  expect(feed.title).toBe("All of A & B");
  expect(feed.updated).toBe("2026-08-06T00:00:00.000Z");
  expect(feed.link.map(({ rel, href }) => [rel, href])).toEqual([
    ["alternate", "https://tokenparity.dev/changes/"],
    ["self", "https://tokenparity.dev/changes.xml"],
  ]);
  expect(feed.entry.map(({ id, updated }) => [id, updated])).toEqual([
    ["tag:tokenparity.dev,2026:2026-08-06/move/acme%2Fnano%40dear", "2026-08-06T00:00:00.000Z"],
    ["tag:tokenparity.dev,2026:2026-08-06/new/acme%2Fnew", "2026-08-06T00:00:00.000Z"],
    ["tag:tokenparity.dev,2026:2026-08-05/move/acme%2Fnano%40hostly", "2026-08-05T00:00:00.000Z"],
  ]);
});

test("hostile names stay text, in Atom and in JSON", () => {
  const feed = readAtom(atomFeed(topic, entries, "2026-08-22"));
  expect(feed.entry[0]?.title["#text"]).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  const json = z
    .object({ version: z.url(), items: z.array(z.object({ id: z.string(), title: z.string(), content_html: z.string() })) })
    .parse(JSON.parse(jsonFeed(topic, entries, "2026-08-22")));
  expect(json.items[0]?.title).toContain("<script>");
  expect(json.items[0]?.content_html).not.toContain("<script>");
  expect(json.items.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
});

test("a reader that polled yesterday sees each change of today once, and nothing twice", () => {
  const yesterday = feedEntries(
    recordAt(
      changes.filter(({ day }) => day <= "2026-08-05"),
      "2026-08-05",
    ),
    names,
  ).map(({ id }) => id);
  const today = entries.map(({ id }) => id);
  expect(new Set(today).size).toBe(today.length);
  expect(today.filter((id) => !yesterday.includes(id))).toEqual(
    entries.filter(({ day }) => day === "2026-08-06").map(({ id }) => id),
  );
  expect(yesterday.every((id) => today.includes(id))).toBe(true);
});

test("a second run writes the same bytes", () => {
  const again = feedEntries(recordAt(aHistory(days), "2026-08-06"), names);
  expect(atomFeed(topic, again, "2026-08-06")).toBe(atomFeed(topic, entries, "2026-08-06"));
});

test("a feed without entries is a feed, of the day of the data", () => {
  const feed = readAtom(atomFeed(topic, [], "2026-08-22"));
  expect([feed.updated, feed.entry]).toEqual(["2026-08-22T00:00:00.000Z", []]);
});

test("a busy night is given whole, an old one up to fifty entries", () => {
  const offers = (input: string) =>
    Array.from({ length: 70 }, (_, index) => anOffer({ platform: `p${index}`, prices: { input } }));
  const busy = aHistory({ "2026-08-01": offers("1"), "2026-08-05": offers("2"), "2026-08-10": offers("3") });
  expect(feedEntries(recordAt(busy, "2026-08-10"), names)).toHaveLength(70);
});

test("a platform's part of a record is about its offers only", () => {
  const hostileRecord = recordsBy(record, "platform").get("dear") ?? record;
  expect(feedEntries(hostileRecord, names).map(({ title }) => title)).toEqual([`${HOSTILE} at dear: +100\u202f%`]);
});

test.each(["model", "maker"] as const)("the parts of a record by %s hold each of its lines once, in their order", (part) => {
  const parts = [...recordsBy(record, part)];
  const idOf = ({ model }: { readonly model: string }) => (part === "model" ? model : model.split("/")[0]);
  for (const [id, { moves, arrivals, departures }] of parts) {
    expect(moves).toEqual(record.moves.filter((move) => idOf(move) === id));
    expect(arrivals).toEqual(record.arrivals.filter((each) => idOf(each) === id));
    expect(departures).toEqual(record.departures.filter((each) => idOf(each) === id));
  }
  expect(parts.flatMap(([, { moves }]) => moves)).toHaveLength(record.moves.length);
});

import { expect, test } from "vitest";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import type { Sellers } from "../offer/seller.ts";
import { referenceFor, unconfirmedList } from "./delta.ts";

const SELLERS: Sellers = new Map([
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"], hosts: ["acme-studio"] })],
  ["openrouter", aSeller({ kind: "router" })],
  ["hostly", aSeller()],
]);

const AUGUST = "2026-08-08";
const read = (day: string, id: "models.dev" | "pi-ai" | "openrouter-endpoints" | "list-prices" = "openrouter-endpoints") =>
  ({ id, url: `https://${id}.example`, readAt: `${day}T00:00:00Z`, hand: "first" }) as const;
const priced = (text: string) => {
  const [input = "", output = ""] = text.split("/");
  return { input, output };
};

/** A host of OpenRouter on 8 August, more than 60 days ago; say what differs. */
const host = (slug: string, price: string, change: OfferOverrides = {}) =>
  anOffer({ platform: "openrouter", host: slug, prices: priced(price), age: "expired", restsOn: read(AUGUST), ...change });
/** OpenRouter's own list as a catalogue copied it. */
const headline = (price: string, day: string, age: "fresh" | "aging" = "fresh") =>
  anOffer({ platform: "openrouter", prices: priced(price), evidence: "mirror", age, restsOn: read(day, "pi-ai") });
/** Acme's own platform. */
const acme = (price: string, evidence: "reported" | "corroborated" | "transcribed", day: string, change: OfferOverrides = {}) =>
  anOffer({ platform: "acme", prices: priced(price), evidence, age: "aging", restsOn: read(day, "models.dev"), ...change });

const doubts = [{ rule: "cacheAboveInput", cacheRead: 2, input: 1 }] as const;

test.each([
  [
    "its own page, whatever its endpoint says",
    [host("acme-studio", "1/2"), acme("3/6", "transcribed", "2026-10-03")],
    "3/6 page",
  ],
  ["its endpoint of this week", [host("acme-studio", "1/2", { age: "fresh", restsOn: read("2026-11-18") })], "1/2 2026-11-18"],
  ["a host of the maker's very name", [host("acme", "1/2", { age: "fresh", restsOn: read("2026-11-18") })], "1/2 2026-11-18"],
  [
    "an endpoint of August whose price OpenRouter's list shows today, where no other host asks it",
    [host("acme-studio", "1/2"), host("b", "0.9/2"), headline("1/2", "2026-11-20")],
    "1/2 2026-11-20",
  ],
  [
    "an endpoint with half off, without the discount",
    [host("acme-studio", "0.5/1", { discountBps: 5_000 }), headline("1/2", "2026-11-20")],
    "1/2 2026-11-20",
  ],
  [
    "an endpoint of August that a catalogue of the maker's own platform bears out",
    [host("acme-studio", "1/2"), acme("1/2", "reported", "2026-09-30")],
    "1/2 2026-08-08",
  ],
  [
    "an endpoint that was seen as late as a catalogue that says otherwise",
    [host("acme-studio", "1/2"), headline("1/2", "2026-09-30", "aging"), acme("3/3", "reported", "2026-09-30")],
    "1/2 2026-09-30",
  ],
  [
    "an endpoint beside a doubtful row of the maker's own platform",
    [host("acme-studio", "1/2"), headline("1/2", "2026-11-20"), acme("1/60", "corroborated", "2026-11-20", { doubts })],
    "1/2 2026-11-20",
  ],
])("the list price is %s", (_, offers, expected) => {
  const reference = referenceFor(offers, "acme", SELLERS);
  if (reference?.kind !== "list") throw new Error("no list price");
  const day = reference.atOpenrouter?.seenOn ?? "page";
  expect(`${(reference.prices.input ?? 0) / 1e6}/${(reference.prices.output ?? 0) / 1e6} ${day}`).toBe(expected);
  expect(unconfirmedList(offers, "acme", SELLERS)).toBeNull();
});

test.each([
  ["an endpoint of August that nobody saw again", [host("acme-studio", "1/2")], "1/2"],
  [
    "an endpoint of August at a price that other hosts ask too",
    [host("acme-studio", "1/2"), host("b", "1/2"), headline("1/2", "2026-11-20")],
    "1/2",
  ],
  [
    "what a later catalogue says otherwise",
    [host("acme-studio", "1/2"), host("b", "0.5/1"), headline("0.5/1", "2026-11-20"), acme("7/14", "reported", "2026-09-30")],
    "7/14",
  ],
  [
    "what two catalogues say otherwise, though OpenRouter's list is newer",
    [host("acme-studio", "1/2"), headline("1/2", "2026-11-20"), acme("1.5/3", "corroborated", "2026-09-30")],
    "1.5/3",
  ],
  [
    "what a catalogue says, where all of OpenRouter's hosts have moved since",
    [host("acme-studio", "5/30"), host("b", "5/30"), headline("4/20", "2026-11-20"), acme("5/30", "reported", "2026-09-30")],
    "5/30",
  ],
  [
    "what a catalogue says beside a doubtful endpoint",
    [host("acme-studio", "1/2", { doubts }), acme("1/3", "reported", AUGUST)],
    "1/3",
  ],
])("unconfirmed is %s, and the reference is the median", (_, offers, expected) => {
  const { prices } = unconfirmedList(offers, "acme", SELLERS) ?? {};
  expect(`${(prices?.input ?? 0) / 1e6}/${(prices?.output ?? 0) / 1e6}`).toBe(expected);
  expect(referenceFor(offers, "acme", SELLERS)?.kind).toBe("medianHost");
});

test("another maker's host, a batch endpoint and a free one are no list price", () => {
  for (const other of [host("other", "1/2"), host("acme-studio", "1/2", { tier: "batch" }), host("acme-studio", "0/0")]) {
    expect(unconfirmedList([other], "acme", SELLERS)).toBeNull();
  }
});

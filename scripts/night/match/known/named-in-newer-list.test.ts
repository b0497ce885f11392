import { expect, test } from "vitest";
import { readCuratedTables } from "../../../../src/data/curated-tables.ts";
import { anOffer, type OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import { namedInNewerList } from "./named-in-newer-list.ts";

const { mirrors } = readCuratedTables("data/curated");
const read = (id: "models.dev" | "pi-ai", day: string) =>
  ({ id, url: "https://example.com", readAt: `${day}T10:00:00Z`, hand: "second" }) as const;
const fast = (overrides: OfferOverrides) => anOffer({ platform: "vercel", tier: "fast", ...overrides });
const NOVA = "acme/nova-2.1@vercel;tier=fast";
const models = ["acme/nova-2.1", "acme/other"].map((id) => ({ id, tools: true, outputModalities: ["text"] }));
const offers = [
  fast({ id: "acme/other@vercel;tier=fast", model: "acme/other", source: read("pi-ai", "2026-11-20") }),
  fast({ id: NOVA, model: "acme/nova-2.1", upstreamId: "acme/nova-2.1-fast", source: read("models.dev", "2026-09-30") }),
];

test.each([
  ["its id", "acme/nova-2.1-fast", "vercel", [NOVA]],
  ["its id in another spelling, without the maker", "nova-2-1-fast", "vercel", [NOVA]],
  ["the id of the model without its service tier", "acme/nova-2.1", "vercel", []],
  ["the id of another version", "acme/nova-21-fast", "vercel", []],
  ["its id at another platform", "acme/nova-2.1-fast", "openrouter", []],
] as const)("an offer of an older copy is named where a row of the newer has %s", (_, upstreamId, platform, named) => {
  const readings = new Map([["pi-ai", [{ upstreamId, key: { platform } }]]]);
  expect(namedInNewerList({ models, offers, readings }, mirrors)).toEqual(named);
});

test("nothing is named that is joined to its row, though an older copy names it too", () => {
  const joined = [...offers, fast({ id: "b", model: "acme/nova-2.1", source: read("pi-ai", "2026-11-20") })];
  const readings = new Map([["pi-ai", [{ upstreamId: "acme/nova-2.1-fast", key: { platform: "vercel" } }]]]);
  expect(namedInNewerList({ models, offers: joined, readings }, mirrors)).toEqual([]);
});

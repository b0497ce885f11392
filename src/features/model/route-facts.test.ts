import { expect, test } from "vitest";
import { A_CENT, aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { routeFacts } from "./route-facts.ts";

const workload = { id: "chat", name: "Chat", meaning: "", worseAnswer: A_CENT, ...aWorkload({ requests: 1_000_000 }) };
const read = (day: string) =>
  ({ id: "openrouter-endpoints", url: "https://example.com", readAt: `${day}T00:00:00Z`, hand: "first" }) as const;
const listed = (input: string): OfferOverrides => ({ prices: { input, output: "0" }, source: read("2026-08-22") });
const route = (host: string, input: string, more: OfferOverrides = {}): OfferOverrides => ({
  host,
  prices: { input, output: "0" },
  source: read("2026-08-08"),
  ...more,
});
const factsOf = (offers: readonly OfferOverrides[]) =>
  routeFacts(
    offers.map((offer) => anOffer({ platform: "openrouter", hostName: offer.host?.toUpperCase() ?? null, ...offer })),
    workload,
  );

test("hosts at 1, 2 and 4 dollars: the mean is 1.33, the cheapest 25 % under it and 50 % under the listed price", () => {
  const facts = factsOf([
    listed("0.002"),
    route("a", "0.001", { quantization: "fp8", contextTokens: 32_000 }),
    route("b", "0.002", { quantization: "bf16", contextTokens: 64_000 }),
    route("c", "0.004", { contextTokens: 128_000 }),
  ]);
  expect(facts?.says).toBe(
    "3 routes, read 8 Aug; months as for chat, before fees. Sorting by price saves 25\u202f% against the load-balanced mean and saves 50\u202f% against the listed price.",
  );
  expect(facts?.facts).toEqual([
    ["Listed, 22 Aug", "$2.00"],
    ["Cheapest, :floor", "$1.00 A (fp8)"],
    ["At bf16", "$2.00 B (bf16)"],
    ["At 128K context", "$4.00 C"],
    ["Mean, load balanced", "$1.33"],
  ]);
});

test("routes that were read long before the listed price are told as of then", () => {
  const now = { ...listed("0.0009"), source: read("2026-11-20") };
  const facts = factsOf([now, route("a", "0.001"), route("b", "0.002")]);
  expect(facts?.says).not.toContain("listed price");
  expect(facts?.facts.map(([label]) => label)).toContain("Cheapest when last read, :floor");
});

test("a listed price below every route is said to be so, and equal ones save nothing", () => {
  const facts = factsOf([listed("0.0009"), route("a", "0.001"), route("b", "0.001")]);
  expect(facts?.says).toContain("saves nothing against the load-balanced mean and costs 11\u202f% more than the listed price.");
  expect(facts?.facts.map(([label]) => label)).toEqual(["Listed, 22 Aug", "Cheapest, :floor", "Mean, load balanced"]);
});

test.each<[string, readonly OfferOverrides[]]>([
  ["one route", [listed("1"), route("a", "1")]],
  ["no route with a price", [listed("1"), route("a", "0"), route("b", "0")]],
  ["another router's hosts", [route("a", "1", { platform: "vercel" }), route("b", "2", { platform: "vercel" })]],
])("there is nothing to choose of %s", (_, offers) => {
  expect(factsOf(offers)).toBeNull();
});

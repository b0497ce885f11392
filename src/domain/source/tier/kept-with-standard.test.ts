import { expect, test } from "vitest";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { Prices } from "../../offer/meter.ts";
import { keptWithStandard } from "./kept-with-standard.ts";

const page = { id: "list-prices", url: "https://acme.example/pricing", readAt: "2026-10-03T00:00:00Z", hand: "first" } as const;
const witness = { id: "pi-ai", url: "https://pi.example/", readAt: "2026-11-20T00:00:00Z", hand: "second" } as const;

type Card = Parameters<typeof keptWithStandard>[0][number];
const card = (change: Partial<Card>): Card => ({
  ...anOffer({ platform: "acme", source: page, evidence: "transcribed" }),
  contradictedBy: null,
  ...change,
});
const STANDARD = card({ id: "acme/nano@acme", prices: Prices.decode({ input: "0.2", output: "1.2" }), confirmedBy: witness });
const BATCH = card({
  id: "acme/nano@acme;tier=batch",
  tier: "batch",
  age: "aging",
  prices: Prices.decode({ input: "0.1", output: "0.6" }),
});

test.each<[string, Partial<Card>, Partial<Card>, number | null, Card["age"]]>([
  ["of one page and day, at the stated half", {}, {}, 5_000, "fresh"],
  ["whose standard price nothing shows any more", { age: "aging" }, {}, 5_000, "aging"],
  ["of another page", {}, { restsOn: { ...page, url: "https://acme.example/batch" } }, 5_000, "aging"],
  ["of another day", {}, { restsOn: { ...page, readAt: "2026-10-01T00:00:00Z" } }, 5_000, "aging"],
  ["of a platform that states no share", {}, {}, null, "aging"],
  ["at another share than the stated one", {}, {}, 6_000, "aging"],
  ["without an output price", {}, { prices: Prices.decode({ input: "0.1" }) }, 5_000, "aging"],
  ["of another region than any standard card", {}, { region: "eu" }, 5_000, "aging"],
  ["that is older than aging", {}, { age: "expired" }, 5_000, "expired"],
  ["that one catalogue reports", {}, { evidence: "reported" }, 5_000, "aging"],
])("a batch card %s", (_, standard, batch, share, age) => {
  const [, kept] = keptWithStandard([card({ ...STANDARD, ...standard }), card({ ...BATCH, ...batch })], () => share);
  expect(kept?.age).toBe(age);
});

test("what keeps the standard card is named for the batch card too", () => {
  expect(keptWithStandard([STANDARD, BATCH], () => 5_000)[1]?.confirmedBy).toBe(witness);
});

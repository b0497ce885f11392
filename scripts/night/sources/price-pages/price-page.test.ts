import { describe, expect, test } from "vitest";
import { MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import { cardLines, parsePage } from "../../../../tests/builders/a-price-page.ts";
import type { Body, Io } from "../source.ts";
import { type PagePriceCard, pricePage } from "./price-page.ts";

const usd = (dollars: number) => MicroUsdPerMTok.parse(dollars * 1_000_000);
const card = (differs: Partial<PagePriceCard> = {}): PagePriceCard => ({
  upstreamId: "nano",
  tier: "standard",
  prices: { input: usd(1), output: usd(2) },
  gaps: {},
  conditions: [],
  ...differs,
});
const page = (cards: readonly PagePriceCard[]) =>
  pricePage({
    id: "groq-pricing",
    url: "https://acme.example/pricing.md",
    platform: "acme",
    tiers: ["standard"],
    readCards: () => cards,
  });
const ioWith = (body: Body | null): Io => ({
  getJson: () => Promise.reject(new Error("a price page is text")),
  getText: () => Promise.resolve(body),
  recordedUrls: () => null,
});

describe("a price page", () => {
  test("gives first-hand readings dated by its body", () => {
    expect(parsePage(page([card()]), "").readings[0]).toMatchObject({
      key: { platform: "acme", host: null, region: null, tier: "standard" },
      source: { id: "groq-pricing", url: "https://acme.example/pricing.md", readAt: "2026-08-22T04:00:00Z", hand: "first" },
    });
  });

  test("that a recording does not have is not read", async () => {
    expect(await page([card()]).read(ioWith(null))).toEqual([]);
  });

  test("counts a card printed twice once", () => {
    expect(parsePage(page([card(), card()]), "")).toMatchObject({ readings: { length: 1 }, skipped: [] });
  });

  test("keeps the first of two prices for one offer and reports the second", () => {
    const parsed = parsePage(page([card(), card({ prices: { input: usd(9), output: usd(9) } })]), "");
    expect(cardLines(parsed)).toEqual(["nano: input 1, output 2"]);
    expect(parsed.skipped).toEqual([{ subject: "nano", why: "second price on the same page" }]);
  });

  test.each([
    ["without any card", []],
    ["that lost a tier it always had", [card({ tier: "batch" })]],
  ])("%s throws instead of reading nothing", (_, cards) => {
    expect(() => parsePage(page(cards), "")).toThrow(
      "https://acme.example/pricing.md: no table of the page prices standard any more",
    );
  });

  test("that is no text throws", () => {
    expect(() => parsePage(page([card()]), { prices: [] })).toThrow("the page is no text");
  });
});

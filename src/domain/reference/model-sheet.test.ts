import { describe, expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { ListPrice } from "../offer/list-price.ts";
import { DEFAULT_RANK_OPTIONS } from "../ranking/cheapest.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import { modelSheet } from "./model-sheet.ts";

const SELLERS = new Map([
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"] })],
  ["hostly", aSeller()],
]);
const list = (overrides = {}) => anOffer({ platform: "acme", prices: { input: "4", output: "8" }, ...overrides });
const past = { listPrices: [], secondsOf: () => [] };
const sheetOf = (...offers: readonly AssessedOffer[]) =>
  modelSheet({ model: aModel(), offers, past }, aWorkload(), SELLERS, DEFAULT_RANK_OPTIONS);

describe("a model's sheet", () => {
  test("orders offers by landed month and compares each with the maker's own price", () => {
    const { rows, reference, cheapest } = sheetOf(
      list(),
      anOffer({ prices: { input: "3", output: "8" } }),
      anOffer({ platform: "other", prices: {} }),
    );
    expect(rows.map(({ offer }) => offer.platform)).toEqual(["hostly", "acme", "other"]);
    expect(rows.map(({ deltas }) => deltas?.bps.input)).toEqual([-2500, 0, null]);
    expect([reference?.kind, cheapest?.offer.platform]).toEqual(["list", "hostly"]);
  });

  test("compares an offer read before the list price changed with the list price of its own day, and says so", () => {
    const older = anOffer({
      prices: { input: "5", output: "8" },
      source: { ...anOffer().source, readAt: "2026-08-08T00:00:00Z" },
    });
    const row = ListPrice.parse({
      platform: "acme",
      upstreamId: "nano",
      tier: "standard",
      prices: { input: "5", output: "8" },
      validFrom: null,
      validTo: "2026-08-21",
      sourceUrl: "https://acme.example/pricing",
      observedOn: "2026-08-01",
      confidence: "high",
    });
    const { rows } = modelSheet(
      {
        model: aModel(),
        offers: [list({ effectiveFrom: "2026-08-21" }), older],
        past: { ...past, listPrices: [row] },
      },
      aWorkload(),
      SELLERS,
      DEFAULT_RANK_OPTIONS,
    );
    const compared = rows.find(({ offer }) => offer.platform === "hostly");
    expect([compared?.deltas?.bps.input, compared?.comparedOn]).toEqual([0, "2026-08-08"]);
  });

  test("gives a condition its own difference: against the list's same condition, else its base", () => {
    const tier = (input: string) => ({ conditions: [{ promptTokensAbove: 200_000, prices: { input } }] });
    const inputs = (...offers: readonly AssessedOffer[]) =>
      sheetOf(...offers)
        .rows.find(({ offer }) => offer.platform === "hostly")
        ?.conditions.map(({ deltas }) => deltas?.bps.input);
    expect(inputs(list(tier("8")), anOffer(tier("6")))).toEqual([-2500]);
    expect(inputs(list(), anOffer(tier("6")))).toEqual([5000]);
  });

  test("has no reference where nothing is priced", () => {
    const { reference, rows, cheapest } = sheetOf(anOffer({ prices: {} }));
    expect([reference, rows[0]?.deltas, cheapest]).toEqual([null, null, null]);
  });

  test("tells what long prompts cost where nothing is there to compare with", () => {
    const { reference, rows } = sheetOf(
      anOffer({ status: "held", conditions: [{ promptTokensAbove: 200_000, prices: { input: "8" } }] }),
    );
    expect(reference).toBeNull();
    expect(rows[0]?.conditions).toMatchObject([{ prices: { input: 8_000_000 }, deltas: null }]);
  });
});

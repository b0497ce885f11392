import { describe, expect, test } from "vitest";
import type { ListPrice } from "../../../src/domain/offer/list-price.ts";
import { aListPrice } from "../../../tests/builders/a-list-price.ts";
import { listPrices } from "./list-prices.ts";

const onDay = (rows: readonly ListPrice[], asOf: string) => listPrices({ rows, asOf }).parse([]);

describe("list prices", () => {
  test.each([
    ["with open ends", {}, 1],
    ["from that very day", { validFrom: "2026-08-22" }, 1],
    ["from the day after", { validFrom: "2026-08-23" }, 0],
    ["until the day before", { validTo: "2026-08-22" }, 0],
    ["until the day itself", { validTo: "2026-08-23" }, 1],
    ["of a model shut down that day", { retiresOn: "2026-08-22" }, 0],
    ["of a model that will be shut down", { retiresOn: "2026-08-23" }, 1],
  ])("a row %s is read on 2026-08-22 or not", (_, differs, readings) => {
    expect(onDay([aListPrice(differs)], "2026-08-22").readings).toHaveLength(readings);
  });

  test("each reading names the page it was read on, and when", () => {
    expect(onDay([aListPrice()], "2026-08-22").readings[0]?.source).toEqual({
      id: "list-prices",
      url: "https://acme.example/pricing",
      readAt: "2026-08-01T00:00:00Z",
      hand: "first",
    });
  });

  test("a row only reported by others is second-hand", () => {
    expect(onDay([aListPrice({ confidence: "medium" })], "2026-08-22").readings[0]?.source.hand).toBe("second");
  });

  test("the card keeps its conditions, its tier and the day it began", () => {
    const windowed = aListPrice({
      tier: "batch",
      validFrom: "2026-08-16",
      conditions: [{ promptTokensAbove: 272_000, prices: { input: "2" } }],
    });
    expect(onDay([windowed], "2026-08-22").readings[0]).toMatchObject({
      key: { platform: "acme", host: null, tier: "batch" },
      effectiveFrom: "2026-08-16",
      prices: { input: 1_000_000, output: 2_000_000 },
      conditions: [{ promptTokensAbove: 272_000, prices: { input: 2_000_000 } }],
    });
  });

  test("a row keeps the name to call by, and says its model where the name is another version’s", () => {
    const [moved, plain] = onDay([aListPrice({ model: "acme/nano-0813" }), aListPrice()], "2026-08-22").readings;
    expect(moved).toMatchObject({ upstreamId: "nano", model: "acme/nano-0813" });
    expect(plain).toMatchObject({ upstreamId: "nano", model: null });
  });

  test("what is not read is counted with a reason", () => {
    const { skipped } = onDay(
      [aListPrice({ validTo: "2026-08-01" }), aListPrice({ upstreamId: "mega", validFrom: "2027-01-01" })],
      "2026-08-22",
    );
    expect(skipped).toEqual([
      { subject: "acme/nano", why: "list price of an earlier day" },
      { subject: "acme/mega", why: "list price of a later day" },
    ]);
  });

  test("the network is left alone", async () => {
    const closed = () => Promise.reject(new Error("no network"));
    const source = listPrices({ rows: [aListPrice()], asOf: "2026-08-22" });
    expect(await source.read({ getJson: closed, getText: closed, recordedUrls: () => null })).toEqual([]);
  });
});

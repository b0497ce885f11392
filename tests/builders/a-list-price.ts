import type { z } from "zod";
import { ListPrice } from "../../src/domain/offer/list-price.ts";

/** A row of `list-prices.json` as it is written: nano at Acme, $1 in and $2 out, read on the 1st of August 2026. */
export const aListPriceRow = (differs: Partial<z.input<typeof ListPrice>> = {}): z.input<typeof ListPrice> => ({
  platform: "acme",
  upstreamId: "nano",
  tier: "standard",
  prices: { input: "1", output: "2" },
  validFrom: null,
  validTo: null,
  sourceUrl: "https://acme.example/pricing",
  observedOn: "2026-08-01",
  confidence: "high",
  ...differs,
});

/** The same, read. */
export const aListPrice = (differs: Partial<z.input<typeof ListPrice>> = {}): ListPrice =>
  ListPrice.parse(aListPriceRow(differs));

import type { Workload } from "../../src/domain/cost/workload.ts";
import type { Seller } from "../../src/domain/offer/seller.ts";
import { DEFAULT_RANK_OPTIONS } from "../../src/domain/ranking/cheapest.ts";
import { type ModelSheet, modelSheet } from "../../src/domain/reference/model-sheet.ts";
import { aModel } from "./a-model.ts";
import { aWorkload } from "./a-workload.ts";
import { anOffer, type OfferOverrides } from "./an-offer.ts";

const seller = (name: string, kind: Seller["kind"], listMakers: readonly string[] = []): Seller => ({
  name,
  kind,
  listMakers,
  fees: null,
});

/** Acme sells its own models; OpenRouter routes; the rest host. */
export const SELLERS = new Map([
  ["acme", seller("Acme", "direct", ["acme"])],
  ["openrouter", seller("OpenRouter", "router")],
  ["flo2", seller("flo2", "byok")],
]);

/** The sheet of a model from its offers: Acme's nano model, for a million tokens in and half a million out, unless said. */
export function aSheet(
  offers: readonly OfferOverrides[],
  model: Parameters<typeof aModel>[0] = {},
  workload: Workload = aWorkload({ outputTokens: 500 }),
): ModelSheet {
  const fullModel = aModel(model);
  return modelSheet(
    {
      model: fullModel,
      offers: offers.map((offer) => anOffer({ model: fullModel.id, ...offer })),
      past: { listPrices: [], secondsOf: () => [] },
    },
    workload,
    SELLERS,
    DEFAULT_RANK_OPTIONS,
  );
}

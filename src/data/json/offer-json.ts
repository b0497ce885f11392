import { readDecimal } from "../../domain/money/decimal.ts";
import type { MicroUsdPerMTok } from "../../domain/money/money.ts";
import type { Condition, PromptCondition, WindowCondition } from "../../domain/offer/condition.ts";
import type { Prices } from "../../domain/offer/meter.ts";
import { type NamesById, withNames } from "../../domain/offer/seller-names.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import type { ModelJson } from "./schema/offer-schema.ts";

type OfferJson = ModelJson["offers"][number];
type ConditionJson = OfferJson["conditions"][number];

/** A model's offers from its public JSON, in its order; for the browser, so without a schema. */
export function offersOfJson({ model, offers }: ModelJson, names: NamesById): readonly AssessedOffer[] {
  return offers.map((offer) => {
    const { deltaBps, reference, comparedOn, prices, conditions, assumedTiers, assumedWindows, billed, ...rest } = offer;
    const sold = {
      ...rest,
      model: model.id,
      prices: pricesOf(prices),
      conditions: conditions.map(conditionOf),
      assumedTiers: assumedTiers?.map((tier) => conditionOf(tier)),
      assumedWindows: assumedWindows?.map((window) => conditionOf(window)),
      changedAt: null,
      ...(billed === null ? {} : { billed: { ...billed, prices: billed.prices === null ? null : pricesOf(billed.prices) } }),
    };
    return withNames(sold, names);
  });
}

function conditionOf(condition: Extract<ConditionJson, Pick<PromptCondition, "promptTokensAbove">>): PromptCondition;
function conditionOf(condition: Extract<ConditionJson, Pick<WindowCondition, "utc">>): WindowCondition;
function conditionOf(condition: ConditionJson): Condition;
function conditionOf(condition: ConditionJson): Condition {
  const prices = pricesOf(condition.prices);
  const carried = condition.source === undefined ? { prices } : { prices, source: condition.source };
  return "promptTokensAbove" in condition
    ? { promptTokensAbove: condition.promptTokensAbove, ...carried }
    : { utc: condition.utc, days: condition.days, ...carried };
}

/** `{ input: "0.6", output: null }` → `{ input: 600_000 }`. */
function pricesOf(texts: Readonly<Record<string, string | null | undefined>>): Prices {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([meter, text]) => {
      const micro = text == null ? null : readDecimal(text, 6);
      return micro !== null && isMicroUsdPerMTok(micro) ? [[meter, micro]] : [];
    }),
  );
}

/** The brand of `MicroUsdPerMTok`, where no schema gives it. */
export const isMicroUsdPerMTok = (micro: number): micro is MicroUsdPerMTok => Number.isSafeInteger(micro) && micro >= 0;

import { Condition } from "../../src/domain/offer/condition.ts";
import { Prices } from "../../src/domain/offer/meter.ts";
import type { Offer, OfferKey } from "../../src/domain/offer/offer.ts";
import { offerId } from "../../src/domain/offer/offer-id.ts";
import type { SourceRef } from "../../src/domain/source/reading.ts";

interface PromptCard {
  readonly promptTokensAbove: number;
  readonly prices: Readonly<Record<string, string>>;
  readonly source?: SourceRef;
}

interface WindowCard {
  readonly utc: readonly [string, string];
  readonly days?: readonly string[] | null;
  readonly prices: Readonly<Record<string, string>>;
}

export interface OfferOverrides extends Partial<Omit<Offer, "prices" | "conditions">> {
  /** Decimal text, dollars per million tokens. */
  readonly prices?: Readonly<Record<string, string>>;
  readonly conditions?: readonly (PromptCard | WindowCard)[];
}

const KEY: OfferKey = { platform: "hostly", host: null, region: null, tier: "standard", quantization: null, variant: null };

/** Acme's nano model at Hostly for $1/$2, standard tier; say what differs. The id follows the key. */
export function anOffer({ prices, conditions, ...rest }: OfferOverrides = {}): Offer {
  const offer = {
    model: "acme/nano",
    ...KEY,
    regionGroup: null,
    upstreamId: "nano",
    contextTokens: null,
    maxOutputTokens: null,
    gaps: {},
    unitPrices: {},
    discountBps: null,
    unreadMeters: [],
    status: "current" as const,
    retiresOn: null,
    source: {
      id: "groq-pricing" as const,
      url: "https://example.com/prices",
      readAt: "2026-08-22T12:00:00Z",
      hand: "first" as const,
    },
    meterSources: {},
    heldBecause: null,
    effectiveFrom: null,
    changedAt: null,
    note: null,
    ...rest,
    prices: Prices.decode(prices ?? { input: "1", output: "2" }),
    conditions: (conditions ?? []).map(readCondition),
  };
  return { ...offer, id: rest.id ?? offerId(offer.model, offer) };
}

function readCondition(condition: PromptCard | WindowCard): Condition {
  return "utc" in condition ? Condition.parse({ days: null, ...condition }) : Condition.parse(condition);
}

import { Condition } from "../../src/domain/offer/condition.ts";
import { Prices } from "../../src/domain/offer/meter.ts";
import type { Offer, OfferKey } from "../../src/domain/offer/offer.ts";
import { offerId } from "../../src/domain/offer/offer-id.ts";
import type { AssessedOffer } from "../../src/domain/source/assessed-offer.ts";
import type { SourceRef } from "../../src/domain/source/source-ref.ts";

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

export interface OfferOverrides extends Partial<Omit<AssessedOffer, "prices" | "conditions">> {
  readonly prices?: Cards["prices"];
  readonly conditions?: Cards["conditions"];
}

interface Cards {
  /** Decimal text, dollars per million tokens. */
  readonly prices?: Readonly<Record<string, string>> | undefined;
  readonly conditions?: readonly (PromptCard | WindowCard)[] | undefined;
}

const KEY: OfferKey = { platform: "hostly", host: null, region: null, tier: "standard", quantization: null, variant: null };

/** Acme's nano model at Hostly for $1/$2, standard tier, read today on Hostly's page; say what differs. The id and the names follow the key. */
export function anOffer(overrides: OfferOverrides = {}): AssessedOffer {
  const {
    evidence = "own",
    age = "fresh",
    via = null,
    confirmedBy = null,
    doubts = [],
    platformName,
    hostName,
    ...stored
  } = overrides;
  const offer = aStoredOffer(stored);
  const names = { platformName: platformName ?? offer.platform, hostName: hostName ?? offer.host };
  return { ...offer, ...names, evidence, age, via, confirmedBy, doubts, restsOn: overrides.restsOn ?? offer.source };
}

/** The same as the files have it: what is derived when they are loaded is not there. */
export function aStoredOffer({ prices, conditions, ...rest }: Partial<Omit<Offer, "prices" | "conditions">> & Cards = {}): Offer {
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

import { CLOUDS } from "../../../src/domain/platform/clouds.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { type LeftoverRule, SOURCE_IDS, type SourceId, sourceFacts } from "../../../src/domain/source/sources.ts";
import type { MatchedReading } from "../merge/precedence.ts";
import { rowOfferId } from "../merge/row-offer.ts";

export interface DroppedLeftovers {
  readonly matched: readonly MatchedReading[];
  readonly findings: readonly Finding[];
}

/** Which rows of a source are left out, and what the report says of them. */
interface Rule {
  /** `others`: everybody else's rows that prove a sale. */
  leftovers(sourceReadings: readonly MatchedReading[], others: readonly MatchedReading[]): readonly MatchedReading[];
  readonly says: string;
}

const RULES = {
  /**
   * LiteLLM keeps rows of models their platforms stopped selling long ago (268 at Fireworks, 54 at DeepInfra on 2026-08-21). Where another
   * source reads the same platform and does not list the model, its row is no offer. The clouds are LiteLLM's own ground and stay.
   */
  unlistedElsewhere: {
    leftovers: (sourceReadings, others) => {
      const platforms = new Set(others.map(({ reading }) => reading.key.platform));
      const sold = new Set(others.map(placeOf));
      return sourceReadings.filter(
        (row) => !CLOUDS.has(row.reading.key.platform) && platforms.has(row.reading.key.platform) && !sold.has(placeOf(row)),
      );
    },
    says: "whose platform another source reads without them",
  },
  /** genai-prices names retired families too, to price old bills. */
  unpricedElsewhere: {
    leftovers: (sourceReadings, others) => {
      const priced = new Set(others.filter(({ reading }) => Object.keys(reading.prices).length > 0).map(offerOf));
      return sourceReadings.filter((row) => !priced.has(offerOf(row)));
    },
    says: "that no other source prices as the same offer",
  },
  /** Two family ids of one model at two prices: which is meant is not known. */
  pricedTwice: {
    leftovers: (sourceReadings) => {
      const rows = Map.groupBy(sourceReadings, offerOf);
      return sourceReadings.filter((row) => new Set((rows.get(offerOf(row)) ?? []).map(priceText)).size > 1);
    },
    says: "which it prices twice",
  },
} as const satisfies Record<LeftoverRule, Rule>;

/** A source whose rows need another's price beside them proves no sale. */
const provesSale = (id: SourceId): boolean => !sourceFacts(id).leftovers.includes("unpricedElsewhere");

/** Rows that a rule says are no offers, and no second readings either, are left out; a note counts them. */
export function dropLeftovers(matched: readonly MatchedReading[]): DroppedLeftovers {
  const rules = SOURCE_IDS.flatMap((source) => sourceFacts(source).leftovers.map((rule) => ({ source, rule: RULES[rule] })));
  return rules.reduce<DroppedLeftovers>((kept, { source, rule }) => apply(kept, source, rule), { matched, findings: [] });
}

function apply({ matched, findings }: DroppedLeftovers, source: SourceId, rule: Rule): DroppedLeftovers {
  const isOwn = ({ reading }: MatchedReading) => reading.source.id === source;
  const leftovers = new Set(
    rule.leftovers(
      matched.filter(isOwn),
      matched.filter((row) => !isOwn(row) && provesSale(row.reading.source.id)),
    ),
  );
  if (leftovers.size === 0) return { matched, findings };
  return {
    matched: matched.filter((row) => !leftovers.has(row)),
    findings: [...findings, finding(source, rule, [...leftovers])],
  };
}

const placeOf = ({ model, reading }: MatchedReading): string => `${model}@${reading.key.platform}`;
const offerOf = ({ model, reading }: MatchedReading): string => rowOfferId(model, reading.key);
const priceText = ({ reading }: MatchedReading): string => JSON.stringify([reading.prices, reading.conditions]);

function finding(source: SourceId, { says }: Rule, leftovers: readonly MatchedReading[]): Finding {
  const places = new Set(leftovers.map(placeOf));
  const detail = `${leftovers.length} rows of ${places.size} models ${says}: left out`;
  return { rule: "leftoverRows", action: "note", scope: "source", subject: source, detail };
}

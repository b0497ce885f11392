import { readCuratedTables } from "../../src/data/curated-tables.ts";
import { doubtContext } from "../../src/domain/doubt/doubt-context.ts";
import type { DoubtableOffer } from "../../src/domain/doubt/priced-row.ts";
import { Prices } from "../../src/domain/offer/meter.ts";
import { Tier } from "../../src/domain/offer/offer.ts";
import { AGE_CLASSES } from "../../src/domain/source/age-class.ts";
import { EVIDENCE } from "../../src/domain/source/evidence-class.ts";
import { anOffer } from "./an-offer.ts";

/** The rules' own tables: who sells, who hosts, which currencies. */
export const CURATED_DOUBTS = doubtContext({ asOf: "2026-11-20", ...readCuratedTables("data/curated") });

/**
 * One line an offer: `"openrouter:deepinfra own expired 0.02/0.03"`, `"azure;region=eu reported fresh 1/6 cacheRead=0.1"`. Input and output in
 * dollars per million tokens; of the standard tier unless `;tier=batch` is said.
 */
export function aDoubtableOffer(model: string, line: string): DoubtableOffer {
  const [place = "", evidence, age, pair = "", ...meters] = line.split(" ");
  const [seller = "", ...parts] = place.split(";");
  const [platform = "", host = null] = seller.split(":");
  const key = Object.fromEntries(parts.map((part) => part.split("=")));
  const [input = "", output = ""] = pair.split("/");
  const prices = Prices.decode({ input, output, ...Object.fromEntries(meters.map((meter) => meter.split("="))) });
  const offer = anOffer({
    model,
    platform,
    host,
    region: key["region"] ?? null,
    variant: key["variant"] ?? null,
    quantization: key["quant"] ?? null,
    tier: Tier.parse(key["tier"] ?? "standard"),
  });
  return { ...offer, prices, evidence: oneOf(EVIDENCE, evidence), age: oneOf(AGE_CLASSES, age), contradictedBy: null };
}

function oneOf<Word extends string>(words: readonly Word[], text: string | undefined): Word {
  const word = words.find((each) => each === text);
  if (word === undefined) throw new Error(`${text ?? "nothing"} is none of ${words.join(", ")}`);
  return word;
}

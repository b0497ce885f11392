import type { Mutant } from "./mutant.ts";

/** Seven bugs that once passed the build, the page rules and nearly every browser test. `npm test` sees that each is found. */
export const NAMED: readonly Mutant[] = [
  {
    bug: "cache read and cache write change places in the offer table",
    file: "src/features/model/offer-columns.ts",
    from: '"Cached input", "cacheRead"),\n  meterColumn("cache-write", "Cache writes", "cacheWrite5m")',
    to: '"Cached input", "cacheWrite5m"),\n  meterColumn("cache-write", "Cache writes", "cacheRead")',
    tests: ["tests/contract/cells/model-page.test.ts"],
  },
  {
    bug: "input and output change places in models.json",
    file: "src/data/json/api-json.ts",
    from: "{ input: priceText(reference.prices.input), output: priceText(reference.prices.output) }",
    to: "{ input: priceText(reference.prices.output), output: priceText(reference.prices.input) }",
    tests: ["tests/contract/public-values.test.ts"],
  },
  {
    bug: "openWeights is gone from models.json",
    file: "src/data/json/api-json.ts",
    from: "    contextTokens,\n    openWeights,\n    inputModalities,\n    outputModalities,\n    list:",
    to: "    contextTokens,\n    inputModalities,\n    outputModalities,\n    list:",
    tests: ["tests/contract/public-files.test.ts"],
  },
  {
    bug: "heldSince has another name in index.json",
    file: "src/data/json/api-json.ts",
    from: "heldSince: hold?.since",
    to: "holdSince: hold?.since",
    tests: ["tests/contract/public-files.test.ts"],
  },
  {
    bug: "the offers are sorted by cache writes where cache reads are asked for",
    file: "src/features/model/offer-columns.ts",
    from: "priceKey(offer.prices[meter])",
    to: 'priceKey(offer.prices[meter === "cacheRead" ? "cacheWrite5m" : meter])',
    tests: ["src/features/model/offer-order.test.ts"],
  },
  {
    bug: "what may not win is told as asking the same as the cheapest",
    file: "src/site/words/answer.ts",
    from: "ineligible === why && offer.evidence",
    to: "offer.evidence",
    tests: ["src/site/words/answer.test.ts"],
  },
  {
    bug: "the dollars of a difference are the output's where the input's are meant",
    file: "src/table/price-cells.ts",
    from: 'deltas.microUsdPerMTok[input === null ? "output" : "input"]',
    to: 'deltas.microUsdPerMTok[input === null ? "input" : "output"]',
    tests: ["tests/contract/cells/model-page.test.ts"],
  },
];

import type { Mutant } from "./mutant.ts";

const PROGRAM = ["packages/cli/tests/program.test.ts"];

/** Bugs in the package for the command line. */
export const CLI: readonly Mutant[] = [
  {
    bug: "a price that one catalogue alone reports stands among the confirmed",
    file: "packages/cli/src/answers/offer-row.ts",
    from: "if (isUnconfirmed(offer)) return",
    to: "if (offer.doubts.length > 0) return",
    tests: PROGRAM,
  },
  {
    bug: "a price counts for the day after its last",
    file: "packages/cli/src/answers/price.ts",
    from: "firstDay <= day && day <= lastDay",
    to: "firstDay <= day",
    tests: PROGRAM,
  },
  {
    bug: "an unknown price ends like a known one",
    file: "packages/cli/src/program.ts",
    from: "if (answer.confirmed.length === 0) end(EXIT.unknown);",
    to: "if (answer.confirmed.length === -1) end(EXIT.unknown);",
    tests: PROGRAM,
  },
  {
    bug: "a call whose prompt is long is billed like a short one",
    file: "packages/cli/src/answers/usage-mix.ts",
    from: "inputTokens / count > least",
    to: "inputTokens / count > Infinity",
    tests: ["packages/cli/tests/usage-cost.test.ts"],
  },
  {
    bug: "what the site said yesterday is never asked for again",
    file: "packages/cli/src/site/web-files.ts",
    from: "const FRESH_MS = 10 * 60_000;",
    to: "const FRESH_MS = 10e9 * 60_000;",
    tests: ["packages/cli/tests/web-files.test.ts"],
  },
  {
    bug: "an old answer is shown without a word where the site does not answer",
    file: "packages/cli/src/site/web-files.ts",
    from: "warn(`${url} could not be read",
    to: "void (`${url} could not be read",
    tests: ["packages/cli/tests/web-files.test.ts"],
  },
  {
    bug: "a price may be twice as far off as was asked",
    file: "packages/cli/src/answers/check.ts",
    from: "> maxDriftPercent + 1e-9",
    to: "> 2 * maxDriftPercent + 1e-9",
    tests: PROGRAM,
  },
  {
    bug: "a check that found a price too far off ends like one that found none",
    file: "packages/cli/src/program.ts",
    from: "if (drift > 0) end(EXIT.drift);",
    to: "if (drift < 0) end(EXIT.drift);",
    tests: PROGRAM,
  },
  {
    bug: "LiteLLM's dollars per token are read as dollars per million",
    file: "packages/cli/src/prices/price-map.ts",
    from: "pricesOf(fromUsdPerToken,",
    to: "pricesOf(fromUsdPerMTok,",
    tests: PROGRAM,
  },
  {
    bug: "a region that nobody names is every region",
    file: "packages/cli/src/answers/offer-row.ts",
    from: "regionGroup(offer.region) === region)",
    to: "offer.region === null)",
    tests: PROGRAM,
  },
  {
    bug: "a bill says nothing of how often the calls are made",
    file: "packages/cli/src/answers/usage-mix.ts",
    from: "times * calls.reduce(",
    to: "calls.reduce(",
    tests: ["packages/cli/tests/usage-cost.test.ts"],
  },
  {
    bug: "input and output change places where models stand side by side on the command line",
    file: "packages/cli/src/output/answer-text.ts",
    from: `perMTokText(cheapest.prices["input"]),
            perMTokText(cheapest.prices["output"]),`,
    to: `perMTokText(cheapest.prices["output"]),
            perMTokText(cheapest.prices["input"]),`,
    tests: ["packages/cli/tests/answer-text.test.ts"],
  },
];

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { Prices } from "../offer/meter.ts";
import type { SecondReading } from "../offer/offer.ts";
import type { Mirror } from "../platform/mirror.ts";
import { knownPrice } from "./evidence.ts";
import { EVIDENCE, isFirstHand } from "./evidence-class.ts";
import { isCatalogue, SOURCE_IDS, type SourceId } from "./sources.ts";

const AS_OF = "2026-11-20";
/** models.dev copies Mirrorly by program; nobody copies Hostly. */
const mirror: Mirror = {
  platform: "mirrorly",
  source: "models.dev",
  api: "https://api.mirrorly.example/models",
  meters: ["input", "output"],
  tiers: "copied",
  zeroMeans: "free",
  currency: "USD",
  sourceUrl: "https://example.com/mirrorly.ts",
  checkedOn: "2026-11-28",
};
const context = { asOf: AS_OF, mirrors: [mirror] };

/** `"models.dev 11-18 1/2"`: a source, a day of 2026 and its price; 1/2 where none is said. */
function readingOf(text: string) {
  const [name = "", day = "", price = "1/2"] = text.split(" ");
  const id = SOURCE_IDS.find((each) => each === name) ?? unknown(name);
  const [input = "1", output = "2"] = price.split("/");
  const hand = isCatalogue(id) ? ("second" as const) : ("first" as const);
  return {
    source: { id, url: `https://${id}.example/`, readAt: `2026-${day}T00:00:00Z`, hand },
    prices: { input, output },
  };
}

const unknown = (name: string): SourceId => {
  throw new Error(`no source ${name}`);
};

const secondOf = (text: string): SecondReading => {
  const { source, prices } = readingOf(text);
  return { offer: "any", source, prices: Prices.decode(prices), conditions: [], changedAt: null };
};

const known = (platform: string, row: string, seconds: readonly string[], change: OfferOverrides = {}) =>
  knownPrice(anOffer({ platform, ...readingOf(row), ...change }), seconds.map(secondOf), context);

/** `"mirror fresh, models.dev"`: evidence, age and what it rests on. */
const evidenceOf = (...question: Parameters<typeof known>) => {
  const { evidence, age, restsOn } = known(...question);
  return `${evidence} ${age}, ${restsOn.id}`;
};

describe("the evidence of one reading is", () => {
  test.each([
    ["hostly", "groq-pricing 11-18", "own fresh, groq-pricing"],
    ["hostly", "list-prices 11-01", "transcribed fresh, list-prices"],
    ["hostly", "models.dev 11-18", "reported fresh, models.dev"],
    ["mirrorly", "models.dev 11-18", "mirror fresh, models.dev"],
    ["mirrorly", "pi-ai 11-18", "mirror fresh, pi-ai"],
    ["mirrorly", "litellm 11-18", "reported fresh, litellm"],
    ["mirrorly", "models.dev 09-30", "mirror aging, models.dev"],
    ["hostly", "models.dev 09-01", "reported expired, models.dev"],
  ])("at %s, %s: %s", (platform, row, expected) => {
    expect(evidenceOf(platform, row, [])).toBe(expected);
  });

  test("that of the weakest where another source fills in the output", () => {
    const fill = { meterSources: { output: readingOf("litellm 11-10").source } };
    expect(evidenceOf("hostly", "groq-pricing 11-18", [], fill)).toBe("reported fresh, litellm");
    const cached = { meterSources: { cacheRead: readingOf("litellm 11-10").source } };
    expect(evidenceOf("hostly", "groq-pricing 11-18", [], cached)).toBe("own fresh, groq-pricing");
  });
});

describe("two catalogues", () => {
  test.each([
    ["models.dev 11-18", "litellm 11-10", "corroborated fresh, models.dev", "they copy nothing of each other"],
    ["models.dev 11-18", "pi-ai 11-20", "reported fresh, pi-ai", "pi-ai is made from models.dev"],
    ["litellm 11-18", "genai-prices 11-18", "reported fresh, litellm", "genai-prices took LiteLLM's"],
    ["genai-prices 11-18", "models.dev 11-18", "corroborated fresh, genai-prices", "they copy nothing of each other"],
    ["models.dev 11-18", "litellm 10-10", "corroborated fresh, models.dev", "the older last word is the same"],
    ["models.dev 09-30", "litellm 10-10", "corroborated aging, litellm", "both are past their budgets"],
    ["models.dev 11-18", "litellm 11-10 1.004/2", "corroborated fresh, models.dev", "0.4 % is rounding"],
    ["models.dev 11-18", "litellm 11-10 1.006/2", "reported fresh, models.dev", "0.6 % is not"],
    ["models.dev 11-18", "litellm 11-10 1/2.1", "reported fresh, models.dev", "the output differs"],
  ])("%s and %s: %s, for %s", (row, second, expected) => {
    expect(evidenceOf("hostly", row, [second])).toBe(expected);
  });

  test("of which one copies the platform's API say more than two that agree", () => {
    expect(evidenceOf("mirrorly", "models.dev 11-18", ["litellm 11-18"])).toBe("mirror fresh, models.dev");
    expect(evidenceOf("mirrorly", "litellm 11-18", ["models.dev 11-18"])).toBe("mirror fresh, models.dev");
  });

  test("that name no output agree on nothing", () => {
    const { evidence } = known("hostly", "models.dev 11-18", ["litellm 11-18"], { prices: { input: "1" } });
    expect(evidence).toBe("reported");
  });
});

describe("first-hand words past their budget", () => {
  test.each([
    ["pi-ai 11-20", "list-prices 10-03", "transcribed fresh, list-prices", "a transcript stays while a catalogue shows the same"],
    ["list-prices 10-03", "pi-ai 11-20", "transcribed fresh, list-prices", "whichever is the row"],
    ["pi-ai 11-20 1/3", "list-prices 10-03", "reported fresh, pi-ai", "not while it shows another price"],
    ["models.dev 09-30", "list-prices 10-03", "transcribed aging, list-prices", "no catalogue of these days shows it"],
    ["models.dev 11-18", "groq-pricing 10-30", "own fresh, groq-pricing", "so does what the job read itself"],
  ])("%s and %s: %s, for %s", (row, second, expected) => {
    expect(evidenceOf("hostly", row, [second])).toBe(expected);
  });

  test("yield to a fresh copy of the same API, which says a newer day", () => {
    expect(evidenceOf("mirrorly", "pi-ai 11-20", ["openrouter-models 08-22"])).toBe("mirror fresh, pi-ai");
  });

  test("name the catalogue that keeps them", () => {
    expect(known("hostly", "pi-ai 11-20", ["list-prices 10-03"]).confirmedBy?.id).toBe("pi-ai");
    expect(known("hostly", "list-prices 11-10", ["pi-ai 11-20"]).confirmedBy).toBeNull();
  });
});

describe("a later reading that says otherwise", () => {
  test.each([
    ["hostly", "models.dev 09-30", ["litellm 10-20 1/9"], "reported expired, models.dev", "litellm"],
    ["hostly", "models.dev 09-30", ["litellm 09-20 1/9"], "reported aging, models.dev", undefined],
    ["hostly", "list-prices 11-01", ["pi-ai 11-20 1/9"], "transcribed fresh, list-prices", "pi-ai"],
    ["hostly", "list-prices 10-03", ["pi-ai 11-20", "litellm 10-20 1/9"], "transcribed fresh, list-prices", undefined],
    ["hostly", "groq-pricing 11-10", ["pi-ai 11-20 1/9"], "own fresh, groq-pricing", undefined],
    ["mirrorly", "models.dev 11-10", ["groq-pricing 11-15 1/9"], "mirror fresh, models.dev", "groq-pricing"],
  ])("at %s, %s against %j: %s", (platform, row, seconds, expected, by) => {
    expect(evidenceOf(platform, row, seconds)).toBe(expected);
    expect(known(platform, row, seconds).contradictedBy?.source.id).toBe(by);
  });
});

test("first-hand is what the platform itself said", () => {
  expect(EVIDENCE.filter(isFirstHand)).toEqual(["own", "transcribed"]);
});

test("one more reading that agrees never weakens the evidence of a fresh price", () => {
  const row = fc.constantFrom("groq-pricing 11-18", "list-prices 11-01", "models.dev 11-18", "litellm 11-18", "pi-ai 11-20");
  const strength = (...question: Parameters<typeof known>) => EVIDENCE.indexOf(known(...question).evidence);
  fc.assert(
    fc.property(
      fc.constantFrom("hostly", "mirrorly"),
      row,
      fc.array(row, { maxLength: 4 }),
      row,
      (platform, first, seconds, more) => {
        expect(strength(platform, first, [...seconds, more])).toBeLessThanOrEqual(strength(platform, first, seconds));
      },
    ),
  );
});

import { expect, test } from "vitest";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { plainText } from "../../site/words/answer.ts";
import { endNotes, leadText, modelAnswer, modelFacts, modelJsonLd, titleOf } from "./model-facts.ts";

const sheet = aSheet([
  {
    platform: "acme",
    prices: { input: "5", output: "25", cacheRead: "0.5", cacheWrite5m: "6.25" },
    conditions: [{ promptTokensAbove: 200_000, prices: { input: "10", output: "37.5" } }],
  },
  { platform: "acme", tier: "batch", prices: { input: "2.5", output: "12.5" } },
  { platform: "hostly", prices: { input: "4", output: "20" } },
]);

test("the facts of a model have the maker's whole card, each price under its own name", () => {
  const facts = Object.fromEntries(modelFacts(sheet, null));
  expect(facts).toMatchObject({
    "List price": "$5.00 in · $25.00 out",
    "Cached input": "$0.50, 90\u202f% less",
    "Cache writes": "$6.25",
    "Via Batch API": "$2.50 in · $12.50 out",
    "Prompts over 200K": "$10.00 in · $37.50 out",
    Quality: "not rated",
  });
});

test.each<[string, readonly (readonly [context: number | null, prompt?: number])[], string | undefined]>([
  [
    "at every seller",
    [
      [400_000, 272_000],
      [400_000, 272_000],
    ],
    "272K",
  ],
  ["at one seller, and another has less in all", [[400_000, 272_000], [128_000]], "272K"],
  ["at one seller alone", [[400_000, 272_000], [400_000]], undefined],
  ["at one seller, and nobody knows what another takes", [[400_000, 272_000], [null]], undefined],
  ["nowhere", [[400_000], [128_000]], undefined],
])("the longest prompt is a fact of the model where it is shorter than the context %s", (_, limits, fact) => {
  const rows = sheet.rows.slice(0, 2).map((row, at) => {
    const [contextTokens = null, maxInputTokens] = limits[at] ?? [];
    return { ...row, offer: { ...row.offer, contextTokens, maxInputTokens } };
  });
  expect(Object.fromEntries(modelFacts({ ...sheet, rows }, null))["Max prompt tokens"]).toBe(fact);
});

test("the batch card of another host is not the maker's", () => {
  const endpoint = { platform: "openrouter", host: "acme", prices: { input: "5", output: "25" } } as const;
  const batch = { platform: "openrouter", tier: "batch", prices: { input: "1", output: "2" } } as const;
  const labelsOf = (...batches: Parameters<typeof aSheet>[0]) =>
    modelFacts(aSheet([endpoint, ...batches]), null).map(([label]) => label);
  expect(labelsOf(batch, { ...batch, host: "hostly" })).not.toContain("Via Batch API");
  expect(labelsOf({ ...batch, host: "acme" })).toContain("Via Batch API");
});

test("machines are told the lowest and the highest input of the offers that may win", () => {
  expect(modelJsonLd(sheet)).toMatchObject({ offers: { lowPrice: "4", highPrice: "5", offerCount: 2, priceCurrency: "USD" } });
  expect(modelJsonLd(sheet)).toMatchObject({ offers: { description: "dollars per million input tokens" } });
});

test("a median of one host is of one host", () => {
  const labelsOf = (platforms: readonly string[]) =>
    modelFacts(aSheet(platforms.map((platform) => ({ platform }))), null).map(([label]) => label);
  expect(labelsOf(["a"])).toContain("Median of 1 host");
  expect(labelsOf(["a", "b"])).toContain("Median of 2 hosts");
});

test("what names no price is no price in the title", () => {
  const unpriced = { platform: "hostly", prices: {} };
  expect(titleOf(aSheet([{ platform: "acme" }, unpriced]))).toContain(": 1 price on 1 platform");
  expect(titleOf(aSheet([unpriced]))).toBe(aSheet([unpriced]).model.name);
});

test("a model that is only given away is said to be free, not only to have no price", () => {
  const free = { platform: "hostly", tier: "free", prices: { input: "0", output: "0" } } as const;
  const answerText = (offers: Parameters<typeof aSheet>[0]) => plainText(modelAnswer(aSheet(offers), "Chat"));
  expect(answerText([free])).toBe(
    "Free at hostly, with limits; confirmed by the platform, 22 Aug. No price is known that counts as cheapest.",
  );
  expect(answerText([free, { platform: "acme", age: "expired" }])).toMatch(/^No price was confirmed lately/);
  expect(answerText([free, { platform: "acme" }])).toMatch(/^Cheapest for chat is/);
});

test("who gives a model away stands above the answer, which another workload draws again", () => {
  const free = { platform: "hostly", tier: "free", prices: { input: "0", output: "0" } } as const;
  expect(leadText(aSheet([free]))).toBe("Free at hostly, with limits; confirmed by the platform, 22 Aug.");
  expect(leadText(aSheet([free, { platform: "acme" }]))).toBeNull();
});

test.each<[string, Parameters<typeof aSheet>[0], string | null]>([
  ["nobody prices it", [{ prices: {} }], "Its only offer is without a price by the token."],
  [
    "all are sold on a condition",
    [{ variant: "contributor" }, { platform: "b", variant: "contributor" }],
    "Its 2 offers are sold on a condition only.",
  ],
  [
    "each has a reason of its own",
    [
      { platform: "a", age: "expired", evidence: "reported" },
      { platform: "b", age: "expired", evidence: "reported" },
      { platform: "c", status: "held" },
    ],
    "Of its 3 offers 2 are too old to count, 1 is held back.",
  ],
  [
    "one gives it away, others sell it",
    [
      { platform: "a", variant: "contributor" },
      { platform: "b", tier: "free", prices: { input: "0", output: "0" } },
    ],
    "Of its 2 offers 1 is free, 1 is sold on a condition only.",
  ],
  [
    "one that gave it away no longer does, as a list says",
    [
      { platform: "a", variant: "contributor" },
      {
        platform: "b",
        tier: "free",
        prices: { input: "0", output: "0" },
        doubts: [{ rule: "noLongerServed", source: "models.dev" }],
      },
    ],
    "Of its 2 offers 1 is in doubt, 1 is sold on a condition only.",
  ],
  ["one may win", [{ prices: {} }, { platform: "b" }], null],
])("why no offer may win is said above the answer: %s", (_, offers, text) => {
  expect(leadText(aSheet(offers))).toBe(text);
});

test("a model that is billed by the song is not said to have no price", () => {
  const song = { platform: "hostly", prices: {}, unitPrices: { song: { amount: "0.08", per: "song" } } };
  const copied = { ...song, platform: "copied", evidence: "reported" } as const;
  expect(plainText(modelAnswer(aSheet([{ platform: "acme", prices: {} }, copied, song]), "Chat"))).toBe(
    "Not billed by the token: $0.08 per song at hostly; confirmed by the platform, 22 Aug.",
  );
});

test("a day that is over is no announcement", () => {
  const ends = { status: "current", retiresOn: "2026-08-24" } as const;
  expect(endNotes(ends, "2026-08-23")).toEqual(["Leaves OpenRouter on 24 Aug 2026."]);
  expect(endNotes(ends, "2026-08-24")).toEqual(["Was to leave OpenRouter on 24 Aug 2026."]);
  expect(endNotes({ ...ends, retiresOn: null }, "2026-08-24")).toEqual([]);
  expect(endNotes({ status: "retired", retiresOn: null }, "2026-08-24")).toHaveLength(1);
});

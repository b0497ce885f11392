import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { integerToDecimal } from "../../../src/domain/money/decimal.ts";
import { Prices } from "../../../src/domain/offer/meter.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { mergeReadings } from "./merge.ts";
import type { MatchedReading } from "./precedence.ts";
import type { StoredReading } from "./reading-row.ts";

const AS_OF = { asOf: "2026-08-22", mirrors: [] };
const nano = (...readings: readonly StoredReading[]): MatchedReading[] =>
  readings.map((reading) => ({ model: "acme/nano", reading }));
const listPrice = (prices: Record<string, string>, readAt = "2026-08-20T00:00:00Z") =>
  aReading({ prices, source: { id: "list-prices", url: "https://acme.example/pricing", readAt, hand: "first" } });
const liteLlm = (prices: Record<string, string>) => aReading({ prices, source: { id: "litellm" } });
const only = (matched: readonly MatchedReading[]) => {
  const merged = mergeReadings(matched, AS_OF);
  expect(merged.offers).toHaveLength(1);
  return { ...merged, offer: merged.offers[0] };
};
const text = (micro: number | undefined) => (micro === undefined ? null : integerToDecimal(micro));

describe("one offer has one price", () => {
  test("a dated price page beats models.dev, which stays as a second reading", () => {
    const { offer, seconds } = only(nano(aReading(), listPrice({ input: "3", output: "6" })));
    expect(text(offer?.prices.input)).toBe("3");
    expect(seconds.map(({ source }) => source.id)).toEqual(["models.dev"]);
  });

  test("a first reading that is silent on a meter does not erase it; the meter keeps its own source", () => {
    const { offer } = only(
      nano(aReading({ prices: { input: "3", output: "6", cacheRead: "0.1" } }), listPrice({ input: "3", output: "6" })),
    );
    expect(text(offer?.prices.cacheRead)).toBe("0.1");
    expect(offer?.meterSources.cacheRead?.id).toBe("models.dev");
    expect(offer?.source.id).toBe("list-prices");
  });

  test("a prompt limit that one source states holds, whoever's price it is", () => {
    const { offer } = only(nano(aReading({ maxInputTokens: 272_000 }), listPrice({ input: "3", output: "6" })));
    expect([offer?.source.id, offer?.maxInputTokens]).toEqual(["list-prices", 272_000]);
    expect(only(nano(aReading())).offer).not.toHaveProperty("maxInputTokens");
  });

  test.each([
    ["fresh", "2026-08-20", "2026-08-12", "0.1"],
    ["stale beside a fresh card", "2026-08-20", "2026-08-07", null],
    ["stale beside a stale card", "2026-06-20", "2026-08-07", "0.1"],
  ])("a source that is %s (card of %s, source of %s) fills a cache price: %s", (_, cardOn, sourceOn, cacheRead) => {
    const readAt = `${sourceOn}T00:00:00Z`;
    const tier = { promptTokensAbove: 200_000, prices: Prices.decode({ input: "6", cacheRead: "0.2" }) };
    const second = aReading({ prices: { input: "3", output: "6", cacheRead: "0.1" }, conditions: [tier], source: { readAt } });
    const groq = aReading({ prices: { input: "3", output: "6" }, source: { id: "groq-pricing", readAt: `${cardOn}T00:00:00Z` } });
    const { offer } = only(nano(second, groq));
    expect(text(offer?.prices.cacheRead)).toBe(cacheRead);
    expect(offer?.conditions.map(({ prices }) => [text(prices.input), text(prices.cacheRead)])).toEqual([
      ["6", cacheRead === null ? null : "0.2"],
    ]);
  });

  test.each([
    ["3.02", "6", null],
    ["3.01", "6", "0.1"],
    ["3", "6.1", null],
  ])(
    "a source that says $%s and $%s where the first says $3 and $6 describes another card: its cache price is %s",
    (input, output, cacheRead) => {
      const { offer } = only(
        nano(aReading({ prices: { input, output, cacheRead: "0.1" } }), listPrice({ input: "3", output: "6" })),
      );
      expect(text(offer?.prices.cacheRead)).toBe(cacheRead);
    },
  );

  test("a copy within its budget of days stands before the platform's own card past it", () => {
    const ownReading = aReading({
      prices: { input: "9", output: "9" },
      source: { id: "openrouter-models", readAt: "2026-08-18T00:00:00Z" },
    });
    expect(text(only(nano(ownReading, aReading())).offer?.prices.input)).toBe("1");
    expect(
      text(
        only(nano({ ...ownReading, source: { ...ownReading.source, readAt: "2026-08-19T00:00:00Z" } }, aReading())).offer?.prices
          .input,
      ),
    ).toBe("9");
  });

  test.each([
    ["that has our output price", "2", "2.5"],
    ["whose output price is another by a quarter of a percent", "2.005", null],
  ])("a reasoning price of a source %s: $%s is filled in as %s", (_, output, reasoning) => {
    const { offer } = only(nano(listPrice({ input: "1", output: "2" }), liteLlm({ input: "1", output, reasoning: "2.5" })));
    expect(text(offer?.prices.reasoning)).toBe(reasoning);
    expect(offer?.meterSources.reasoning?.id ?? null).toBe(reasoning === null ? null : "litellm");
  });

  test("OpenRouter's own card is complete: nobody fills in what it leaves out", () => {
    const ownReading = aReading({
      key: { platform: "openrouter" },
      gaps: { cacheRead: "notSold" },
      source: { id: "openrouter-models", readAt: "2026-08-22T00:00:00Z", hand: "first" },
    });
    const copy = aReading({
      key: { platform: "openrouter" },
      prices: { input: "9", output: "9", cacheRead: "0.1", reasoning: "4" },
    });
    const { offer } = only(nano(copy, ownReading));
    expect(offer?.prices).toEqual(ownReading.prices);
    expect(offer?.gaps).toEqual({ cacheRead: "notSold" });
  });

  test.each([
    ["hostly", "1"],
    ["amazon-bedrock", "1.1"],
    ["google-vertex", "1.1"],
    ["azure", "1.1"],
  ])("on %s the price is %s: LiteLLM comes before models.dev on the three clouds only", (platform, input) => {
    const rows = [
      aReading({ key: { platform } }),
      { ...liteLlm({ input: "1.1", output: "2.2" }), key: { ...aReading().key, platform } },
    ];
    expect(text(only(nano(...rows)).offer?.prices.input)).toBe(input);
  });

  test.each([
    ["2026-07-08T00:00:00Z", "3", 0],
    ["2026-07-07T00:00:00Z", "1", 1],
  ])("a curated row read %s gives $%s: older than 45 days it steps down and is a finding", (readAt, input, findings) => {
    const merged = only(nano(aReading(), listPrice({ input: "3", output: "6" }, readAt)));
    expect(text(merged.offer?.prices.input)).toBe(input);
    expect(merged.findings).toHaveLength(findings);
  });

  test.each([
    ["of the same age", "2026-07-01", "2026-07-01", "3"],
    ["of more than 60 days beside one of less", "2026-07-01", "2026-06-01", "1"],
    ["of more than 60 days beside one that is older still", "2026-05-01", "2026-06-01", "3"],
  ])(
    "where both are past their budget, a curated row %s (catalogue of %s, row of %s) gives $%s",
    (_, copiedOn, readOn, input) => {
      const copied = aReading({ source: { readAt: `${copiedOn}T00:00:00Z` } });
      const { offer } = only(nano(copied, listPrice({ input: "3", output: "6" }, `${readOn}T00:00:00Z`)));
      expect(text(offer?.prices.input)).toBe(input);
    },
  );

  test.each<[string, readonly StoredReading[], string, string]>([
    ["one catalogue alone, which never displaces it", [], "3", "listMayHaveChanged"],
    ["a catalogue and another that says the same", [liteLlm({ input: "1", output: "2" })], "1", "curatedOutdated"],
    ["a catalogue and its copy", [aReading({ source: { id: "pi-ai" } })], "3", "listMayHaveChanged"],
    ["a catalogue and one that says something else", [liteLlm({ input: "9", output: "9" })], "3", "listMayHaveChanged"],
    [
      "a catalogue and the platform itself",
      [aReading({ source: { id: "groq-pricing", hand: "first" }, changedAt: "2026-08-21T00:00:00Z" })],
      "1",
      "curatedOutdated",
    ],
  ])("a curated row older than a change seen by %s", (_, others, input, rule) => {
    const moved = aReading({ changedAt: "2026-08-21T00:00:00Z" });
    const { offer, findings } = only(nano(moved, ...others, listPrice({ input: "3", output: "6" })));
    expect(text(offer?.prices.input)).toBe(input);
    expect(findings.map((each) => each.rule)).toEqual([rule]);
  });

  test("a held row that only stands by holds nothing; one whose figures are shown does", () => {
    const since = "2026-08-21T00:00:00Z";
    const held = { rule: "priceTooHigh" as const, since, seenAt: null, detail: "1000×", prices: {}, conditions: [] };
    expect(only(nano(aReading(), { ...liteLlm({}), held })).offer?.status).toBe("current");
    expect(only(nano({ ...aReading(), held }, liteLlm({ input: "9", output: "9" }))).offer?.heldBecause?.rule).toBe(
      "priceTooHigh",
    );
  });

  test("a row without any figure stands behind one that has some", () => {
    const { offer } = only(nano(aReading({ prices: {} }), liteLlm({ input: "3", output: "6" })));
    expect([offer?.source.id, text(offer?.prices.input)]).toEqual(["litellm", "3"]);
  });

  test("an unknown price stays unknown, and is not filled with zero", () => {
    expect(only(nano(aReading({ prices: {} }))).offer?.prices).toEqual({});
  });
});

describe("what makes two offers", () => {
  test("region, tier, quantization, host and variant do; market is another platform", () => {
    const keys = [
      {},
      { region: "eu" },
      { tier: "batch" as const },
      { quantization: "fp8" },
      { host: "b" },
      { variant: "turbo" },
      { platform: "hostly-cn" },
    ];
    expect(mergeReadings(nano(...keys.map((key) => aReading({ key }))), AS_OF).offers).toHaveLength(keys.length);
  });

  test("identical rows of one source collapse, others are numbered in ascending price", () => {
    const rows = ["2", "1", "2"].map((input, index) => aReading({ upstreamId: `nano-${index}`, prices: { input, output: "2" } }));
    const ids = mergeReadings(nano(...rows), AS_OF).offers.map(({ id, prices }) => [id, text(prices.input)]);
    expect(ids).toEqual([
      ["acme/nano@hostly", "1"],
      ["acme/nano@hostly;variant=#2", "2"],
    ]);
  });
});

test("a tier of another source joins only a card with the same thresholds", () => {
  const tier = (promptTokensAbove: number) => ({
    conditions: [{ promptTokensAbove, prices: aReading({ prices: { input: "4" } }).prices }],
  });
  const copy = aReading({ prices: { input: "3", output: "6" } });
  const list = { ...listPrice({ input: "3", output: "6" }), ...tier(200_000) };
  expect(only(nano(list, { ...copy, ...tier(128_000) })).offer?.conditions).toHaveLength(1);
  expect(only(nano(listPrice({ input: "3", output: "6" }), { ...copy, ...tier(128_000) })).offer?.conditions[0]?.source?.id).toBe(
    "models.dev",
  );
});

test("the order of the readings changes nothing", () => {
  const rows = [
    aReading(),
    aReading({ upstreamId: "b", prices: { input: "1.5", output: "2" } }),
    liteLlm({ input: "1.1", output: "2", cacheRead: "0.5" }),
    listPrice({ input: "3", output: "6" }),
    aReading({ key: { region: "eu" } }),
  ];
  const expected = mergeReadings(nano(...rows), AS_OF);
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(mergeReadings(nano(...shuffled), AS_OF)).toEqual(expected);
    }),
  );
});

test.each([
  ["2026-08-24", null],
  ["2026-11-20", "2026-11-20"],
  ["2026-12-31", "2026-12-31"],
])("an offer read on 20 November ends on %s by an older list: %s", (retiresOn, ends) => {
  const list = aReading({ source: { id: "openrouter-models", readAt: "2026-08-22T00:00:00Z" }, retiresOn });
  const copy = aReading({ source: { id: "pi-ai", readAt: "2026-11-20T10:48:49Z" } });
  const { offers } = mergeReadings(nano(list, copy), { asOf: "2026-11-20", mirrors: [] });
  expect(offers.map((offer) => [offer.source.id, offer.retiresOn])).toEqual([["pi-ai", ends]]);
});

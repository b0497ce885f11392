import { describe, expect, test } from "vitest";
import { factsOf, parse, priced, readingOf, textOf } from "../../../../tests/fixtures/an-openrouter-list.ts";
import { aModelRow } from "../../../../tests/fixtures/openrouter-rows.ts";

describe("prices", () => {
  test.each(["openrouter/auto", "openrouter/free", "openrouter/fusion"])("oddity 3: the router %s sells nothing itself", (id) => {
    const { readings, models, skipped } = parse(aModelRow({ id, pricing: { prompt: "-1", completion: "-1", image: "-1" } }));
    expect({ readings, models, skipped }).toEqual({
      readings: [],
      models: [],
      skipped: [{ subject: id, why: "router, not a model" }],
    });
  });

  test("oddity 3: -1 elsewhere is no price either; the model stays", () => {
    const { readings, models, skipped } = parse(aModelRow({ pricing: { prompt: "-1", completion: "-1" } }));
    expect(readings).toEqual([]);
    expect(models).toHaveLength(1);
    expect(skipped).toEqual([{ subject: "acme/nova-9", why: "price depends on the routed model (-1)" }]);
  });

  test("oddity 3: -1 in another meter is an unread meter, and no claim that it is not sold", () => {
    const { prices, gaps, unreadMeters } = priced({ input_cache_read: "-1" });
    expect(prices.cacheRead).toBeUndefined();
    expect(gaps).not.toHaveProperty("cacheRead");
    expect(unreadMeters).toEqual(["input_cache_read"]);
  });

  test.each([
    ["4: zero without :free is unknown", { id: "acme/riff-3", pricing: { prompt: "0", completion: "0" } }],
    ["5: a price that stands at zero for a night is unknown, not free", { pricing: { prompt: "0.0", completion: "0.000" } }],
  ])("oddity %s", (_what, over) => {
    expect(readingOf(over)).toMatchObject({ prices: {}, gaps: {}, key: { tier: "standard" } });
    expect(readingOf(over).prices).toEqual({});
  });

  test("oddity 4: zero with :free is free", () => {
    const { prices, key } = readingOf({
      id: "acme/nova-9:free",
      pricing: { prompt: "0", completion: "0", input_cache_read: "0" },
    });
    expect({ prices, tier: key.tier }).toEqual({ prices: { input: 0, output: 0 }, tier: "free" });
  });

  test("oddity 4: one zero beside a price is unknown alone", () => {
    expect(readingOf({ pricing: { prompt: "0.00000013", completion: "0" } }).prices).toEqual({ input: 130_000 });
  });

  test("oddity 5: a dip is read as it stands; whether to believe it is the guard's to say", () => {
    expect(readingOf({ pricing: { prompt: "0.00000007", completion: "0.0000002" } }).prices.input).toBe(70_000);
  });

  test('oddity 6: a placeholder "0" and a missing key are the same reading', () => {
    const zeros = {
      request: "0",
      image: "0",
      web_search: "0",
      internal_reasoning: "0",
      input_cache_read: "0",
      input_cache_write: "0",
    };
    expect(priced(zeros)).toEqual(priced({}));
  });

  test("oddity 7: image is a price per image when it is large, per token when it is small", () => {
    expect(priced({ image: "0.0048" })).toMatchObject({ unitPrices: { image: { amount: "0.0048", per: "image" } } });
    expect(priced({ image: "0.0048" }).prices.image).toBeUndefined();
    expect(priced({ image: "0.0000015" })).toMatchObject({ prices: { image: 1_500_000 }, unitPrices: {} });
    expect(priced({ prompt: "0.00000006", image: "0.00009" })).toMatchObject({ unitPrices: { image: { amount: "0.00009" } } });
    expect(priced({ prompt: "0.000005", image: "0.00001" })).toMatchObject({ prices: { image: 10_000_000 }, unitPrices: {} });
    expect(priced({ image_output: "0.00012" }).prices.imageOutput).toBe(120_000_000);
  });

  test.each([
    ["at sixteen times the prompt's price", "0.000016", true],
    ["above sixteen times it", "0.0000161", false],
    ["below a ten-thousandth of a dollar beside a dear prompt", "0.0000999", true, "0.00001"],
    ["at a ten-thousandth of a dollar, whatever the prompt costs", "0.0001", false, "0.00001"],
  ])("oddity 7: an image price %s is counted per token: %s %s", (_, image, isPerToken, prompt = "0.000001") => {
    const { prices, unitPrices } = priced({ prompt, image });
    expect([prices.image !== undefined, unitPrices["image"] === undefined]).toEqual([isPerToken, isPerToken]);
  });

  test.each([
    ["0.0000006000000000000001", "0.6"],
    ["0.0000000833333333333333", "0.083333"],
    ["0.0000000208333333333333", "0.020833"],
    ["0.000000019", "0.019"],
    ["0.00000000000050", "0"],
    ["0.0006", "600"],
    ["1e-6", "1"],
    [0.000001, "1"],
  ])("oddity 8: %s per token is exactly %s per million", (prompt, text) => {
    const { prices } = readingOf({ id: "acme/nova-9:free", pricing: { prompt, completion: "0" } });
    expect(textOf(prices).input).toBe(text);
  });

  test("oddity 9: a re-priced model keeps its key; only the price differs", () => {
    const { prices: morning, ...rest } = readingOf({ pricing: { prompt: "0.00000007126", completion: "0.0000001" } });
    const { prices: evening, ...same } = readingOf({ pricing: { prompt: "0.00000006006", completion: "0.0000001" } });
    expect([textOf(morning).input, textOf(evening).input]).toEqual(["0.07126", "0.06006"]);
    expect(same).toEqual(rest);
  });

  test("oddity 12: a cache read as dear as the input is kept", () => {
    expect(priced({ input_cache_read: "0.000001" }).prices).toMatchObject({ input: 1_000_000, cacheRead: 1_000_000 });
  });

  test("oddity 13: an output cheaper than the input is kept", () => {
    expect(priced({ prompt: "0.0000025", completion: "0.000002" }).prices).toEqual({ input: 2_500_000, output: 2_000_000 });
  });

  test("oddity 14: a batch price is the stated one, also where it is not half", () => {
    const { readings } = parse(
      aModelRow(),
      aModelRow({ id: "acme/nova-9:batch", pricing: { prompt: "0.00000145", completion: "0.0000029" } }),
    );
    expect(readings.map(({ key, prices }) => [key.tier, prices.input])).toEqual([
      ["standard", 1_000_000],
      ["batch", 1_450_000],
    ]);
  });

  test("oddity 14: a base known only by its batch variant is a model, named without the variant", () => {
    expect(factsOf({ id: "acme/coder-5:batch", name: "Acme: Coder 5 (batch)" })).toMatchObject({
      id: "acme/coder-5",
      name: "Coder 5",
    });
  });

  test.each([
    ["0.00000001", "0.01"],
    ["0.0006", "600"],
  ])("oddity 15: the ends of the range: %s is %s", (completion, text) => {
    expect(textOf(readingOf({ pricing: { prompt: "0.000001", completion } }).prices).output).toBe(text);
  });

  test("every known key goes to its meter or unit", () => {
    const pricing = {
      prompt: "0.000001",
      completion: "0.000002",
      input_cache_read: "0.000003",
      input_cache_write: "0.000004",
      input_cache_write_1h: "0.000005",
      internal_reasoning: "0.000006",
      image: "0.000007",
      image_output: "0.000008",
      audio: "0.000009",
      audio_output: "0.00001",
      input_audio_cache: "0.000011",
      web_search: "0.0025",
      request: "0.005",
    };
    const { prices, unitPrices, gaps, unreadMeters } = readingOf({ pricing });
    expect(Object.entries(textOf(prices))).toEqual([
      ["input", "1"],
      ["output", "2"],
      ["cacheRead", "3"],
      ["cacheWrite5m", "4"],
      ["cacheWrite1h", "5"],
      ["reasoning", "6"],
      ["image", "7"],
      ["imageOutput", "8"],
      ["audio", "9"],
      ["audioOutput", "10"],
      ["audioCacheRead", "11"],
    ]);
    expect(unitPrices).toEqual({
      webSearch: { amount: "2.5", per: "1000 searches" },
      request: { amount: "0.005", per: "request" },
    });
    expect({ gaps, unreadMeters }).toEqual({ gaps: {}, unreadMeters: [] });
  });

  test("a new pricing key is an unread meter, also inside an override, sorted and once", () => {
    const overrides = [{ min_prompt_tokens: 1000, prompt: "0.000002", video_second: "0.1", web_search: "0.02" }];
    expect(priced({ video_second: "0.1", abacus: { per: "bead" }, overrides }).unreadMeters).toEqual([
      "abacus",
      "video_second",
      "webSearch",
    ]);
  });

  test.each([["abc"], [{}], [true], [""]])("a price of %j is no price: the row is skipped, the model stays", (prompt) => {
    const { readings, models, skipped } = parse(aModelRow({ pricing: { prompt, completion: "0.000002" } }));
    expect([readings.length, models.length, skipped[0]?.why]).toEqual([0, 1, "price is no number"]);
  });

  test("a row without a price says nothing of it", () => {
    expect(readingOf({ pricing: {} })).toMatchObject({ prices: {}, gaps: {} });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Condition } from "../../../../src/domain/offer/condition.ts";
import { Prices } from "../../../../src/domain/offer/meter.ts";
import { offerId } from "../../../../src/domain/offer/offer-id.ts";
import { aModelRow, modelsBody } from "../../../../tests/fixtures/openrouter-rows.ts";
import { recordingIo } from "../../network/recording.ts";
import type { ModelFacts, Reading } from "../source.ts";
import { openrouterModels } from "./openrouter-models.ts";

const parse = (...rows: readonly unknown[]) => openrouterModels.parse([modelsBody(rows)]);

function readingOf(over: Record<string, unknown>): Reading {
  const [reading] = parse(aModelRow(over)).readings;
  if (reading === undefined) throw new Error("no reading");
  return reading;
}

function factsOf(over: Record<string, unknown>): ModelFacts {
  const [facts] = parse(aModelRow(over)).models;
  if (facts === undefined) throw new Error("no facts");
  return facts;
}

const priced = (pricing: Record<string, unknown>) =>
  readingOf({ pricing: { prompt: "0.000001", completion: "0.000002", ...pricing } });

/** Decimal text, as files carry it. */
const textOf = (prices: Prices) => z.encode(Prices, prices);

describe("a recording is read and parsed", () => {
  const io = recordingIo("tests/fixtures/openrouter");

  test("plain, variant and variant-only models come out; aliases and routers are skipped with a reason", async () => {
    const { readings, models, skipped } = openrouterModels.parse(await openrouterModels.read(io));
    expect(readings.map(({ model, key }) => offerId(model ?? "", key))).toEqual([
      "acme/nova-9@openrouter",
      "acme/nova-9@openrouter;tier=batch",
      "acme/pebble-1@openrouter;tier=free",
      "zeta/quill-2@openrouter",
    ]);
    expect(models.map(({ id, aliasOf, usageRank }) => [id, aliasOf, usageRank])).toEqual([
      ["acme/nova-9", null, 2],
      ["acme/pebble-1", null, null],
      ["zeta/quill-2", null, 1],
      ["~acme/nova-latest", "acme/nova-9", null],
    ]);
    expect(skipped).toEqual([
      { subject: "~acme/nova-latest", why: "alias of another model" },
      { subject: "openrouter/auto", why: "router, not a model" },
    ]);
  });

  test("the facts of a model", async () => {
    const { models } = openrouterModels.parse(await openrouterModels.read(io));
    expect(models[0]).toEqual({
      id: "acme/nova-9",
      name: "Nova 9",
      maker: "acme",
      makerName: "Acme",
      releasedOn: "2026-07-01",
      contextTokens: 400_000,
      maxOutputTokens: 64_000,
      openWeights: true,
      huggingFaceId: "acme-ai/Nova-9",
      inputModalities: ["image", "text"],
      outputModalities: ["text"],
      tools: true,
      reasoning: true,
      structuredOutput: true,
      knowledgeCutoff: "2026-01-31",
      canonicalSlug: "acme/nova-9-20260701",
      retiresOn: null,
      usageRank: 2,
      aliasOf: null,
      retired: false,
      isOurId: true,
      source: {
        id: "openrouter-models",
        url: "https://openrouter.ai/api/v1/models",
        readAt: "2026-08-22T12:08:54Z",
        hand: "first",
      },
    });
  });

  test("the reading of an offer", async () => {
    const { readings } = openrouterModels.parse(await openrouterModels.read(io));
    expect(readings[0]).toMatchObject({
      upstreamId: "acme/nova-9",
      name: "Nova 9",
      prices: { input: 2_500_000, output: 12_500_000, cacheRead: 250_000 },
      gaps: { cacheWrite5m: "notSold", cacheWrite1h: "notSold" },
      unitPrices: { webSearch: { amount: "10", per: "1000 searches" } },
      conditions: [{ promptTokensAbove: 200_000, prices: { input: 5_000_000, output: 18_750_000 } }],
      discountBps: null,
      unreadMeters: [],
      retiresOn: null,
      note: null,
    });
  });

  test("a list without the order of use leaves the rank unknown; without the list nothing is read", async () => {
    const bodies = await openrouterModels.read(io);
    expect(openrouterModels.parse(bodies.slice(0, 1)).models.map(({ usageRank }) => usageRank)).toEqual([null, null, null, null]);
    expect(openrouterModels.parse(bodies.slice(1))).toEqual({ readings: [], models: [], skipped: [] });
    expect(openrouterModels.parse([])).toEqual({ readings: [], models: [], skipped: [] });
  });
});

describe("prices", () => {
  const peak = { prompt: "0.00000044", completion: "0.00000132", input_cache_read: "0.000000014" };
  const offPeak = { prompt: "0.00000022", completion: "0.00000066", input_cache_read: "0.000000007" };
  const overrides = [
    { utc_start: 1000, utc_end: 100, ...offPeak },
    { utc_start: 100, utc_end: 400, ...peak },
    { utc_start: 400, utc_end: 600, ...offPeak },
    { utc_start: 600, utc_end: 1000, ...peak },
  ];

  test("oddity 1: a price that depends on the clock reads the same at any hour: off-peak base, peak windows", () => {
    const atNoon = readingOf({ pricing: { ...offPeak, overrides } });
    const atEight = readingOf({ pricing: { ...peak, overrides } });
    const card = { input: 440_000, output: 1_320_000, cacheRead: 14_000 };
    expect(atNoon.prices).toEqual({ input: 220_000, output: 660_000, cacheRead: 7_000 });
    expect(atNoon.conditions).toEqual([
      { utc: ["01:00", "04:00"], days: null, prices: card },
      { utc: ["06:00", "10:00"], days: null, prices: card },
    ]);
    expect(atEight).toEqual(atNoon);
  });

  test("oddity 1: windows that leave hours open keep the top-level card as base, and those equal to it are dropped", () => {
    const { prices, conditions } = readingOf({ pricing: { ...offPeak, overrides: overrides.slice(0, 2) } });
    expect(prices.input).toBe(220_000);
    expect(conditions.map((condition) => ("utc" in condition ? condition.utc : null))).toEqual([["01:00", "04:00"]]);
  });

  test("oddity 1: of two cards with one input price the one that holds longer is the base", () => {
    const rows = [
      { utc_start: 0, utc_end: 600, prompt: "0.000001", completion: "0.000002" },
      { utc_start: 600, utc_end: 0, prompt: "0.000001", completion: "0.000003" },
    ];
    const { prices, conditions } = priced({ overrides: rows });
    expect(prices.output).toBe(3_000_000);
    expect(conditions).toMatchObject([{ utc: ["00:00", "06:00"], prices: { output: 2_000_000 } }]);
  });

  test.each([
    ["0 and 0 is a whole day", { utc_start: 0, utc_end: 0 }, ["00:00", "24:00"]],
    ["2400 ends at midnight", { utc_start: 1830, utc_end: 2400 }, ["18:30", "24:00"]],
    ["0 ends at midnight", { utc_start: 1830, utc_end: 0 }, ["18:30", "24:00"]],
    ["an end before the start wraps", { utc_start: 2200, utc_end: 100 }, ["22:00", "01:00"]],
  ])("oddity 1: %s", (_what, window, utc) => {
    const [condition] = priced({ overrides: [{ ...window, utc_days: ["sunday", "saturday"], prompt: "0.0000005" }] }).conditions;
    expect(condition).toEqual({ utc, days: ["sat", "sun"], prices: { input: 500_000 } });
  });

  test("oddity 1: windows on some days only cover the week together", () => {
    const weekend = { utc_start: 0, utc_end: 0, utc_days: ["saturday", "sunday"], prompt: "0.0000005", completion: "0.000001" };
    const weekdays = {
      utc_start: 0,
      utc_end: 2400,
      utc_days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
      prompt: "0.000001",
    };
    const read = (prompt: string) => readingOf({ pricing: { prompt, completion: "0.000001", overrides: [weekend, weekdays] } });
    expect(read("0.0000005")).toEqual(read("0.000001"));
    expect(read("0.000001").prices.input).toBe(500_000);
    expect(read("0.000001").conditions).toMatchObject([
      { days: ["mon", "tue", "wed", "thu", "fri"], prices: { input: 1_000_000 } },
    ]);
  });

  test.each([
    ["no condition at all", { prompt: "0.000002" }],
    ["a threshold of zero", { min_prompt_tokens: 0, prompt: "0.000002" }],
    ["a threshold and a window", { min_prompt_tokens: 1000, utc_start: 0, utc_end: 100, prompt: "0.000002" }],
    ["an hour that is none", { utc_start: 2530, utc_end: 100, prompt: "0.000002" }],
    ["a window without length", { utc_start: 900, utc_end: 900, prompt: "0.000002" }],
    ["a day that is none", { utc_start: 0, utc_end: 100, utc_days: ["caturday"], prompt: "0.000002" }],
    ["no days", { utc_start: 0, utc_end: 100, utc_days: [], prompt: "0.000002" }],
    ["no object", 7],
  ])("oddities 1 and 2: an override with %s is an unread meter, never a guess", (_what, override) => {
    const { conditions, unreadMeters, prices } = priced({ overrides: [override] });
    expect({ conditions, unreadMeters, input: prices.input }).toEqual({
      conditions: [],
      unreadMeters: ["overrides"],
      input: 1_000_000,
    });
  });

  test("oddity 2: long-context tiers; a later entry wins per key and a missing key inherits from the tier below", () => {
    const { conditions } = priced({
      input_cache_read: "0.0000001",
      overrides: [
        { min_prompt_tokens: 32000, prompt: "0.0000015", completion: "0.000003", input_cache_read: "0.0000002" },
        { min_prompt_tokens: 128000, prompt: "0.000002", completion: "0.000004" },
      ],
    });
    expect(conditions).toEqual([
      { promptTokensAbove: 32_000, prices: { input: 1_500_000, output: 3_000_000, cacheRead: 200_000 } },
      { promptTokensAbove: 128_000, prices: { input: 2_000_000, output: 4_000_000, cacheRead: 200_000 } },
    ]);
  });

  test("oddity 2: tiers come low to high whatever their order, and one that changes nothing is left out", () => {
    const { conditions } = priced({
      overrides: [
        { min_prompt_tokens: 256000, prompt: "0.000004" },
        { min_prompt_tokens: 272000, completion: "0.000005" },
        { min_prompt_tokens: 1000, completion: "0.000002" },
      ],
    });
    expect(conditions).toEqual([
      { promptTokensAbove: 256_000, prices: { input: 4_000_000, output: 2_000_000 } },
      { promptTokensAbove: 272_000, prices: { input: 4_000_000, output: 2_000_000 } },
    ]);
  });

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

describe("ids and names", () => {
  test.each([
    ["acme/nova-9", "standard", null],
    ["acme/nova-9:batch", "batch", null],
    ["acme/nova-9:free", "free", null],
    ["acme/nova-9:thinking", "standard", "thinking"],
    ["acme/nova-9:beta", "standard", "beta"],
    ["acme/nova-9:nitro", "standard", "nitro"],
    ["acme/nova-9:extended", "standard", "extended"],
    ["acme/nova-9:exacto", "standard", "exacto"],
    ["acme/nova-9:brand-new", "standard", "brand-new"],
  ])("oddity 16: %s is sold at tier %s, variant %s", (id, tier, variant) => {
    expect(readingOf({ id })).toMatchObject({ model: "acme/nova-9", upstreamId: id, key: { host: null, tier, variant } });
  });

  test("oddity 16: the plain row describes the model, wherever it stands in the list", () => {
    const { models } = parse(aModelRow({ id: "acme/nova-9:free", context_length: 8192 }), aModelRow());
    expect(models).toMatchObject([{ id: "acme/nova-9", contextTokens: 400_000 }]);
  });

  test.each([
    ["names its target", { alias_target: { name: "Acme: Nova 9", slug: "acme/nova-9" } }, [["~acme/nova-latest", "acme/nova-9"]]],
    ["without a target tells nothing", {}, []],
    ["with a target that is no model tells nothing", { alias_target: { slug: "openrouter/auto" } }, []],
  ])("oddity 17: an alias is never a model or an offer; one that %s", (_what, over, expected) => {
    const { readings, models, skipped } = parse(
      aModelRow({ id: "~acme/nova-latest", pricing: { prompt: "0.000009", completion: "0.00001" }, ...over }),
    );
    expect(readings).toEqual([]);
    expect(models.map(({ id, aliasOf }) => [id, aliasOf])).toEqual(expected);
    expect(skipped).toEqual([{ subject: "~acme/nova-latest", why: "alias of another model" }]);
  });

  test("oddity 18: a canonical slug may be shared; the rows stay apart", () => {
    const { readings } = parse(aModelRow(), aModelRow({ id: "acme/nova-9:free" }), aModelRow({ id: "acme/other-1" }));
    expect(new Set(readings.map(({ canonicalSlug }) => canonicalSlug)).size).toBe(1);
    expect(new Set(readings.map(({ model, key }) => offerId(model ?? "", key))).size).toBe(3);
  });

  test("oddity 19: an upper-case id is one model with its lower-case one; requests keep upstream's spelling", () => {
    const { readings, models, skipped } = parse(aModelRow({ id: "acme/nova-70B" }), aModelRow({ id: "acme/nova-70b" }));
    expect(readings).toMatchObject([{ model: "acme/nova-70b", upstreamId: "acme/nova-70B" }]);
    expect(models.map(({ id }) => id)).toEqual(["acme/nova-70b"]);
    expect(skipped).toEqual([{ subject: "acme/nova-70b", why: "id listed twice" }]);
  });

  test("oddity 20: an id that changed its meaning is read as today's row says", () => {
    expect(factsOf({ name: "Acme: Nova V2.5", created: 1726704000 })).toMatchObject({
      name: "Nova V2.5",
      releasedOn: "2024-09-19",
    });
    expect(factsOf({ name: "SuperAcme: Nova V3", created: 1735257600 })).toMatchObject({
      makerName: "SuperAcme",
      releasedOn: "2024-12-27",
    });
  });

  test.each([
    ["Acme: Nova 9 26B ", "Nova 9 26B", "Acme"],
    ["Acme: Nova 9 26B  (free)", "Nova 9 26B", "Acme"],
    ["Nova 9 (Fast)", "Nova 9 (Fast)", "acme"],
    ["Acme: Nova: the 9th", "Nova: the 9th", "Acme"],
    ["Dolphin 8x22B 🐬", "Dolphin 8x22B 🐬", "acme"],
    ["Acme: <script>alert(1)</script>", "<script>alert(1)</script>", "Acme"],
    ["", "acme/nova-9", "acme"],
  ])("oddity 21: the name %j is %j by %j", (name, clean, makerName) => {
    expect(factsOf({ name })).toMatchObject({ name: clean, makerName });
  });

  test("oddity 21: a name without its maker takes it from most of its siblings", () => {
    const rows = ["A-Corp: One", "Acme: Two", "Acme: Three", "Four"].map((name, index) =>
      aModelRow({ id: `acme/m-${index}`, name }),
    );
    expect(parse(...rows).models.map(({ makerName }) => makerName)).toEqual(["A-Corp", "Acme", "Acme", "Acme"]);
  });

  test.each([
    ["acme-ai/Nova-9", "acme-ai/Nova-9", true],
    ["", null, null],
    [null, null, null],
    [undefined, null, null],
  ])("oddity 24: a Hugging Face id of %j is %j", (hugging_face_id, huggingFaceId, openWeights) => {
    expect(factsOf({ hugging_face_id })).toMatchObject({ huggingFaceId, openWeights });
  });
});

describe("limits and dates", () => {
  test("oddity 25: the context is the model's own, not the top provider's", () => {
    expect(readingOf({ context_length: 1_310_720, top_provider: { context_length: 1_048_576 } }).contextTokens).toBe(1_310_720);
  });

  test.each([null, 0, -1, 4095.5, "128000"])("oddities 25 and 26: a context of %j is unknown", (context_length) => {
    expect(readingOf({ context_length }).contextTokens).toBeNull();
  });

  test.each([4095, 8191])("oddity 26: an odd context of %i is kept", (context_length) => {
    expect(readingOf({ context_length }).contextTokens).toBe(context_length);
  });

  test("oddity 26: more output than context is kept as stated; null is unknown", () => {
    expect(readingOf({ context_length: 8192, top_provider: { max_completion_tokens: 16384 } }).maxOutputTokens).toBe(16_384);
    expect(readingOf({ top_provider: { max_completion_tokens: null } }).maxOutputTokens).toBeNull();
  });

  test.each([
    ["2098-12-31", null],
    ["2026-08-24", "2026-08-24"],
    ["2026-08-24T00:00:00Z", "2026-08-24"],
    ["soon", null],
    [null, null],
  ])("oddity 27: an expiry of %j is %j", (expiration_date, retiresOn) => {
    expect(readingOf({ expiration_date }).retiresOn).toBe(retiresOn);
  });

  test.each([0, -5, null, 1e300, "1782864000", 1782864000000])("a creation time of %j is no day", (created) => {
    expect(factsOf({ created }).releasedOn).toBeNull();
  });

  test("no request parameters tell nothing of tools; a list without them says there are none", () => {
    expect(factsOf({ supported_parameters: [] })).toMatchObject({ tools: null, reasoning: null, structuredOutput: null });
    expect(factsOf({ supported_parameters: ["stop"] })).toMatchObject({
      tools: false,
      reasoning: false,
      structuredOutput: false,
    });
  });
});

describe("what is no list", () => {
  test.each([[null], [{}], [{ error: { code: 500 } }], [[]], ["<html>"], [{ data: {} }]])(
    "a body of %j throws and names its URL",
    (content) => {
      expect(() => openrouterModels.parse([{ ...modelsBody([]), content }])).toThrow(
        "https://openrouter.ai/api/v1/models: not a list of models",
      );
    },
  );

  test.each([
    [null, "row 1"],
    [{ id: 7, pricing: {} }, "row 1"],
    [{ id: "acme/nova-9", pricing: "free" }, "acme/nova-9"],
    [{ id: "acme/nova-9" }, "acme/nova-9"],
  ])("a row of %j is skipped, the others stay", (row, subject) => {
    const { readings, skipped } = parse(row, aModelRow());
    expect(readings).toHaveLength(1);
    expect(skipped).toEqual([{ subject, why: "row has the wrong shape" }]);
  });

  test.each(["nova", "acme/", "acme/nova 9", "acme/nova/9", "../etc", "acme/..", `acme/${"x".repeat(200)}`])(
    "an id of %j is skipped",
    (id) => {
      expect(parse(aModelRow({ id })).skipped).toEqual([{ subject: id, why: "id is not maker/slug" }]);
    },
  );

  test("of an id listed twice the first row stays", () => {
    const { readings, skipped } = parse(aModelRow(), aModelRow({ pricing: { prompt: "0.1", completion: "0.1" } }));
    expect(readings).toMatchObject([{ prices: { input: 1_000_000 } }]);
    expect(skipped).toEqual([{ subject: "acme/nova-9", why: "id listed twice" }]);
  });

  const junk = fc.jsonValue();
  const key = fc.constantFrom(
    "prompt",
    "completion",
    "image",
    "request",
    "web_search",
    "overrides",
    "discount",
    "input_cache_read",
    "__proto__",
    "new",
  );
  const price = fc.oneof(junk, fc.constantFrom("0", "-1", "0.000001", "1e-9", "NaN", "99999999999999"), fc.double());
  const override = fc.oneof(
    junk,
    fc.dictionary(
      fc.constantFrom("min_prompt_tokens", "utc_start", "utc_end", "utc_days", "prompt"),
      fc.oneof(junk, fc.integer({ max: 2500 }), price),
    ),
  );
  const pricing = fc.oneof(junk, fc.dictionary(key, fc.oneof(price, fc.array(override, { maxLength: 4 }))));
  const row = fc.oneof(
    junk,
    fc.dictionary(fc.constantFrom(...Object.keys(aModelRow())), junk),
    fc.record({ id: fc.constantFrom("a/b", "a/b:free", "~a/b"), pricing }),
  );

  test("rows of junk never throw, and never become a price that is no price", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const { readings } = parse(...rows);
        for (const { prices, conditions } of readings) {
          expect(Prices.safeDecode(textOf(prices)).success).toBe(true);
          for (const condition of conditions) expect(() => z.encode(Condition, condition)).not.toThrow();
        }
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Condition } from "../../../../src/domain/offer/condition.ts";
import { Prices } from "../../../../src/domain/offer/meter.ts";
import { offerId } from "../../../../src/domain/offer/offer-id.ts";
import { factsOf, parse, readingOf, textOf } from "../../../../tests/fixtures/an-openrouter-list.ts";
import { aModelRow, modelsBody } from "../../../../tests/fixtures/openrouter-rows.ts";
import { recordingIo } from "../../network/recording.ts";
import { openrouterModels } from "./openrouter-models.ts";

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

  test.each([
    [2_000_000, 1_800_000, null],
    [1_048_576, 943_718, null],
    [1_048_575, 943_717, null],
    [204_800, 131_072, 131_072],
    [262_144, 262_144, 262_144],
  ])("of %i tokens of context, %i of output are %j of the model: nine tenths stand for no limit", (context, output, stated) => {
    const row = { context_length: context, top_provider: { max_completion_tokens: output } };
    expect(factsOf(row).maxOutputTokens).toBe(stated);
    expect(readingOf(row).maxOutputTokens).toBe(output);
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

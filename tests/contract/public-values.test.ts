import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type NeedMonth, unpackNeedMonth } from "../../src/domain/ranking/snapshot/need-month.ts";
import { type RankingMonth, unpackMonth } from "../../src/domain/ranking/snapshot/ranking-month.ts";
import { useSmallCatalogue } from "../small-catalogue/small-site.ts";
import { csvRows, filesOf, jsonOf } from "./public-files.ts";

/** Figures of the small catalogue, each in its own field and unit. Those nobody wrote down were worked out by hand; more may stand beside them. */
let remove: () => void;
beforeAll(() => {
  ({ remove } = useSmallCatalogue());
});
afterAll(() => remove());

const HOST = "acme/nova@openrouter;host=hostly;region=us-east-1;quant=fp8;variant=turbo";

const rowsById = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(
    z
      .array(z.looseObject({ id: z.string() }))
      .parse(value)
      .map((row) => [row.id, row]),
  );

test("index.json counts the models, platforms and offers, and what is held and stale", async () => {
  expect(await jsonOf("api/v1/index.json")).toMatchObject({
    asOf: "2026-08-22",
    counts: { models: 4, platforms: 4, offers: 14, held: 1, stale: 1 },
    held: [{ offerId: "acme/nova@cloudy;region=eu-west-1", modelId: "acme/nova", sourceId: "models.dev", rule: "priceJump" }],
    sources: [
      { id: "openrouter-models", readAt: "2026-08-22T17:20:00Z", status: "fresh", offers: 4, hand: "first", why: null },
      { id: "openrouter-endpoints", offers: 3 },
      { id: "list-prices", url: "https://acme.example/pricing", readAt: "2026-08-20T00:00:00Z", offers: 2 },
      { id: "models.dev", status: "held", heldSince: "2026-08-21T00:00:00Z", offers: 5, heldOffers: 1, staleOffers: 1 },
    ],
  });
});

test("models.json has a model's facts, its list price and its cheapest offer, in dollars per million tokens", async () => {
  const rows = rowsById(await jsonOf("api/v1/models.json"));
  expect(rows.get("acme/nova")).toMatchObject({
    ...{ name: "Nova", maker: "acme", releasedOn: "2026-03-04", contextTokens: 1_000_000, openWeights: false },
    ...{ inputModalities: ["text", "image"], outputModalities: ["text"], offers: 6, status: "current" },
    list: { input: "3", output: "15" },
    cheapest: { offerId: HOST, input: "2.4", output: "12.75" },
  });
  expect(rows.get("zeta/open")).toMatchObject({ openWeights: true, list: null, cheapest: { input: "0.4", output: "1.2" } });
  expect(rows.get("zeta/zero")).toMatchObject({ openWeights: null, list: null, cheapest: null, status: "retired" });
});

describe("a model's own file", () => {
  const offers = async (id: string) => {
    const { offers: rows } = z
      .object({ offers: z.array(z.unknown()) })
      .parse(await jsonOf("api/v1/models/[maker]/[slug].json", `/api/v1/models/${id}.json`));
    return rowsById(rows);
  };

  test("has every meter under its own name", async () => {
    expect((await offers("acme/nova")).get("acme/nova@acme")).toMatchObject({
      prices: {
        ...{ input: "3", output: "15", cacheRead: "0.3", cacheWrite5m: "3.75", cacheWrite1h: "6", reasoning: "16" },
        ...{ image: "3.2", imageOutput: "30", audio: "7", audioOutput: "14", audioCacheRead: "0.7" },
      },
      unitPrices: { webSearch: { amount: "10", per: "1000 searches" } },
    });
  });

  test("has who sells it, how, and where it was read", async () => {
    const rows = await offers("acme/nova");
    expect(rows.get("acme/nova@acme")).toMatchObject({
      ...{ platform: "acme", host: null, region: null, tier: "standard", upstreamId: "nova-2026" },
      ...{ contextTokens: 900_000, maxOutputTokens: 60_000, status: "current" },
      ...{ effectiveFrom: "2026-07-01", retiresOn: "2027-01-31", note: "Cache writes live five minutes." },
      source: { id: "list-prices", url: "https://acme.example/pricing", readAt: "2026-08-20T00:00:00Z", hand: "first" },
      meterSources: { cacheWrite1h: { id: "models.dev", hand: "second" } },
    });
    expect(rows.get(HOST)).toMatchObject({
      ...{
        platform: "openrouter",
        host: "hostly",
        region: "us-east-1",
        regionGroup: "us",
        quantization: "fp8",
        variant: "turbo",
      },
    });
    expect(rows.get("acme/nova@openrouter")).toMatchObject({ discountBps: 1_100, unreadMeters: ["internal_tools"] });
    expect(rows.get("acme/nova@acme;tier=batch")).toMatchObject({ tier: "batch", prices: { input: "1.45", output: "7.4" } });
  });

  test("has the cards above a prompt length and inside a window", async () => {
    expect((await offers("acme/nova")).get("acme/nova@acme")).toMatchObject({
      conditions: [
        { promptTokensAbove: 200_000, prices: { input: "6", output: "22.5", cacheRead: "0.61" }, source: { id: "models.dev" } },
        { utc: ["01:00", "04:00"], days: ["mon", "tue"], prices: { input: "1.5", output: "7.5" } },
        { utc: ["22:00", "23:30"], days: null, prices: { output: "13" } },
      ],
    });
  });

  test.each([
    // (3.3 − 3) ÷ 3 = 10 %, (18 − 15) ÷ 15 = 20 %.
    ["acme/nova", "acme/nova@openrouter", "list", { input: 1_000, output: 2_000 }, null],
    // (2.4 − 3) ÷ 3 = −20 %, (12.75 − 15) ÷ 15 = −15 %.
    ["acme/nova", HOST, "list", { input: -2_000, output: -1_500 }, null],
    // Read on 1 June, when the list was $2.60 and $13.20: 0.1 ÷ 2.6 = 3.85 %, −2.2 ÷ 13.2 = −16.67 %.
    ["acme/nova", "acme/nova@hostly", "list", { input: 385, output: -1_667 }, "2026-06-01"],
    // The median of 0.4, 0.5 and 0.6 is 0.5; of 1.2, 1 and 0.9 it is 1.
    ["zeta/open", "zeta/open@cloudy", "medianHost", { input: 2_000, output: -1_000 }, null],
    ["zeta/zero", "zeta/zero@cloudy", null, null, null],
  ])("%s: %s against %s is %j, compared on %s", async (model, id, reference, deltaBps, comparedOn) => {
    expect((await offers(model)).get(id)).toMatchObject({ reference, deltaBps, comparedOn });
  });

  test("says why a row is held or has no price", async () => {
    const rows = await offers("acme/nova");
    expect(rows.get("acme/nova@cloudy;region=eu-west-1")).toMatchObject({
      status: "held",
      heldBecause: { rule: "priceJump", since: "2026-08-20T00:00:00Z", detail: "input 3.9 → 39" },
    });
    expect(rows.get("acme/nova@hostly")).toMatchObject({
      ...{ status: "current", heldBecause: null, evidence: "reported", age: "expired" },
      ...{ doubts: [], via: null, confirmedBy: null, restsOn: { id: "models.dev" } },
    });
    const zeta = (await offers("zeta/open")).get("zeta/open@cloudy");
    expect(zeta).toMatchObject({ gaps: { cacheRead: "notSold", cacheWrite5m: "otherUnit" }, prices: { cacheRead: null } });
    expect((await offers("zeta/open")).get("zeta/open@openrouter;tier=free")).toMatchObject({
      prices: { input: "0", output: "0" },
    });
  });
});

test("platforms.json counts what is cheaper, equal and dearer than list, with the fees as kept", async () => {
  const rows = rowsById(await jsonOf("api/v1/platforms.json"));
  // Nova Fast is 10 % under list; Nova 10 % over it, and 20 % under through a host: the median is −10 %.
  expect(rows.get("openrouter")).toMatchObject({
    ...{ name: "OpenRouter", kind: "router", models: 3, offers: 7, compared: 3, cheaper: 2, equal: 0, dearer: 1 },
    medianDeltaBps: -1_000,
    fees: { topUp: [{ value: [{ method: "card", percentBps: 550, minimumCents: 80 }] }] },
  });
  expect(rows.get("acme")).toMatchObject({ listMakers: ["acme"], verifiability: "B", compared: 0, medianDeltaBps: null });
  expect(rows.get("shut")).toMatchObject({ status: "closed", closedOn: "2026-05-06", market: "eu", offers: 0 });
});

test("changes.json and a model's history have the old price before the new one", async () => {
  const moved = {
    ...{ day: "2026-07-15", offerId: "acme/nova@openrouter", platform: "openrouter", host: null, region: null },
    ...{ tier: "standard", meter: "input", condition: null, old: "3.6", new: "3.3", source: "openrouter-models" },
  };
  expect(await jsonOf("api/v1/changes.json")).toEqual(expect.arrayContaining([expect.objectContaining(moved)]));
  expect(await jsonOf("api/v1/history/[maker]/[slug].json", "/api/v1/history/acme/nova.json")).toMatchObject({
    id: "acme/nova",
    changes: [
      { day: "2026-06-02", meter: "input", old: null, new: "3.6" },
      { day: "2026-06-02", meter: "output", old: null, new: "18" },
      moved,
      { day: "2026-08-01", offerId: "acme/nova@acme", meter: "output", condition: "prompt>200000", old: "21", new: "22.5" },
    ],
  });
});

const USD3 = { value: "3.00", unit: "USD" };

test("claims.json has what was said and what is true today", async () => {
  const rows = rowsById(await jsonOf("api/v1/claims.json"));
  expect(rows.get("nova-list")).toMatchObject({
    ...{ said: "Nova costs $3 a million tokens in.", by: "An article", saidOn: "2026-05-09", saidValue: { value: "3.00" } },
    ...{ unit: "USD", asSaid: USD3, today: USD3, verdict: "true" },
    alternatives: [{ label: "at OpenRouter", today: { value: "3.30", unit: "USD" } }],
  });
  expect(rows.get("nova-range")).toMatchObject({
    saidValue: { from: "5", to: "6" },
    unit: "percent",
    today: { value: "5.5", unit: "percent" },
  });
});

describe("a ranking", () => {
  test("has the month, the rank and the quality of each row", async () => {
    const { rows } = z
      .object({ rows: z.array(z.looseObject({ modelId: z.string() })) })
      .parse(await jsonOf("api/v1/rankings/[workload].json", "/api/v1/rankings/chat.json"));
    // 100,000 × (1,000 × $2.40 + 1,000 × $0.24 + 500 × $12.75) ÷ 1,000,000 = $901.50, and 5.5 % for buying credit.
    expect(rows.find(({ modelId }) => modelId === "acme/nova")).toMatchObject({
      offerId: HOST,
      landedUsdPerMonth: "951.0825",
      quality: { value: 1_450, interval: [1_439, 1_462], status: "rated", sources: ["lmarena", "epoch-eci"] },
    });
    expect(rows.find(({ modelId }) => modelId === "zeta/open")).toMatchObject({ quality: { status: "provisional" } });
  });

  test("as it was kept is the file of its day", async () => {
    expect(await jsonOf("api/v1/rankings/[day]/[workload].json", "/api/v1/rankings/2026-08-15/chat.json")).toMatchObject({
      workload: "chat",
      asOf: "2026-08-15",
      kept: [
        {
          sha256: "ab".repeat(32),
          rows: [{ modelId: "acme/nova", rankInterval: [1, 2], tiedWith: 1, landedUsdPerMonth: "1080.5" }],
        },
      ],
    });
  });

  test("as it was kept is in the file of its month, packed", async () => {
    const address = "/api/v1/rankings/2026-08/chat.json.gz";
    const file: RankingMonth = JSON.parse(JSON.stringify(await jsonOf("api/v1/rankings/[month]/[workload].json.gz", address)));
    expect(file).toMatchObject({ workload: "chat", month: "2026-08", kept: [{ asOf: "2026-08-15", sha256: "ab".repeat(32) }] });
    expect(unpackMonth(file)[0]?.kept[0]?.rows).toMatchObject([{ modelId: "acme/nova", landedUsdPerMonth: "1080.5" }]);
  });

  test("by a need's own scale has what it was made from in the file of its month, packed", async () => {
    const address = "/api/v1/rankings/2026-08/needs.json.gz";
    const file: NeedMonth = JSON.parse(JSON.stringify(await jsonOf("api/v1/rankings/[month]/needs.json.gz", address)));
    expect(unpackNeedMonth(file)).toMatchObject([
      {
        ...{ asOf: "2026-08-15", sha256: "cd".repeat(32), fields: [{ scale: "coding", elos: [1_440] }] },
        qualities: [{ scale: "coding", modelId: "acme/nova", value: 1_460, interval: [1_430, 1_490] }],
        prices: [{ workload: "chat", modelId: "acme/nova-coder", landedUsdPerMonth: "540.25", billedUsdPerMonth: "600" }],
      },
    ]);
  });

  test("has the same in its CSV", async () => {
    const [file] = await filesOf("api/v1/rankings/[workload].csv");
    expect(csvRows(file?.text ?? "").find(({ modelId }) => modelId === "acme/nova")).toMatchObject({
      ...{ offerId: HOST, landedUsdPerMonth: "951.0825", quality: "1450", qualityLow: "1439", qualityHigh: "1462" },
      ...{ status: "rated", sources: "lmarena epoch-eci", workload: "chat", asOf: "2026-08-22" },
    });
  });
});

describe("offers.csv", () => {
  const rows = async () => csvRows((await filesOf("api/v1/offers.csv"))[0]?.text ?? "");

  test("has every meter in its own column", async () => {
    const line = (await rows()).find(({ id, condition }) => id === "acme/nova@acme" && condition === "");
    expect(line).toMatchObject({
      ...{ model: "acme/nova", platform: "acme", tier: "standard", upstreamId: "nova-2026" },
      ...{ contextTokens: "900000", maxOutputTokens: "60000", status: "current", sourceId: "list-prices" },
      ...{ input: "3", output: "15", cacheRead: "0.3", cacheWrite5m: "3.75", cacheWrite1h: "6", reasoning: "16" },
      ...{ image: "3.2", imageOutput: "30", audio: "7", audioOutput: "14", audioCacheRead: "0.7" },
      ...{ sourceUrl: "https://acme.example/pricing", readAt: "2026-08-20T00:00:00Z" },
    });
  });

  test("has seller, place, differences and month of a row", async () => {
    expect((await rows()).find(({ id }) => id === HOST)).toMatchObject({
      ...{
        platform: "openrouter",
        host: "hostly",
        region: "us-east-1",
        regionGroup: "us",
        quantization: "fp8",
        variant: "turbo",
      },
      ...{ inputDeltaBps: "-2000", outputDeltaBps: "-1500", reference: "list", landedUsdPerMonth: "951.082500" },
    });
  });

  test("has the most that a month may be where a fee is unknown", async () => {
    const months = (await rows()).map(({ id, landedUsdPerMonth, landedUsdPerMonthUpper }) => [
      id,
      landedUsdPerMonth,
      landedUsdPerMonthUpper,
    ]);
    expect(months).toContainEqual(["acme/nova@hostly", "1090.000000", "1149.950000"]);
    expect(months).toContainEqual(["acme/nova@acme", "1055.000000", "1055.000000"]);
  });

  test("has a line for each condition", async () => {
    const rowsOfOffer = (await rows()).filter(({ id }) => id === "acme/nova@acme");
    expect(rowsOfOffer.map(({ condition, input, output }) => [condition, input, output])).toEqual([
      ["", "3", "15"],
      ["prompt>200000", "6", "22.5"],
      ["utc 01:00-04:00 mon,tue", "1.5", "7.5"],
      ["utc 22:00-23:30", "3", "13"],
    ]);
  });
});

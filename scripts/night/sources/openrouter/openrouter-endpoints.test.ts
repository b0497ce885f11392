import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offerId } from "../../../../src/domain/offer/offer-id.ts";
import { aModelRow, anEndpoint, hostsBody, modelsBody } from "../../../../tests/fixtures/openrouter-rows.ts";
import { recordingIo } from "../../network/recording.ts";
import type { Body, Io, Reading } from "../source.ts";
import { openrouterEndpoints } from "./openrouter-endpoints.ts";
import { openrouterModels } from "./openrouter-models.ts";

const parse = (...endpoints: readonly unknown[]) => openrouterEndpoints.parse([hostsBody("acme/nova-9", endpoints)]);

function readingOf(over: Record<string, unknown>, id = "acme/nova-9"): Reading {
  const [reading] = openrouterEndpoints.parse([hostsBody(id, [anEndpoint(over)])]).readings;
  if (reading === undefined) throw new Error("no reading");
  return reading;
}

const idsOf = (readings: readonly Reading[]) => readings.map(({ model, key }) => offerId(model ?? "", key));

describe("a recording is read and parsed", () => {
  const io = recordingIo("tests/fixtures/openrouter");

  test("every recorded host list gives its endpoints and its model", async () => {
    const { readings, models, skipped } = openrouterEndpoints.parse(await openrouterEndpoints.read(io));
    expect(idsOf(readings)).toEqual([
      "acme/nova-9@openrouter;host=acme",
      "acme/nova-9@openrouter;host=acme;region=eu;tier=flex",
      "acme/nova-9@openrouter;host=stream-pond;quant=fp8",
      "acme/nova-9@openrouter;host=huddle",
      "acme/nova-9@openrouter;host=huddle",
      "acme/nova-9@openrouter;host=acme;tier=batch",
    ]);
    expect(models.map(({ id, name, retired, tools }) => [id, name, retired, tools])).toEqual([
      ["acme/elder-1", "Elder 1", true, null],
      ["acme/nova-9", "Nova 9", true, true],
    ]);
    expect(skipped).toEqual([{ subject: "acme/nova-9 huddle", why: "same endpoint listed twice" }]);
  });

  test("each reading names its own body", async () => {
    const { readings } = openrouterEndpoints.parse(await openrouterEndpoints.read(io));
    expect(readings.at(-1)?.source).toEqual({
      id: "openrouter-endpoints",
      url: "https://openrouter.ai/api/v1/models/acme/nova-9:batch/endpoints",
      readAt: "2026-08-08T00:00:00Z",
      hand: "first",
    });
    expect(readings.at(-1)).toMatchObject({ model: "acme/nova-9", upstreamId: "acme/nova-9:batch", name: "Nova 9" });
  });
});

describe("prices", () => {
  test("oddity 10: a discount is already in the price", () => {
    const { prices, discountBps } = readingOf({
      pricing: { prompt: "0.00000006846", completion: "0.00000013692", discount: 0.511 },
    });
    expect({ prices, discountBps }).toEqual({ prices: { input: 68_460, output: 136_920 }, discountBps: 5110 });
  });

  test.each([
    [0, null],
    [0.8982, 8982],
    [1, 10_000],
    [0.00001, null],
    [1.5, null],
    [-0.1, null],
    ["0.5", null],
    [null, null],
  ])("oddity 10: a discount of %j is %j basis points", (discount, discountBps) => {
    expect(readingOf({ pricing: { prompt: "0.000001", completion: "0.000002", discount } })).toMatchObject({
      discountBps,
      unreadMeters: [],
    });
  });

  test("oddity 11: the router's own price and each host's stand side by side", () => {
    const list = openrouterModels.parse([modelsBody([aModelRow({ pricing: { prompt: "0.0000008", completion: "0.000002" } })])]);
    const hosts = parse(
      anEndpoint({ pricing: { prompt: "0.0000008", completion: "0.000002" } }),
      anEndpoint({ tag: "acme/flex", pricing: { prompt: "0.0000004", completion: "0.000001" } }),
      anEndpoint({ tag: "pond/fp8", context_length: 32_000, pricing: { prompt: "0.00000025", completion: "0.000001" } }),
    );
    expect([...list.readings, ...hosts.readings].map(({ key, prices }) => [key.host, key.tier, prices.input])).toEqual([
      [null, "standard", 800_000],
      ["acme", "standard", 800_000],
      ["acme", "flex", 400_000],
      ["pond", "standard", 250_000],
    ]);
  });

  test("oddities 2 and 4: tiers of a host are conditions; zero is free only for :free", () => {
    const overrides = [{ min_prompt_tokens: 272000, prompt: "0.000005" }];
    expect(readingOf({ pricing: { prompt: "0.0000025", completion: "0.00001", overrides } }).conditions).toEqual([
      { promptTokensAbove: 272_000, prices: { input: 5_000_000 } },
    ]);
    expect(readingOf({ pricing: { prompt: "0", completion: "0" } }).prices).toEqual({});
    expect(readingOf({ pricing: { prompt: "0", completion: "0" } }, "acme/nova-9:free").prices).toEqual({ input: 0, output: 0 });
  });

  test("oddity 3: a host whose price depends is skipped", () => {
    expect(parse(anEndpoint({ pricing: { prompt: "-1", completion: "-1" } })).skipped).toEqual([
      { subject: "acme/nova-9 acme", why: "price depends on the routed model (-1)" },
    ]);
  });
});

describe("tags", () => {
  test.each([
    ["deepinfra", "unknown", ";host=deepinfra"],
    ["deepinfra/fp4", "fp4", ";host=deepinfra;quant=fp4"],
    ["modal/mxfp4", "mxfp4", ";host=modal;quant=mxfp4"],
    ["pond/nvfp4", "unknown", ";host=pond;quant=nvfp4"],
    ["pond/int8", "unknown", ";host=pond;quant=int8"],
    ["pond/fp8", "bf16", ";host=pond;quant=bf16"],
    ["pond/bf16", null, ";host=pond;quant=bf16"],
    ["wafer", "fp8", ";host=wafer;quant=fp8"],
    ["amazon-bedrock/eu-west-1", "unknown", ";host=amazon-bedrock;region=eu-west-1"],
    ["amazon-bedrock/us-east-2", "unknown", ";host=amazon-bedrock;region=us-east-2"],
    ["google-vertex/us-south1", "unknown", ";host=google-vertex;region=us-south1"],
    ["google-vertex/us-west2", "unknown", ";host=google-vertex;region=us-west2"],
    ["google-vertex/europe", "unknown", ";host=google-vertex;region=europe"],
    ["azure/eu", "unknown", ";host=azure;region=eu"],
    ["azure/global", "unknown", ";host=azure;region=global"],
    ["azure/swedencentral", "unknown", ";host=azure;region=swedencentral"],
    ["new-cloud/mars-north-3", "unknown", ";host=new-cloud;region=mars-north-3"],
    ["openai/flex", "unknown", ";host=openai;tier=flex"],
    ["openai/priority", "unknown", ";host=openai;tier=priority"],
    ["fireworks/fast", "unknown", ";host=fireworks;tier=fast"],
    ["openai/batch", "unknown", ";host=openai;tier=batch"],
    ["google-vertex/global/flex", "unknown", ";host=google-vertex;region=global;tier=flex"],
    ["google-vertex/flex/global", "unknown", ";host=google-vertex;region=global;tier=flex"],
    ["deepinfra/turbo", "fp8", ";host=deepinfra;quant=fp8;variant=turbo"],
    ["minimax/highspeed", "unknown", ";host=minimax;variant=highspeed"],
    ["xai/zdr", "unknown", ";host=xai;variant=zdr"],
    ["amazon-bedrock/claude-on-aws", "unknown", ";host=amazon-bedrock;variant=claude-on-aws"],
    ["nebius/base", "fp8", ";host=nebius;quant=fp8;variant=base"],
    ["openai/default", "unknown", ";host=openai;variant=default"],
    ["alibaba/opensource", "unknown", ";host=alibaba;variant=opensource"],
    ["sambanova/minimax-m2.7-dedicated", "unknown", ";host=sambanova;variant=minimax-m2.7-dedicated"],
    ["anthropic/2", "unknown", ";host=anthropic;variant=2"],
    ["sambanova-turbo", "unknown", ";host=sambanova-turbo"],
    ["claude-on-aws", "unknown", ";host=claude-on-aws"],
    ["pond/turbo/us-east5/zdr/fp8", "unknown", ";host=pond;region=us-east5;quant=fp8;variant=turbo-zdr"],
    ["pond/flex/priority", "unknown", ";host=pond;tier=flex;variant=priority"],
    ["pond/eu/us", "unknown", ";host=pond;region=eu;variant=us"],
    ["Pond/FP8", "FP8", ";host=pond;quant=fp8"],
    ["pond/", "", ";host=pond"],
  ])("oddities 32 and 33: the tag %s with quantization %j is %s", (tag, quantization, key) => {
    expect(idsOf([readingOf({ tag, quantization })])).toEqual([`acme/nova-9@openrouter${key}`]);
  });

  test.each([
    ["acme/nova-9:batch", "acme", ";host=acme;tier=batch"],
    ["acme/nova-9:batch", "acme/batch", ";host=acme;tier=batch"],
    ["acme/nova-9:batch", "acme/flex", ";host=acme;tier=batch;variant=flex"],
    ["acme/nova-9:free", "pond/fp8", ";host=pond;tier=free;quant=fp8"],
    ["acme/nova-9:thinking", "pond", ";host=pond;variant=thinking"],
    ["acme/nova-9:thinking", "pond/turbo", ";host=pond;variant=thinking-turbo"],
  ])("the tier and variant in the id %s go before those in the tag %s", (id, tag, key) => {
    expect(idsOf([readingOf({ tag }, id)])).toEqual([`acme/nova-9@openrouter${key}`]);
  });

  test("oddity 32: a tag listed twice at two prices stays twice; at one price once, with the larger context", () => {
    const { readings, skipped } = parse(
      anEndpoint({ tag: "together", context_length: 1000 }),
      anEndpoint({ tag: "together", context_length: 2000 }),
      anEndpoint({ tag: "together", pricing: { prompt: "0.0000005", completion: "0.000002" } }),
    );
    expect(readings.map(({ prices, contextTokens }) => [prices.input, contextTokens])).toEqual([
      [1_000_000, 2000],
      [500_000, 400_000],
    ]);
    expect(skipped).toEqual([{ subject: "acme/nova-9 together", why: "same endpoint listed twice" }]);
  });

  test.each([0, -2, -3, -5, -10])("oddity 34: a status of %i is no reason to drop an offer", (status) => {
    expect(parse(anEndpoint({ status, uptime_last_30m: null })).readings).toMatchObject([
      { prices: { input: 1_000_000 }, note: null },
    ]);
  });

  test("oddity 35: a model without endpoints is still known, and retired as far as this body knows", () => {
    const { readings, models, skipped } = parse();
    expect({ readings, skipped }).toEqual({ readings: [], skipped: [] });
    expect(models).toMatchObject([{ id: "acme/nova-9", retired: true, contextTokens: null, releasedOn: "2026-07-01" }]);
  });

  test.each(["~acme/nova-latest", "openrouter/auto"])("oddity 35: the empty list of %s is left out", (id) => {
    const { models, skipped } = openrouterEndpoints.parse([hostsBody(id, [])]);
    expect({ models, skipped }).toEqual({ models: [], skipped: [{ subject: id, why: "no model of its own" }] });
  });

  test("oddity 36: a model with 31 hosts has 31 offers", () => {
    expect(parse(...Array.from({ length: 31 }, (_, index) => anEndpoint({ tag: `host-${index}/fp8` }))).readings).toHaveLength(
      31,
    );
  });

  test("the context of a model seen only here is that of its roomiest host", () => {
    const { models } = parse(
      anEndpoint({ context_length: 8192 }),
      anEndpoint({ tag: "pond", context_length: 131_072 }),
      anEndpoint({ tag: "x", context_length: 0 }),
    );
    expect(models).toMatchObject([{ contextTokens: 131_072, maxOutputTokens: 64_000 }]);
  });

  test("a base known only by a variant's body is a model", () => {
    const { models } = openrouterEndpoints.parse([hostsBody("acme/coder-5:batch", [], { name: "Acme: Coder 5 (batch)" })]);
    expect(models).toMatchObject([{ id: "acme/coder-5", name: "Coder 5", makerName: "Acme" }]);
  });
});

describe("live reading", () => {
  const list = modelsBody([
    aModelRow(),
    aModelRow({ id: "acme/nova-9:free" }),
    aModelRow({ id: "~acme/nova-latest" }),
    aModelRow({ id: "openrouter/auto" }),
  ]);

  /** Answers the list, and each host list unless its id is among the failing. */
  const liveIo = (models: Body, failing: readonly string[] = []): Io & { readonly asked: string[] } => {
    const asked: string[] = [];
    const getJson = async (url: string): Promise<Body> => {
      asked.push(url);
      if (url === models.url) return models;
      if (failing.some((id) => url.includes(`/${id}/`))) throw new Error(`GET ${url}: 503 Service Unavailable`);
      return hostsBody(url.slice("https://openrouter.ai/api/v1/models/".length, -"/endpoints".length), [anEndpoint()]);
    };
    return { asked, getJson, getText: getJson, recordedUrls: () => null };
  };

  test("every model and variant is asked for; aliases and routers are not", async () => {
    const io = liveIo(list);
    const bodies = await openrouterEndpoints.read(io);
    expect(io.asked.slice(1)).toEqual([
      "https://openrouter.ai/api/v1/models/acme/nova-9/endpoints",
      "https://openrouter.ai/api/v1/models/acme/nova-9:free/endpoints",
    ]);
    expect(openrouterEndpoints.parse(bodies).readings).toHaveLength(2);
  });

  const twenty = modelsBody(Array.from({ length: 20 }, (_, index) => aModelRow({ id: `acme/m-${index}x` })));

  test("one body in ten may fail: it is skipped with a reason", async () => {
    const { readings, skipped } = openrouterEndpoints.parse(await openrouterEndpoints.read(liveIo(twenty, ["m-3x", "m-7x"])));
    expect(readings).toHaveLength(18);
    expect(skipped).toEqual(
      ["m-3x", "m-7x"].map((id) => ({
        subject: `GET https://openrouter.ai/api/v1/models/acme/${id}/endpoints: 503 Service Unavailable`,
        why: "body could not be read",
      })),
    );
  });

  test("more than one in ten is a bad night: reading throws and stops asking", async () => {
    const io = liveIo(twenty, ["acme"]);
    await expect(openrouterEndpoints.read(io)).rejects.toThrow(
      /^3 of 20 OpenRouter host lists could not be read; the last: GET .*503/,
    );
    expect(io.asked.length).toBeLessThan(21);
  });

  test("a recording without host lists gives nothing", async () => {
    const io: Io = { getJson: async () => null, getText: async () => null, recordedUrls: () => [] };
    expect(openrouterEndpoints.parse(await openrouterEndpoints.read(io))).toEqual({
      readings: [],
      models: [],
      skipped: [],
      lostUrls: [],
    });
  });

  test("a live network that answers null reads nothing", async () => {
    const io: Io = { getJson: async () => null, getText: async () => null, recordedUrls: () => null };
    expect(await openrouterEndpoints.read(io)).toEqual([]);
  });
});

describe("what is no host list", () => {
  const good = Array.from({ length: 19 }, (_, index) => hostsBody(`acme/m-${index}`, [anEndpoint()]));

  test.each([[null], [{}], [{ data: [] }], [{ error: { code: 404 } }], [[]]])(
    "one body of %j among twenty is skipped",
    (content) => {
      const bad = { ...hostsBody("acme/bad-1", []), content };
      const { readings, skipped } = openrouterEndpoints.parse([...good, bad]);
      expect(readings).toHaveLength(19);
      expect(skipped).toEqual([{ subject: bad.url, why: "body has the wrong shape" }]);
    },
  );

  test("more than one in ten throws", () => {
    const bad = ["a", "b", "c"].map((slug) => ({ ...hostsBody(`acme/${slug}`, []), content: { error: "moved" } }));
    expect(() => openrouterEndpoints.parse([...good, ...bad])).toThrow("3 of 22 OpenRouter host lists could not be read");
  });

  test.each([[null], [7], [{ tag: "", pricing: {} }], [{ pricing: {} }], [{ tag: "acme", pricing: null }]])(
    "an endpoint of %j is skipped, the others stay",
    (row) => {
      const { readings, skipped } = parse(row, anEndpoint());
      expect(readings).toHaveLength(1);
      expect(skipped).toEqual([{ subject: "acme/nova-9 endpoint 1", why: "row has the wrong shape" }]);
    },
  );

  test("endpoints of junk never throw", () => {
    const junk = fc.jsonValue();
    const row = fc.oneof(
      junk,
      fc.dictionary(fc.constantFrom(...Object.keys(anEndpoint())), junk),
      fc.record({
        tag: fc.string(),
        quantization: junk,
        pricing: fc.dictionary(fc.constantFrom("prompt", "discount", "overrides"), junk),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        fc.dictionary(fc.constantFrom("name", "created", "architecture"), junk),
        (rows, over) => {
          const { readings, skipped } = openrouterEndpoints.parse([hostsBody("acme/nova-9", rows, over)]);
          expect(readings.length + skipped.length).toBe(rows.length);
        },
      ),
    );
  });
});

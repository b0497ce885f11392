import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idsOf, parse, readingOf } from "../../../../tests/fixtures/an-openrouter-host.ts";
import { aModelRow, anEndpoint, hostsBody, modelsBody } from "../../../../tests/fixtures/openrouter-rows.ts";
import { recordingIo } from "../../network/recording.ts";
import type { Body, Io } from "../source.ts";
import { openrouterEndpoints } from "./openrouter-endpoints.ts";
import { openrouterModels } from "./openrouter-models.ts";

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

describe("live reading", () => {
  const list = modelsBody([
    aModelRow(),
    aModelRow({ id: "acme/nova-9:free" }),
    aModelRow({ id: "~acme/nova-latest" }),
    aModelRow({ id: "openrouter/auto" }),
  ]);

  /** Answers the list, and each host list unless its id is among the failing. */
  const liveIo = (models: Body, failing: readonly string[] = []): Io & { readonly asked: string[] } => {
    const urls: string[] = [];
    const getJson = async (url: string): Promise<Body> => {
      urls.push(url);
      if (url === models.url) return models;
      if (failing.some((id) => url.includes(`/${id}/`))) throw new Error(`GET ${url}: 503 Service Unavailable`);
      return hostsBody(url.slice("https://openrouter.ai/api/v1/models/".length, -"/endpoints".length), [anEndpoint()]);
    };
    return { asked: urls, getJson, getText: getJson, recordedUrls: () => null };
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

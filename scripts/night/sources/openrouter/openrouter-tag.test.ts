import { describe, expect, test } from "vitest";
import { idsOf, parse, readingOf } from "../../../../tests/fixtures/an-openrouter-host.ts";
import { anEndpoint, hostsBody } from "../../../../tests/fixtures/openrouter-rows.ts";
import { openrouterEndpoints } from "./openrouter-endpoints.ts";

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

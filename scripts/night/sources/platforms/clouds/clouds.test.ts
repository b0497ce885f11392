import { describe, expect, test } from "vitest";
import { leftOut, linesOf, readFixture, readTexts, usd } from "../../../../../tests/fixtures/platform-fixture.ts";
import { readAwsUsage } from "./aws-usage.ts";
import { readAzureMeter } from "./azure-meter.ts";

describe("the AWS price list", () => {
  const per1K = (price: number) => usd(price * 1_000);

  test("is read by the unit of each line, a card for the region, its geography and the world", () => {
    const lines = linesOf("bedrock-price-list");
    expect(lines.slice(0, 4)).toEqual([
      `acme-nova-2-lite: input ${per1K(0.00033)}, output ${per1K(0.00275)}, cacheRead ${per1K(0.0000825)}`,
      `acme-nova-2-lite us: input ${per1K(0.00033)}, output ${per1K(0.00275)}, cacheRead ${per1K(0.0000825)}`,
      `acme-nova-2-lite global: input ${per1K(0.0003)}, output ${per1K(0.0025)}`,
      `acme-nova-2-lite global batch: input ${per1K(0.00015)}, output ${per1K(0.00125)}`,
    ]);
    expect(lines).toContain(`acme.grok-4 flex: input ${per1K(0.000625)}, output ${per1K(0.00125)}`);
    // 3.3 and 16.5 a million in the region, a tenth less through the global profile, twice and one and a half times that for long prompts.
    const claude = lines.filter((line) => line.startsWith("claude-acme-3"));
    expect(claude.slice(0, 4)).toEqual([
      "claude-acme-3: input 3.3, output 16.5, cacheRead 0.33, cacheWrite5m 4.125, cacheWrite1h 6.6",
      "claude-acme-3 us: input 3.3, output 16.5, cacheRead 0.33, cacheWrite5m 4.125, cacheWrite1h 6.6",
      "claude-acme-3 global: input 3, output 15; >200000: input 6, output 22.5",
      "claude-acme-3 global batch: input 1.5, output 7.5",
    ]);
  });

  test("names a geographic profile only for models that are sold across regions", () => {
    const lines = linesOf("bedrock-price-list");
    expect(lines.filter((line) => line.startsWith("acme-nova-2-lite eu"))).toEqual([
      `acme-nova-2-lite eu-central-1: input ${per1K(0.000396)}, output ${per1K(0.0033)}`,
    ]);
    expect(lines.filter((line) => / (eu|jp):/.test(line)).map((line) => line.split(":")[0])).toEqual([
      "claude-acme-3 eu",
      "claude-acme-3 jp",
    ]);
  });

  test("keeps a model's price at the older endpoint, a volume discount out, and a faster card apart", () => {
    expect(linesOf("bedrock-price-list")).toContain(`acme-maverick-17b: input ${per1K(0.00024)}, output ${per1K(0.00097)}`);
    const haiku = readFixture("bedrock-price-list").readings.find(({ upstreamId }) => upstreamId === "acme-old-haiku");
    expect(haiku?.key.variant).toBe("latency-optimized");
  });

  test("leaves out what is not whole, not text, not tokens, or not for everybody", () => {
    expect(new Set(leftOut("bedrock-price-list"))).toEqual(
      new Set([
        "acme-instant: card without input or output",
        "acme-command: card without input or output",
        "acme-maverick-17b: not priced by tokens",
        "acme-gov: a region nobody asked for",
        "USE1-AcmeNovaLite-input-tokens-custom-model: no meter of text tokens",
        "USE1-AcmeCanvas-T2I-1024-Standard-image: no meter of text tokens",
        "USE1-Guardrail-AutomatedReasoningPolicyUnitsConsumed: no meter of text tokens",
        ...["USE1", "USW2", "EUC1", "APN1"].map(
          (region) => `${region}-MP:${region}_ProvisionedThroughput_1MonthCommit_ModelUnits_Usage-Units: no meter of text tokens`,
        ),
      ]),
    );
  });

  test.each([
    ["USW2-MP:USW2_output_tokens_global_standard-Units", "output standard global"],
    ["USW2-MP:USW2_cache_write_tokens_1h_global_standard-Units", "cacheWrite1h standard global"],
    ["USW2-MP:USW2_cache_write_tokens_30m_long_ctx_standard-Units", "cacheWrite5m standard long"],
    ["APN1-MP:APN1_InputTokenCount_Global_Batch-Units", "input batch global"],
    ["USE1-MP:USE1_CacheReadInputTokenCount_Global-Units", "cacheRead standard global"],
    ["USW2-MP:USW2_CacheWrite1hInputTokenCount-Units", "cacheWrite1h standard"],
    ["USE1-Nova2.0Pro-text-input-tokens-priority-cross-region-global", "input priority global"],
    ["USE1-Llama4-Maverick-17B-input-tokens-batch", "input batch"],
    ["USE1-Claude3-5Haiku-input-tokens-latency-optimized", "input standard latency-optimized"],
    ["USE1-openai.gpt-oss-120b-mantle-input-tokens-standard", "input standard openai.gpt-oss-120b"],
    ["USE1-NovaLite-input-tokens-custom-model", ""],
    ["USE1-MP:USE1_ProvisionedThroughput_1MonthCommit_ModelUnits_Usage-Units", ""],
  ])("%s is %s", (usageType, says) => {
    const {
      meter,
      tier,
      isGlobal = false,
      isLongContext = false,
      variant = null,
      mantleId = null,
    } = readAwsUsage(usageType) ?? {};
    const words = [meter, tier, isGlobal ? "global" : null, isLongContext ? "long" : null, variant, mantleId];
    expect(words.filter((word) => word !== null && word !== undefined).join(" ")).toBe(says);
  });
});

describe("Azure's retail prices", () => {
  test("are read by the unit of each meter, over all their pages", () => {
    expect(linesOf("azure-retail-prices")).toEqual([
      "gpt-9.1-acme: input 2, output 12, cacheRead 0.2, cacheWrite5m 2.5; >272000: input 4, output 18",
      "gpt-9.1-acme us: input 2.2, output 13.2",
      `gpt-4o-2024-11-20: input ${usd(0.0025 * 1_000)}, output ${usd(0.01 * 1_000)}`,
      "gpt-5.4-mini flex: input 0.375, output 2.25",
      `gpt-4o-mini us batch: input ${usd(0.000082 * 1_000)}, output ${usd(0.00033 * 1_000)}`,
      "grok-4.3: input 1.25, output 2.5, cacheRead 0.2; >199999: input 2.5, output 5",
      `deepseek-v4-pro: input ${usd(0.00125 * 1_000)}, output ${usd(0.0025 * 1_000)}, cacheRead ${usd(0.000125 * 1_000)}`,
      `phi-4: input ${usd(0.000125 * 1_000)}, output ${usd(0.0005 * 1_000)}`,
      "gpt-9.1-acme eu: input 2.2, output 13.2",
      `gpt-4.1 swedencentral: input ${usd(0.00242 * 1_000)}, output ${usd(0.00968 * 1_000)}`,
    ]);
  });

  test("leave out what is not whole, not text, or no list price", () => {
    expect(leftOut("azure-retail-prices")).toEqual([
      "gpt-9o: card without input or output",
      "gpt 9o ft hosting Dz: not priced by tokens",
      "gpt 4o mini dev ft cchd inpt glbl Tokens: no meter of text tokens",
      "gpt-4o-rt-aud-1217 Inp glbl Tokens: no meter of text tokens",
      "Provisioned Managed Global Unit: no list price of a unit",
    ]);
  });

  test("in another currency are not read", () => {
    const euros = '{"BillingCurrency":"EUR","Items":[]}';
    expect(() => readTexts("azure-retail-prices", [euros])).toThrow('BillingCurrency is "EUR", not dollars');
  });

  test.each([
    ["GPT 5 Mini Inpt Glbl 1M Tokens", "gpt-5-mini input standard global"],
    ["GPT 5 cchd Inpt Glbl 1M Tokens", "gpt-5 cacheRead standard global"],
    ["GPT 5 Batch outpt DZone 1M Tokens", "gpt-5 output batch dataZone"],
    ["GPT 5 Batch Inpt cchd Glbl 1M Tokens", "gpt-5 cacheRead batch global"],
    ["5.4 mini cd Inp Gl 1M Tokens", "5.4-mini cacheRead standard global"],
    ["5.4 longco opt Gl 1M Tokens", "5.4 output standard global long"],
    ["5.4 mini pp Inp Gl 1M Tokens", "5.4-mini input priority global"],
    ["5.6 sol LongCo Cd Wr Std Gl 1M Tokens", "5.6-sol cacheWrite5m standard global long"],
    ["5.6 luna ShortCo Inp Std DZ 1M Tokens", "5.6-luna input standard dataZone"],
    ["6-astra ShortCo Cd Wr Std DZ 1M Tokens", "6-astra cacheWrite5m standard dataZone"],
    ["gpt 5 pro out glbl Tokens", "gpt-5-pro output standard global"],
    ["gpt-5-codex-ccchd-inp-glbl Tokens", "gpt-5-codex cacheRead standard global"],
    ["gpt 4.1 cached Inp Data Zone Tokens", "gpt-4.1 cacheRead standard dataZone"],
    ["gpt 4.1 nano Inp regnl Tokens", "gpt-4.1-nano input standard regional"],
    ["gpt-4o-0806-Batch-Inp-glbl Tokens", "gpt-4o-2024-08-06 input batch global"],
    ["gpt 4o mini0718 BatchOutp DataZone Tokens", "gpt-4o-mini output batch dataZone"],
    ["o4-mini 0416 Inp glbl Tokens", "o4-mini input standard global"],
    ["o3-deep research 0626-inp-cchd-glbl 1M Tokens", "o3-deep-research cacheRead standard global"],
    ["4.6 Outp DZ L Tokens", "4.6 output standard dataZone long"],
    ["Llama 3.3 70B Inp Dzone Tokens", "llama-3.3-70b input standard dataZone"],
    ["5.4 mini oddword Inp Gl 1M Tokens", "5.4-mini-oddword input standard global"],
    ["gpt-4o-rt-aud-1217 Inp glbl Tokens", ""],
  ])("%s is %s", (name, says) => {
    const { model, meter, tier, deployment, isLongContext } = readAzureMeter(name, { isGrok: name.includes(" L ") }) ?? {};
    const words = [model, meter, tier, deployment, isLongContext === true ? "long" : null];
    expect(words.filter((word) => word !== null && word !== undefined).join(" ")).toBe(says);
  });
});

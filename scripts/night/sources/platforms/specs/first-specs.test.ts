import { describe, expect, test } from "vitest";
import { leftOut, linesOf, readFixture, usd } from "../../../../../tests/fixtures/platform-fixture.ts";

describe("Vercel's models", () => {
  test("are priced by the token, and a list of tiers wins over the flat price beside it", () => {
    expect(linesOf("vercel-models")).toEqual([
      // Half a cent of surprise nowhere: 0.000002 · 1e6 = 2; from the 200,000th token on 0.000004 · 1e6 = 4.
      `acme/large-2.1: input ${usd(0.000002 * 1e6)}, output ${usd(0.000012 * 1e6)}, cacheRead ${usd(0.0000002 * 1e6)}, cacheWrite5m ${usd(0.0000025 * 1e6)}; >199999: input ${usd(0.000004 * 1e6)}, output ${usd(0.000018 * 1e6)}`,
      `acme/large-2.1 flex: input ${usd(0.000001 * 1e6)}, output ${usd(0.000006 * 1e6)}`,
      `acme/large-2.1 priority: input ${usd(0.000004 * 1e6)}, output ${usd(0.000024 * 1e6)}`,
      `acme/large-2.1 eu: input ${usd(0.0000022 * 1e6)}, output ${usd(0.0000132 * 1e6)}`,
      // The flat 0.000009 is not what it costs: the first tier is.
      `acme/stepped-1: input ${usd(0.0000004 * 1e6)}, output ${usd(0.0000016 * 1e6)}; >32000: input ${usd(0.0000008 * 1e6)}`,
      `acme/quick-1: input ${usd(0.00000015 * 1e6)}, output ${usd(0.0000006 * 1e6)}`,
      `acme/quick-1 fast: input ${usd(0.0000009 * 1e6)}, output ${usd(0.0000036 * 1e6)}`,
      "acme/leaving-1: input 1, output 1",
    ]);
  });

  test("leave out what is gone, has no price, or is no language model", () => {
    expect(leftOut("vercel-models")).toEqual([
      "acme/gone-1: no longer sold",
      "acme/bare-1: no price per token",
      "acme/embed-1: no language model",
      "acme/paint-1: no language model",
    ]);
  });

  test("say when they leave, and which price key nobody reads", () => {
    const [large, , , , , quick] = readFixture("vercel-models").readings;
    expect(readFixture("vercel-models").readings.at(-1)?.retiresOn).toBe("2026-12-31");
    expect([large?.unreadMeters, quick?.unreadMeters]).toEqual([[], ["thinking_surcharge"]]);
    expect(large).toMatchObject({ name: "Acme Large 2.1", contextTokens: 1_000_000, maxOutputTokens: 64_000 });
  });
});

describe("DeepInfra's models", () => {
  test("are priced in cents a token, with factors for cache and tiers, less their discount", () => {
    const cents = (each: number) => (each / 100) * 1e6;
    expect(linesOf("deepinfra-models")).toEqual([
      // A quarter of the input price for cached input; 1.5 and 0.8 times for priority and flex.
      `Acme/Tiny-8B: input ${usd(cents(0.000012))}, output ${usd(cents(0.00004))}, cacheRead ${usd(cents(0.000012) * 0.25)}`,
      `Acme/Tiny-8B flex: input ${usd(cents(0.000012) * 0.8)}, output ${usd(cents(0.00004) * 0.8)}`,
      `Acme/Tiny-8B priority: input ${usd(cents(0.000012) * 1.5)}, output ${usd(cents(0.00004) * 1.5)}`,
      "Acme/Code-480B: input 1, output 5, cacheRead 0.2; >32000: input 2, output 10, cacheRead 0.4",
      // 0.4, 1.6 and half of 0.4, each less 51 %.
      `Acme/Sale-70B: input ${usd(0.4 * 0.49)}, output ${usd(1.6 * 0.49)}, cacheRead ${usd(0.2 * 0.49)}`,
      "Acme/Noise-1B: input 0.003, output 0.015",
    ]);
  });

  test("leave out what is gone, hidden, or priced in another unit", () => {
    expect(leftOut("deepinfra-models")).toEqual([
      "Acme/Old-7B: no longer sold",
      "Acme/Hidden: private",
      "Acme/By-Time: not priced by tokens",
      "acme/embed: no text generation",
    ]);
  });

  test("say what they are discounted by, and when they leave", () => {
    const byId = new Map(readFixture("deepinfra-models").readings.map((reading) => [reading.upstreamId, reading]));
    expect(byId.get("Acme/Sale-70B")?.discountBps).toBe(5_100);
    expect(byId.get("Acme/Code-480B")?.retiresOn).toBe("2026-12-31");
  });
});

test("DeepInfra's list for OpenAI clients is in dollars a million, and the first of two rows counts", () => {
  expect(linesOf("deepinfra-openai")).toEqual([
    "Acme/Tiny-8B: input 0.12, output 0.4, cacheRead 0.03",
    "Acme/Code-480B: input 1, output 5, cacheRead 0.2",
    "Acme/Noise-1B: input 0.003, output 0.015",
  ]);
  expect(leftOut("deepinfra-openai")).toEqual([
    "Acme/Paint: no price per token",
    "Acme/Old: no metadata",
    "Acme/Tiny-8B: id listed twice",
  ]);
});

describe("Novita's models", () => {
  test("are priced in ten-thousandths of a dollar a million, and the lowest tier is the base", () => {
    expect(linesOf("novita-models")).toEqual([
      `acme/large-3: input ${usd(5_500 / 10_000)}, output ${usd(21_000 / 10_000)}, cacheRead ${usd(1_100 / 10_000)}`,
      `acme/mega: input ${usd(3_000 / 10_000)}, output ${usd(12_000 / 10_000)}; >524287: input ${usd(12_000 / 10_000)}, output ${usd(48_000 / 10_000)}`,
      `acme/small-0.5: input ${usd(65 / 10_000)}, output ${usd(130 / 10_000)}`,
      "acme/promo: ",
    ]);
  });

  test("leave out what is not active or no chat model", () => {
    expect(leftOut("novita-models")).toEqual(["acme/retired: not active", "acme/embed: no chat model"]);
  });
});

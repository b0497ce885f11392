import { expect, test } from "vitest";
import { z } from "zod";
import { readJson } from "../../../../../src/data/rows.ts";
import { QuotedCurrency } from "../../../../../src/domain/platform/quoted-currency.ts";
import type { PlatformSourceId } from "../../../../../src/domain/source/platforms/platform-sources.ts";
import { leftOut, linesOf, readFixture, specOf, usd } from "../../../../../tests/fixtures/platform-fixture.ts";

/** Dollars a token, a thousand and a million, in dollars a million. */
const token = (price: number) => usd(price * 1e6);
const thousand = (price: number) => usd(price * 1e3);
const million = (price: number) => usd(price);

/** Euros a million at the constant rate of the copies. */
const euros = (price: number) => usd(price * 1.114);

test.each<[PlatformSourceId, readonly string[], readonly string[]]>([
  [
    "chutes-models",
    [
      `Acme-AI/Large-V3-TEE: input ${million(0.25)}, output ${million(1.1)}, cacheRead ${million(0.125)}`,
      `Acme-AI/Mini: input ${million(0.02)}, output ${million(0.08)}`,
      // 0.0399999999 is noise of 0.04.
      `unsloth/Acme-4B-FP8: input ${million(0.01)}, output ${million(0.04)}`,
    ],
    ["Acme-AI/Unpriced: no price per token"],
  ],
  [
    "nano-gpt-models",
    [
      `acme/large-3: input ${million(0.6)}, output ${million(2.4)}, cacheRead ${thousand(0.00006)}`,
      `acme/large-3:thinking: input ${million(0.6)}, output ${million(2.4)}`,
      `TEE/mini-2: input ${million(0.1)}, output ${million(0.35)}, cacheWrite5m ${thousand(0.000125)}`,
    ],
    ["acme/by-image: not priced by the million"],
  ],
  [
    "requesty-models",
    [
      `acme/large-3: input ${token(0.000003)}, output ${token(0.000015)}, cacheRead ${token(3e-7)}, cacheWrite5m ${token(0.00000375)}`,
      `bedrock/acme-large-3@eu-central-1 eu-central-1: input ${token(0.0000033)}, output ${token(0.0000165)}, cacheRead ${token(3.3e-7)}, cacheWrite5m ${token(0.000004125)}`,
      `hostx/mini: input ${token(1e-7)}, output ${token(4e-7)}`,
    ],
    ["acme/embed-2: no chat model", "large-3-managed: name of a route", "policy/best: name of a route"],
  ],
  [
    "llmgateway-models",
    [
      `acme/large-3: input ${token(0.000003)}, output ${token(0.000015)}, cacheRead ${token(0.0000003)}`,
      `hostx/large-3: input ${token(2.8e-6)}, output ${token(1.4e-5)}`,
      "hostx/mini-free free: input 0, output 0",
      // A zero without the word is no data.
      "hosty/nodata-1: ",
    ],
    ["llmgateway/custom: name of a route", "acme/paint-2: no text output", "large-3: not mapped to a provider"],
  ],
  [
    "helicone-models",
    [
      `large-3: input ${million(3)}, output ${million(15)}, cacheRead ${million(0.3)}, cacheWrite5m ${million(3.75)}`,
      `large-3: input ${million(3.3)}, output ${million(16.5)}`,
      `tiny-1: input ${million(0.05)}, output ${million(0.2)}`,
    ],
    ["large-3: one's own key only"],
  ],
  [
    "cortecs-models",
    [
      `acme-large-3: input ${euros(2.7)}, output ${euros(13.4)}, cacheRead ${euros(0.27)}`,
      `acme-mini: input ${euros(0.09)}, output ${euros(0.36)}`,
      `acme-oss-120b: input ${euros(0.035)}, output ${euros(0.175)}, cacheWrite5m ${euros(0.05)}`,
    ],
    [],
  ],
  [
    "huggingface-models",
    [
      `Acme-AI/Large-V3: input ${million(0.27)}, output ${million(1)}`,
      `Acme-AI/Mini: input ${million(0.8)}, output ${million(0.8)}`,
      "Acme-AI/Mini free: input 0, output 0",
      "Acme-AI/Mini: ",
    ],
    ["Acme-AI/Large-V3: no price per token", "Acme-AI/Large-V3: not live"],
  ],
  [
    "venice-models",
    [
      `acme-large-3: input ${million(0.75)}, output ${million(3)}, cacheRead ${million(0.15)}; >200000: input ${million(1.5)}, output ${million(4.5)}`,
      `acme-mini: input ${million(0.125)}, output ${million(0.5)}`,
      "acme-leaving: input 1, output 1",
    ],
    ["acme-off: offline", "acme-image: no text model"],
  ],
  [
    "nearai-models",
    [
      // Dollars a million beside dollars a token.
      `acme/Large-3: input ${million(0.85)}, output ${million(3.3)}, cacheRead ${token(0.00000021)}`,
      `anthropic/acme-relay-5: input ${million(1.4)}, output ${million(7)}, cacheRead ${token(1.4e-7)}`,
      `acme/Mini: input ${million(0.05)}, output ${million(0.15)}`,
    ],
    [],
  ],
  [
    "tokenmart-models",
    [
      `acme-large-3: input ${million(2.55)}, output ${million(12.75)}`,
      `acme-mini: input ${million(0.2)}, output ${million(0.8)}`,
      `acme-cached-2: input ${million(1.7)}, output ${million(8.5)}`,
    ],
    ["acme-hidden: not among its models", "acme-clip: not among its models"],
  ],
  [
    "digitalocean-models",
    [
      // A token, though the fields say a million.
      `acme-large-3: input ${token(0.000003)}, output ${token(0.000015)}, cacheRead ${token(3e-7)}; >200000: input ${token(0.000006)}, output ${token(0.0000225)}`,
      `acme-mini-8b-instruct: input ${token(1.98e-7)}, output ${token(1.98e-7)}`,
      `acme-oss-120b: input ${token(1e-7)}, output ${token(7e-7)}`,
    ],
    ["acme-dedicated: not serverless"],
  ],
  [
    "nebius-models",
    [
      `acme-ai/Large-V3: input ${million(0.5)}, output ${million(1.5)}`,
      `acme-ai/Large-V3-fast: input ${million(2)}, output ${million(6)}`,
      `acme-ai/Eye-2: input ${million(0.13)}, output ${million(0.4)}`,
    ],
    ["acme-ai/Vectors: no text output", "acme-ai/Gone: not active"],
  ],
  [
    "sambanova-models",
    [
      `Acme-Large-V3: input ${token(0.0000006)}, output ${token(0.0000012)}`,
      `Acme-Llama-3.3-70B-Instruct: input ${token(0.00000045)}, output ${token(0.0000009)}`,
      `acme-oss-120b: input ${token(0.00000022)}, output ${token(0.00000059)}`,
    ],
    ["Whisper-X: billed by the second"],
  ],
  [
    "cerebras-models",
    [
      `acme-oss-120b: input ${token(0.00000035)}, output ${token(0.00000075)}`,
      `acme-glm-4.7: input ${token(0.00000225)}, output ${token(0.00000275)}`,
      `acme-8b: input ${token(0.0000001)}, output ${token(0.0000001)}`,
      "acme-preview: ",
    ],
    ["acme-old: deprecated"],
  ],
  [
    "ovhcloud-models",
    [
      `Acme-Large-3_3-70B: input ${token(0.00000074)}, output ${token(0.00000074)}`,
      `acme-oss-20b: input ${token(0.00000005)}, output ${token(0.00000018)}, cacheRead ${token(0.000000025)}`,
      `acme-oss-120b: input ${token(0.00000009)}, output ${token(0.00000047)}`,
      "Acme-Beta: ",
    ],
    [],
  ],
  [
    "wandb-models",
    [
      `acme-ai/Large-V3: input ${token(0.00000114)}, output ${token(0.00000275)}, cacheRead ${token(0.00000028)}`,
      `acme-ai/Older-Names: input ${token(0.0000002)}, output ${token(0.0000008)}, cacheRead ${token(0.0000001)}`,
      `acme-ai/Mini-14B: input ${token(0.00000005)}, output ${token(0.00000022)}`,
    ],
    [],
  ],
  [
    "friendli-models",
    [
      `acme-ai/Large-V3: input ${token(0.0000006)}, output ${token(0.0000024)}, cacheRead ${token(0.0000003)}`,
      `acme-ai/Numbers-31B: input ${token(1.4e-7)}, output ${token(4e-7)}`,
      `acme-ai/Flat-8B: input ${token(0.0000001)}, output ${token(0.0000001)}`,
    ],
    ["acme-ai/By-Second: no price per token"],
  ],
  [
    "eurouter-models",
    [
      `acme-large-3: input ${token(0.0000004)}, output ${token(0.000002)}, cacheRead ${token(0.00000004)}`,
      `acme-mini: input ${token(0.0000001)}, output ${token(0.0000003)}`,
      `acme-deep: input ${token(0.000001)}, output ${token(0.000004)}, reasoning ${token(0.000004)}`,
    ],
    ["acme-beta: no price per token"],
  ],
  [
    "kilo-models",
    [
      `acme/large-3: input ${token(0.000003)}, output ${token(0.000015)}, cacheRead ${token(0.0000003)}`,
      `acme/mini: input ${token(0.00000004)}, output ${token(0.00000014)}`,
      "acme/mini:free free: input 0, output 0",
    ],
    // -1 is a stub's price: the route is retired.
    ["kilo/auto: name of a route", "acme/gone: no price per token"],
  ],
  [
    "poe-models",
    [
      `acme-large-3: input ${token(0.0000026)}, output ${token(0.000013)}, cacheRead ${token(0.00000026)}, cacheWrite5m ${token(0.0000032)}`,
      `acme-mini-fw: input ${token(0.00000013)}, output ${token(0.00000051)}`,
      `acme-deep-n: input ${token(0.00000088)}, output ${token(0.0000028)}`,
    ],
    ["acme-chat-tog: no price per token", "acme-free: no price per token", "acme-bot: a user's bot"],
  ],
])("%s", (id, lines, left) => {
  expect(linesOf(id)).toEqual(lines);
  expect(leftOut(id)).toEqual(left);
});

test.each<[PlatformSourceId, readonly (string | null)[]]>([
  ["requesty-models", ["acme", "bedrock", "hostx"]],
  ["llmgateway-models", ["acme", "hostx", "hostx", "hosty"]],
  ["helicone-models", ["acme", "bedrock", "hostx"]],
  ["huggingface-models", ["novita", "together", "sambanova", "hosty"]],
])("%s names who runs the weights", (id, hosts) => {
  expect(readFixture(id).readings.map(({ key }) => key.host)).toEqual(hosts);
});

test("a price key that nobody reads is told, a zero and a currency are not", () => {
  const unread = readFixture("tokenmart-models").readings.map(({ unreadMeters }) => unreadMeters);
  expect(unread).toEqual([[], [], ["cached_input_per_1m"]]);
  expect(readFixture("cortecs-models").readings.flatMap(({ unreadMeters }) => unreadMeters)).toEqual([]);
});

test("what is not text is left out by its own words, limits that are no numbers are unknown", () => {
  expect(readFixture("poe-models").readings.map(({ contextTokens }) => contextTokens)).toEqual([null, 131_072, null]);
  expect(readFixture("digitalocean-models").readings.map(({ contextTokens }) => contextTokens)).toEqual([
    200_000, 131_072, 131_072,
  ]);
  expect(readFixture("wandb-models").readings.map(({ maxOutputTokens }) => maxOutputTokens)).toEqual([null, 8_192, null]);
});

test("euros are kept at the constant at which catalogues copy them, from which they are brought back", () => {
  const rows = readJson("data/curated/quoted-currencies.json", z.array(QuotedCurrency));
  const spec = specOf("cortecs-models");
  expect(rows.find(({ platform }) => platform === "cortecs")?.rate).toBe(spec.family === "json" ? spec.currency?.usd : null);
});

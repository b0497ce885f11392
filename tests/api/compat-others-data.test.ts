import { calcPrice, updatePrices, waitForUpdate } from "@pydantic/genai-prices";
import { expect, test } from "vitest";
import { z } from "zod";
import type { CompatRow } from "../../src/data/compat/compat-row.ts";
import { monthCost } from "../../src/domain/cost/landed-cost.ts";
import type { Workload } from "../../src/domain/cost/workload.ts";
import { apart, confirmedRows, fileOf, randomUsages } from "./compat-rows.ts";

const Providers = z.array(
  z.looseObject({ id: z.string(), models: z.array(z.looseObject({ id: z.string(), prices: z.unknown() })) }),
);

test("@pydantic/genai-prices calculates with our file what our calculator does, on 1,000 random requests", async () => {
  const file = fileOf("genai-prices");
  updatePrices(({ setProviderData }) => setProviderData(JSON.parse(JSON.stringify(file))));
  await waitForUpdate();
  const cases = Providers.parse(file).flatMap(({ id, models }) =>
    models.flatMap((model) => {
      const row = confirmedRows.find(
        (each) => each.upstreamId === model.id && (each.platform === id || OTHER_NAMES[id] === each.platform),
      );
      return row === undefined ? [] : [{ provider: id, row }];
    }),
  );
  const compared = randomUsages(Math.max(1_000, cases.length)).flatMap((drawn, index) => {
    const drawnCase = cases[index % cases.length];
    if (drawnCase === undefined) return [];
    // A window of some days only is no price there; a time of day is asked for below.
    const workload = { ...drawn, peakShare: 0 };
    const [mine, theirs] = [
      ours(drawnCase.row, workload),
      genaiUsd(drawnCase.provider, drawnCase.row, workload, "2026-11-22T12:00:00Z"),
    ];
    return [
      {
        what: `${drawnCase.provider} ${drawnCase.row.upstreamId} ${JSON.stringify(workload)}: ${mine} and ${theirs}`,
        off: apart(mine, theirs),
      },
    ];
  });
  expect(compared.filter(({ off }) => !(off <= 1e-9)).map(({ what }) => what)).toEqual([]);
  expect(compared.length >= 1_000 || cases.length === 0).toBe(true);
});

/** genai-prices' names of platforms that differ from ours. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  aws: "amazon-bedrock",
  fireworks: "fireworks-ai",
  novita: "novita-ai",
  together: "togetherai",
  "x-ai": "xai",
};

function genaiUsd(providerId: string, { upstreamId }: CompatRow, workload: Workload, at: string): number {
  const { inputTokens, outputTokens, cachedShare, cacheWriteShare, cacheWriteTtl } = workload;
  const written = inputTokens * cacheWriteShare;
  const usage = {
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    cache_read_tokens: inputTokens * cachedShare,
    cache_write_tokens: written,
    ...(cacheWriteTtl === "1h" ? { cache_write_1h_tokens: written } : {}),
  };
  const price = calcPrice(usage, upstreamId, { providerId, timestamp: new Date(at) });
  if (price === null) throw new Error(`${providerId} ${upstreamId} is not found`);
  return price.total_price;
}

/** By what the seller states: a file in another tool’s form has no place for what months assume of long prompts. */
function ours({ base }: CompatRow, workload: Workload): number {
  const month = monthCost({ ...base, assumedTiers: [], assumedWindows: undefined }, workload, null);
  if (month.kind !== "priced") throw new Error(`${base.id}: ${JSON.stringify(month)}`);
  return month.usd;
}

/** The schema reference in the README of models.dev's repository. Unknown keys break it. */
const Usd = z.number().min(0);
const Day = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);
const Cost = z.strictObject({
  ...{ input: Usd, output: Usd, reasoning: Usd.optional(), cache_read: Usd.optional(), cache_write: Usd.optional() },
  ...{ input_audio: Usd.optional(), output_audio: Usd.optional() },
  tiers: z
    .array(z.looseObject({ input: Usd, output: Usd, tier: z.strictObject({ type: z.literal("context"), size: z.int() }) }))
    .optional(),
});
const Model = z
  .strictObject({
    ...{ id: z.string(), name: z.string().min(1), attachment: z.boolean(), reasoning: z.boolean(), tool_call: z.boolean() },
    ...{ structured_output: z.boolean().optional(), knowledge: Day.optional(), release_date: Day, last_updated: Day },
    modalities: z.object({ input: z.array(z.enum(["text", "audio", "image", "video", "pdf"])), output: z.array(z.string()) }),
    ...{ open_weights: z.boolean(), cost: Cost, limit: z.object({ context: z.number().min(0), output: z.number().min(0) }) },
  })
  .refine(({ reasoning, cost }) => reasoning || cost.reasoning === undefined);
const Provider = z
  .strictObject({
    ...{ id: z.string(), env: z.array(z.string()).min(1), npm: z.string().min(1), api: z.string().optional() },
    ...{ name: z.string().min(1), doc: z.string().min(1), models: z.record(z.string(), Model) },
  })
  .refine(({ npm, api }) => (npm === "@ai-sdk/openai-compatible") === (api !== undefined));

test.each(["models.dev", "models.dev-reported"])("%s.json is what models.dev's published schema asks for", (name) => {
  const providers = z.record(z.string(), Provider).parse(fileOf(name));
  expect(Object.values(providers).every(({ id, models }) => providers[id] !== undefined && Object.keys(models).length > 0)).toBe(
    true,
  );
});

test("nothing that one catalogue alone says stands among the confirmed of any file", () => {
  const texts = ["litellm", "genai-prices", "llm-prices", "llm-prices-historical", "langfuse"].map(
    (name) => [name, JSON.stringify(fileOf(name))] as const,
  );
  for (const [name, text] of texts) {
    expect(text.includes('"confirmed":false'), name).toBe(false);
    expect(JSON.stringify(fileOf(`${name}-reported`)).includes('"confirmed":true'), name).toBe(false);
  }
});

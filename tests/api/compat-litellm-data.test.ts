import { expect, test } from "vitest";
import { z } from "zod";
import { readCurated } from "../../scripts/night/pipeline/curated.ts";
import { run } from "../../src/data/catalog.ts";
import type { CompatRow } from "../../src/data/compat/compat-row.ts";
import { monthCost } from "../../src/domain/cost/landed-cost.ts";
import type { Workload } from "../../src/domain/cost/workload.ts";
import { apart, confirmedRows, fileOf, randomUsages } from "./compat-rows.ts";

/**
 * LiteLLM's rules, from https://docs.litellm.ai/docs/proxy/model_cost_map: dollars for one token; the rates of the highest `_above_N` that the
 * prompt exceeds (that it reaches, for xAI) replace the base ones, one by one; cached, written and other input bill apart; a key that is absent
 * bills nothing; the rates of an open `off_peak_pricing` window replace all.
 */
const Entry = z.looseObject({ litellm_provider: z.string(), metadata: z.looseObject({ model: z.string() }) });
type Entry = z.output<typeof Entry>;
const map = z.record(z.string(), Entry).parse(fileOf("litellm"));
const byId = new Map(confirmedRows.map((row) => [`${row.platform} ${row.upstreamId}`, row]));
const aliases = readCurated("data/curated").platformAliases.filter(({ source }) => source === "litellm");
const platforms = new Map([["openrouter", "openrouter"], ...aliases.map(({ name, platform }) => [name, platform] as const)]);

const KEYS = {
  input: "input_cost_per_token",
  output: "output_cost_per_token",
  read: "cache_read_input_token_cost",
  write5m: "cache_creation_input_token_cost",
  write1h: "cache_creation_input_token_cost_above_1hr",
} as const;

const rate = (entry: Readonly<Record<string, unknown>>, key: string): number | null =>
  z.number().nullable().catch(null).parse(entry[key]);

function suffixFor(entry: Entry, promptTokens: number): string {
  const thresholds = Object.keys(entry).flatMap((key) => {
    const [, digits, k] = /^input_cost_per_token_above_(\d+)(k?)_tokens$/.exec(key) ?? [];
    return digits === undefined
      ? []
      : [{ text: `_above_${digits}${k}_tokens`, tokens: Number(digits) * (k === "k" ? 1_000 : 1) }];
  });
  const isReached = (tokens: number) => promptTokens > tokens || (entry.litellm_provider === "xai" && promptTokens === tokens);
  return thresholds.filter(({ tokens }) => isReached(tokens)).toSorted((a, b) => b.tokens - a.tokens)[0]?.text ?? "";
}

function litellmUsd(entry: Entry, workload: Workload, service = ""): number {
  const suffix = suffixFor(entry, workload.inputTokens);
  const block = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(workload.peakShare === 1 ? entry["off_peak_pricing"] : {});
  const of = (key: string) =>
    rate(block, key) ?? rate(entry, `${key}${suffix}${service}`) ?? rate(entry, `${key}${service}`) ?? rate(entry, key) ?? 0;
  const [read, written] = [workload.inputTokens * workload.cachedShare, workload.inputTokens * workload.cacheWriteShare];
  return (
    (workload.inputTokens - read - written) * of(KEYS.input) +
    read * of(KEYS.read) +
    written * of(workload.cacheWriteTtl === "1h" ? KEYS.write1h : KEYS.write5m) +
    workload.outputTokens * of(KEYS.output)
  );
}

/** By what the seller states: a file in another tool’s form has no place for what months assume of long prompts. */
function ours({ base }: CompatRow, workload: Workload): number {
  const { request: _, ...unitPrices } = base.unitPrices;
  const month = monthCost({ ...base, unitPrices, assumedTiers: [], assumedWindows: undefined }, workload, null);
  if (month.kind !== "priced") throw new Error(`${base.id}: ${JSON.stringify(month)}`);
  return month.usd;
}

const entries = Object.entries(map).map(([key, entry]) => {
  const platform = platforms.get(entry.litellm_provider) ?? "";
  const row = byId.get(`${platform} ${key}`) ?? byId.get(`${platform} ${key.slice(key.indexOf("/") + 1)}`);
  if (row === undefined) throw new Error(`${key} is no offer`);
  return { key, entry, row };
});

test("a tool that bills by LiteLLM's map bills 1,000 random requests as our calculator does", () => {
  const hasWindow = ({ row }: (typeof entries)[number]) => row.base.conditions.some((each) => "utc" in each);
  const compared = randomUsages(Math.max(1_000, entries.length * 2)).flatMap((workload, index) => {
    const entry = entries[index % entries.length];
    if (entry === undefined) return [];
    // An hour's write inside a window has no key in LiteLLM's block.
    const billedWorkload = !hasWindow(entry) ? workload : { ...workload, cacheWriteTtl: "5m" as const };
    const [mine, theirs] = [ours(entry.row, billedWorkload), litellmUsd(entry.entry, billedWorkload)];
    return [{ what: `${entry.key} ${JSON.stringify(billedWorkload)}: ${mine} and ${theirs}`, off: apart(mine, theirs), theirs }];
  });
  expect(compared.filter(({ off }) => !(off <= 1e-9)).map(({ what }) => what)).toEqual([]);
  expect(compared.length === 0 || compared.length >= 1_000).toBe(true);
  expect(compared.filter(({ theirs }) => theirs > 0).length).toBeGreaterThanOrEqual(compared.length * 0.9);
});

test("batch rates are those of the batch offers beside the rows", () => {
  const batched = entries.filter(({ row }) => row.tiers.has("batch"));
  for (const { entry, row } of batched) {
    const batch = row.tiers.get("batch");
    const rates = [rate(entry, `${KEYS.input}_batches`), rate(entry, `${KEYS.output}_batches`)];
    expect(rates).toEqual([(batch?.prices.input ?? 0) / 1e12, (batch?.prices.output ?? 0) / 1e12]);
  }
});

test("every row says where and when it was read, and none rests on one catalogue", () => {
  const Witness = z.looseObject({
    source: z.url(),
    metadata: z.looseObject({
      observed_at: z.iso.date(),
      confirmed: z.literal(true),
      evidence: z.enum(["own", "mirror", "transcribed", "corroborated"]),
    }),
  });
  for (const entry of Object.values(map)) expect(Witness.parse(entry).metadata.observed_at <= run.asOf).toBe(true);
});

import { expect, test } from "vitest";
import { z } from "zod";
import { matcher } from "../scripts/night/match/match.ts";
import { listPrices } from "../scripts/night/sources/list-prices.ts";
import { jsonFilesOf, readJson } from "../src/data/rows.ts";
import { Claims } from "../src/domain/claim/claim.ts";
import { judgeClaim } from "../src/domain/claim/claim-verdict.ts";
import { WorkloadPresets } from "../src/domain/cost/workload.ts";
import { Alias } from "../src/domain/model/alias.ts";
import { ListPrice } from "../src/domain/offer/list-price.ts";
import { offerId } from "../src/domain/offer/offer-id.ts";
import { Platform, sellerOn } from "../src/domain/platform/platform.ts";
import { DEFAULT_RANK_OPTIONS } from "../src/domain/ranking/cheapest.ts";
import { modelSheet } from "../src/domain/reference/model-sheet.ts";
import type { AssessedOffer } from "../src/domain/source/assessed-offer.ts";
import { claimInputs } from "../src/features/claims/claim-inputs.ts";
import { aModel } from "./builders/a-model.ts";
import { anOffer } from "./builders/an-offer.ts";

/** The claims over the curated data as they stood on a day that does not move: list prices, fees and bonuses from the files, nothing typed. */
const AS_OF = "2026-08-22";
const curated = (path: string) => new URL(`../data/curated/${path}`, import.meta.url).pathname;

const claims = readJson(curated("claims.json"), Claims);
const platforms = jsonFilesOf(curated("platforms")).map((path) => readJson(path, Platform));
const [workload] = readJson(curated("workloads.json"), WorkloadPresets);
if (workload === undefined) throw new Error("no workload");

const models = [...new Set([...JSON.stringify(claims).matchAll(/"model":"([^"]+)"/g)].map(([, id = ""]) => id))].map((id) =>
  aModel({ id, maker: id.slice(0, id.indexOf("/")), canonicalSlug: null }),
);
const match = matcher({ models, aliases: readJson(curated("aliases.json"), z.array(Alias)), neverJoin: [] });
const rows = jsonFilesOf(curated("list-prices")).flatMap((path) => readJson(path, z.array(ListPrice)));
const curatedOffers = listPrices({ rows, asOf: AS_OF })
  .parse([])
  .readings.flatMap((reading): readonly AssessedOffer[] => {
    const ownMatch = match.reading(reading);
    if (ownMatch.kind !== "known") return [];
    const { key, conditions, ...rest } = reading;
    const offer = { ...anOffer(), ...rest, ...key, model: ownMatch.modelId, conditions: [...conditions], effectiveFrom: null };
    return [{ ...offer, unreadMeters: [], id: offerId(ownMatch.modelId, key) }];
  });
/** OpenRouter's own, of which no person keeps a list. */
const routed = [
  anOffer({ model: "deepseek/deepseek-v4-flash", platform: "openrouter", prices: { input: "0.06426", output: "0.12852" } }),
];

const sellers = new Map(platforms.map((platform) => [platform.id, sellerOn(platform, AS_OF)]));
const offers = Map.groupBy([...curatedOffers, ...routed], ({ model }) => model);
const sheets = models.map((model) =>
  modelSheet(
    { model, offers: offers.get(model.id) ?? [], past: { listPrices: [], secondsOf: () => [] } },
    workload,
    sellers,
    DEFAULT_RANK_OPTIONS,
  ),
);
const inputs = claimInputs({ sheets, platforms, asOf: AS_OF, workload });
const judged = new Map(claims.map((claim) => [claim.id, judgeClaim(claim, inputs)]));

test.each([
  ["tokens-800m-openrouter", "1635.25", "2110.00", "false"],
  ["tokens-800m-tokenmart", "1210.00", "1625.00", "cannotBeChecked"],
  ["tokens-800m-saving-usd", "425.25", "485.00", "false"],
  ["gap-25-to-30-percent", "26.0", "23.0", "false"],
  ["tokens-800m-with-bonus", "1141.51", "1533.02", "cannotBeChecked"],
  ["open-source-case", undefined, undefined, "cannotBeChecked"],
  ["prepaid-99", "20.0", "20.0", "true"],
  ["swing-1000", "205.00", undefined, "cannotBeChecked"],
  ["hundred-buys", "94.79", "94.79", "false"],
  ["cached-effective-input", "0.3700", "0.3700", "true"],
  ["spread-55-times", "55.6", "77.8", "trueThen"],
  ["system-prompt-day", "7.50", "7.50", "true"],
  ["mixtral-chatbot", "1.10", undefined, "cannotBeChecked"],
  ["codellama-snippets", "0.0060", undefined, "cannotBeChecked"],
  ["gemini-list-1-10", "1.10", "2.00", "false"],
  ["grok-list-3-00", "3.00", undefined, "cannotBeChecked"],
  ["free-tier-none", undefined, "yes", "false"],
] as const)("%s: as said %s, on 2026-08-22 %s, %s", (id, said, today, verdict) => {
  const { asSaid, today: now, verdict: found } = judged.get(id) ?? {};
  expect([asSaid?.value, now?.value, found]).toEqual([said, today, verdict]);
});

test.each([
  ["tokens-800m-openrouter", "with prompts above 200,000 tokens at Gemini", "3165.00"],
  ["open-source-case", "OpenRouter’s month with 480M of the 800M tokens on DeepSeek V4 Flash", "876.54"],
  ["cached-effective-input", "misses written for an hour", "0.6700"],
  ["spread-55-times", "output", "194.5"],
  ["spread-55-times", "input, from DeepSeek itself off-peak", "22.7"],
  ["spread-55-times", "input, from DeepSeek itself at peak", "11.4"],
  ["spread-55-times", "output, from DeepSeek itself off-peak", "37.9"],
  ["spread-55-times", "output, from DeepSeek itself at peak", "18.9"],
])("%s, %s: %s", (id, label, value) => {
  expect(judged.get(id)?.alternatives.find((each) => each.label === label)?.today?.value).toBe(value);
});

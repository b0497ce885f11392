import { describe, expect, test } from "vitest";
import { z } from "zod";
import { jsonFilesOf, readJson } from "../src/data/rows.ts";
import { Claims } from "../src/domain/claim/claim.ts";
import { type ClaimInputs, judgeClaim } from "../src/domain/claim/claim-verdict.ts";
import { ListPrice } from "../src/domain/offer/list-price.ts";
import { Platform, Platforms } from "../src/domain/platform/platform.ts";
import { platformFigure, platformTrait } from "../src/domain/platform/platform-figure.ts";

const curated = (path: string) => new URL(`../data/curated/${path}`, import.meta.url).pathname;
const claims = readJson(curated("claims.json"), Claims);
const platforms = new Map(
  [
    ...jsonFilesOf(curated("platforms")).map((path) => readJson(path, Platform)),
    ...readJson(curated("platforms.json"), Platforms),
  ].map((platform) => [platform.id, platform]),
);

const AS_OF = "2026-08-22";

/** List prices in dollars of 2026-08-22, DeepSeek's off-peak. */
const LIST: Readonly<Record<string, number>> = {
  "anthropic/claude-opus-4.7 input": 5,
  "anthropic/claude-opus-4.8 input": 5,
  "anthropic/claude-opus-4.8 output": 25,
  "anthropic/claude-opus-4.8 cacheRead": 0.5,
  "anthropic/claude-opus-4.8 cacheWrite5m": 6.25,
  "anthropic/claude-opus-4.8 cacheWrite1h": 10,
  "openai/gpt-5.4 input": 2.5,
  "google/gemini-3.1-pro-preview input": 2,
  "google/gemini-3.1-pro-preview input>200000": 4,
  "google/gemini-3.1-flash-image input": 0.5,
  "deepseek/deepseek-v4-flash input": 0.22,
  "deepseek/deepseek-v4-flash output": 0.66,
  "deepseek/deepseek-v4-flash input peak": 0.44,
};
const OPENROUTER: Readonly<Record<string, number>> = {
  "deepseek/deepseek-v4-flash input": 0.06426,
  "openai/gpt-4-turbo input": 10,
  "openai/gpt-4-turbo output": 30,
};

const micro = (usd: number | undefined): number | null => (usd === undefined ? null : Math.round(usd * 1_000_000));

const inputs: ClaimInputs = {
  list: ({ model, meter, promptTokens, peak }) =>
    micro(LIST[`${model} ${meter}${promptTokens === undefined ? "" : ">200000"}${peak ? " peak" : ""}`]),
  price: ({ platform, model, meter }) => (platform === "openrouter" ? micro(OPENROUTER[`${model} ${meter}`]) : null),
  figure: (id, figure, topUpCents) => {
    const platform = platforms.get(id);
    return platform === undefined ? null : platformFigure(platform, figure, AS_OF, topUpCents);
  },
  trait: (id, trait, day) => {
    const platform = platforms.get(id);
    return platform === undefined ? null : platformTrait(platform, trait, day ?? AS_OF);
  },
  count: () => null,
  share: () => null,
  median: () => null,
  name: ({ look }) => look,
};

const judged = new Map(claims.map((claim) => [claim.id, judgeClaim(claim, inputs)]));

test("every claim stands once, and every row of the study is there", () => {
  expect(judged.size).toBe(claims.length);
  expect(claims.length).toBeGreaterThanOrEqual(42);
});

test("every platform a claim asks about is one we describe", () => {
  const text = JSON.stringify(claims);
  const platformIds = [...text.matchAll(/"platform":"([^"]+)"/g)].map(([, id]) => id);
  expect(platformIds.filter((id) => id === undefined || !platforms.has(id))).toEqual([]);
});

test("each claim can be read by itself: by its verdict it stands far from the one it came after", () => {
  const leans = /^(They|It|That (?!Claude)|This|The same)\b|\bon it\.|\bthe gap\b/;
  expect(claims.map(({ said }) => said).filter((said) => leans.test(said))).toEqual([]);
});

test("days are written out in all that pages say of a claim", () => {
  const told = claims.flatMap(({ said, note, assumes, alternatives, formula }) => [
    ...[said, note ?? "", ...assumes, ...alternatives.map(({ label }) => label)],
    ...(formula.kind === "evidence" ? [formula.says, formula.date] : []),
    ...(formula.kind === "notCheckable" ? [formula.why] : []),
  ]);
  expect(told.filter((text) => /\d{4}-\d\d/.test(text))).toEqual([]);
});

test("what is said of Opus is what its maker asked: $25 for output all year until Opus 5.5 at $20 in September", () => {
  const rows = readJson(curated("list-prices/anthropic.json"), z.array(ListPrice)).filter(
    ({ upstreamId, tier }) => /^claude-opus-[45]/.test(upstreamId) && !/fast/.test(upstreamId) && tier === "standard",
  );
  const outputs = Map.groupBy(rows, ({ upstreamId }) => (/opus-5-5/.test(upstreamId) ? "5.5" : "before"));
  expect(new Set(outputs.get("5.5")?.map(({ prices }) => prices.output))).toEqual(new Set([20_000_000]));
  const asked2026 = outputs.get("before")?.filter(({ upstreamId }) => /opus-(4-[5-8]|5$)/.test(upstreamId));
  expect(new Set(asked2026?.map(({ prices }) => prices.output))).toEqual(new Set([25_000_000]));
});

test("the length of a summary that would save $200 follows from the prices beside it", () => {
  const { formula } = claims.find(({ id }) => id === "gpt-4o-to-llama-summaries") ?? {};
  const [, out = "", inside = ""] =
    /(\d+) tokens out, saving \$200 would take about ([\d,]+)/.exec(JSON.stringify(formula)) ?? [];
  const perRequestUsd = (Number(inside.replace(",", "")) * (2.5 - 0.59) + Number(out) * (10 - 0.79)) / 1_000_000;
  expect(perRequestUsd * 10_000).toBeCloseTo(200, 0);
});

test("no claim names an article by a number of ours, and a quote is a few words", () => {
  expect(claims.filter(({ by }) => /article \d/.test(by)).map(({ id }) => id)).toEqual([]);
  expect(claims.filter(({ quote }) => (quote ?? "").split(" ").length > 16).map(({ id }) => id)).toEqual([]);
});

describe("its own numbers reproduce what an article prints", () => {
  test.each([
    ["tokens-800m-openrouter", "1635.25"],
    ["tokens-800m-tokenmart", "1210.00"],
    ["tokens-800m-saving-usd", "425.25"],
    ["tokens-800m-saving-percent", "26.0"],
    ["tokens-800m-with-bonus", "1141.51"],
    ["prepaid-99", "20.0"],
    ["swing-1000", "205.00"],
    ["hundred-buys", "94.79"],
    ["cached-effective-input", "0.3700"],
    ["spread-55-times", "55.6"],
    ["system-prompt-day", "7.50"],
    ["system-prompt-year", "2737.50"],
    ["mixtral-chatbot", "1.10"],
    ["gpt-4-turbo-articles", "3.25"],
    ["codellama-snippets", "0.0060"],
    ["gemini-list-1-10", "1.10"],
    ["grok-list-3-00", "3.00"],
    ["tokens-800m-row-gemini", "33.6"],
    ["tokenmart-sonnet-4-6", "15"],
    ["tokenmart-nano-banana-2", "30"],
    ["tokenmart-grok-4-1", "65"],
  ])("%s: %s", (id, value) => {
    expect(judged.get(id)?.asSaid?.value).toBe(value);
  });

  test.each([
    ["cached-effective-input", "misses written for five minutes", "0.4450"],
    ["cached-effective-input", "misses written for an hour", "0.6700"],
    ["cached-effective-input", "reads at 0.05, as Claude Opus 5.5 has them, writes free", "0.3350"],
    ["cached-effective-input", "reads at 0.025, as Claude Fable 5.1 has them, writes free", "0.3175"],
    ["prepaid-99", "as a discount", "16.7"],
    ["prepaid-99", "what is paid of list, on top of −15 %", "0.7083"],
    ["swing-1000", "against Anthropic directly", "150.00"],
    ["swing-1000", "with the 6 % bonus on a $999 top-up", "253.11"],
    ["gpt-4o-to-llama-percent", "three tokens in for one out", "85.4"],
    ["spread-55-times", "output", "138.9"],
    ["system-prompt-day", "read from cache at a tenth, before writes", "0.75"],
    ["grok-list-3-00", "TokenMart’s $1.05 against Grok 4.1 Fast", "5.25"],
  ])("%s, %s: %s", (id, label, value) => {
    expect(judged.get(id)?.alternatives.find((alternative) => alternative.label === label)?.asSaid?.value).toBe(value);
  });
});

describe("on 2026-08-22", () => {
  test.each([
    ["tokens-800m-openrouter", "2110.00", "false"],
    ["hundred-buys", "94.79", "false"],
    ["spread-55-times", "77.8", "trueThen"],
    ["cached-effective-input", "0.3700", "true"],
    ["spread-55-stable", "22.7", "false"],
    ["tokens-800m-saving-percent", undefined, "false"],
    ["system-prompt-day", "7.50", "true"],
    ["gpt-4-turbo-articles", "3.25", "true"],
    ["gemini-list-1-10", "2.00", "false"],
    ["nano-banana-list-0-50", "0.50", "true"],
    ["free-20-a-minute", "20", "true"],
    ["tokenmart-free-tier-none", "yes", "trueThen"],
    ["tokenmart-byok-none", "no", "true"],
    ["markup-none", "0.0", "true"],
    ["markup-small-margin", "no", "false"],
    ["markup-small", "no", "false"],
    ["markup-never-unhosted", "no", "true"],
    ["platform-fee-card", "5.5", "true"],
    ["platform-fee-crypto", "5.0", "true"],
    ["platform-fee-none", "yes", "false"],
    ["free-tier-none", "yes", "false"],
    ["plans-none", "yes", "false"],
    ["byok-small-fee", "yes", "true"],
    ["discount-15-to-65", "20", "cannotBeChecked"],
    ["lepton-live", "no", "cannotBeChecked"],
    ["batch-half", "50", "true"],
    ["anyscale-live", "no", "false"],
    ["frontier-output-3-to-15", "25.00", "false"],
    ["flo2-list-price", "0.0", "true"],
  ])("%s gives %s and is %s", (id, today, verdict) => {
    const { today: now, verdict: found } = judged.get(id) ?? {};
    expect([now?.value, found]).toEqual([today, verdict]);
  });

  test.each([
    ["tokens-800m-openrouter", "with prompts above 200,000 tokens at Gemini", "3165.00"],
    ["tokens-800m-saving-percent", "at today’s list prices, if its $0.77 for Gemini is real", "42.7"],
    ["tokens-800m-saving-percent", "at today’s list prices, if its −30 % is", "27.7"],
    ["spread-55-times", "input, from DeepSeek itself off-peak", "22.7"],
    ["spread-55-times", "input, from DeepSeek itself at peak", "11.4"],
  ])("%s, %s: %s", (id, label, value) => {
    expect(judged.get(id)?.alternatives.find((alternative) => alternative.label === label)?.today?.value).toBe(value);
  });

  test.each([
    "open-source-case",
    "swing-1000",
    "tokens-800m-with-bonus",
    "markup-approximate",
    "price-sorted-routing",
    "gpt-4o-to-llama-percent",
    "gpt-4o-to-llama-summaries",
    "volume-discounts-none",
    "free-credits-none",
    "flo2-free-in-beta",
    "routing-latency",
    "enterprise-discount",
    "same-outputs",
    "grok-list-3-00",
    "tokens-800m-tokenmart",
  ])("%s cannot be checked, and says why", (id) => {
    expect(judged.get(id)?.verdict).toBe("cannotBeChecked");
    expect(judged.get(id)?.why).not.toBe("");
  });
});

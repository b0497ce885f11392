import { models, offersOf, presets, run, sellers } from "../../data/catalog.ts";
import { curatedFile } from "../../data/folders.ts";
import { readJson } from "../../data/rows.ts";
import type { ClaimInput } from "../../domain/claim/claim.ts";
import { type Claim, Claims } from "../../domain/claim/claim.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import { sellerName } from "../../domain/offer/seller.ts";
import { formatBill, formatUsdRange } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { monthMeaning } from "../../site/words/month-meaning.ts";
import { type CalculatorData, monthOf } from "./calculator-month.ts";
import type { CalculatorDefaults, CalculatorState, LineState } from "./calculator-state.ts";
import { defaultState, lineDefaults, presetOf } from "./calculator-state.ts";
import { writeCalculator } from "./calculator-url.ts";
import { calculatorView } from "./calculator-view.ts";

/** The model of the plain URL. A published URL never changes meaning, so this never does; other data than ours may lack it. */
const DEFAULT_MODEL = "anthropic/claude-opus-4.8";

const calculatorDefaults: CalculatorDefaults = {
  presets,
  model: models.some(({ id }) => id === DEFAULT_MODEL) ? DEFAULT_MODEL : mostOffered(),
};

/** What the page answers a state from. */
const calculatorData: CalculatorData = {
  offers: new Map(models.map(({ id }) => [id, offersOf(id)])),
  modelNames: new Map(models.map(({ id, name }) => [id, name])),
  sellers,
};

/** Everything the calculator's page shows, and its Markdown twin: the answer to the plain URL. */
export type CalculatorPage = ReturnType<typeof calculatorPage>;

/** The page `/calculator/` for a plain address. */
export function calculatorPage() {
  const description =
    "What a month costs on every platform, fees, bonus and caches in: one model or a mix, your own prices, a budget, break-even points. All of it in the link.";
  return {
    ...calculatorView(defaultState(calculatorDefaults), calculatorData),
    asOf: run.asOf,
    withoutScripts: `Your own numbers need JavaScript, which is off. What is here without it: a month of ${monthMeaning(presetOf(calculatorDefaults, ""))}, at every platform, from where caches and batches pay, and what the examples below come to.`,
    description,
    jsonLd: calculatorJsonLd(description),
    defaults: calculatorDefaults,
    examples: calculatorExamples(),
  };
}

/** schema.org: a program that costs nothing. */
const calculatorJsonLd = (description: string): unknown => ({
  "@context": "https://schema.org",
  "@type": "WebApplication",
  name: "Token Parity calculator",
  description,
  url: paths.absolute(paths.calculator()),
  applicationCategory: "FinanceApplication",
  operatingSystem: "any",
  offers: { "@type": "Offer", price: "0", priceCurrency: "USD" },
});

/** A shared state worth looking at, with what it comes to. */
export interface Example {
  readonly label: string;
  readonly says: string;
  readonly search: string;
  /** `TokenMart $1,210.00`, cheapest first. */
  readonly totals: readonly string[];
}

/** The examples whose models and platforms the data has. */
function calculatorExamples(): readonly Example[] {
  const defaults = defaultState(calculatorDefaults);
  const longDocument = startingFrom("long-document", "openai/gpt-5.4");
  const states: readonly (readonly [label: string, says: string, state: CalculatorState | null])[] = [
    ["800 million tokens of three models", "OpenRouter by card against TokenMart, today’s prices.", articleMonth("today")],
    [
      "The same at the article’s own prices",
      "What TokenMart’s article of 9 May 2026 put in, as your own prices, no bonus.",
      articleMonth("said"),
    ],
    ["GPT-5.4 with prompts of 300,000 tokens", "Past 272,000 the whole request moves to the upper tier.", longDocument],
    [
      "A $5 top-up at OpenRouter by card",
      "The least fee is 16 % of it.",
      { ...defaults, topUpUsd: 5, platforms: ["openrouter"] },
    ],
    [
      "A coding agent on your own 12 % at Azure",
      "A committed-use discount against everybody’s list.",
      withDiscount("azure", 0.12),
    ],
    [
      "A bill of $3,000 at OpenRouter",
      "The same traffic of two models at each platform, direct from each maker and at the clouds.",
      paidMonth(["openai/gpt-5.4", "google/gemini-3.1-pro-preview"], 1_500),
    ],
    [
      "A coding agent in the EU",
      "At platforms that name a region there.",
      { ...startingFrom("coding-agent", calculatorDefaults.model), region: "eu" },
    ],
  ];
  return states.flatMap(([label, says, state]) => (state === null || !hasModels(state) ? [] : [exampleOf(label, says, state)]));
}

function exampleOf(label: string, says: string, state: CalculatorState): Example {
  const { bill } = monthOf(state, calculatorData);
  const complete = bill.platforms.flatMap(({ platform, landed }) =>
    landed === null ? [] : [`${sellerName(sellers, platform)} ${formatUsdRange(landed.usd, landed.upperUsd, formatBill)}`],
  );
  return { label, says, search: writeCalculator(state, calculatorDefaults), totals: complete.slice(0, 2) };
}

const hasModels = ({ lines }: CalculatorState): boolean => lines.every(({ model }) => calculatorData.modelNames.has(model));

function startingFrom(workload: string, model: string): CalculatorState {
  const defaults = defaultState(calculatorDefaults);
  return {
    ...defaults,
    workload,
    lines: [
      {
        ...lineDefaults(presetOf(calculatorDefaults, workload), "requests"),
        model,
        countBy: "requests",
        paidUsd: 0,
        ownPrices: [],
      },
    ],
  };
}

/** So much paid for each model at OpenRouter, chat by chat. */
function paidMonth(ids: readonly string[], paidUsd: number): CalculatorState {
  const lines = ids.flatMap((model) => startingFrom("chat", model).lines);
  return { ...startingFrom("chat", ""), lines: lines.map((line) => ({ ...line, countBy: "paid", paidUsd })) };
}

function withDiscount(platform: string, share: number): CalculatorState {
  return { ...startingFrom("coding-agent", calculatorDefaults.model), discounts: [{ platform, share }] };
}

/** Below TokenMart's first bonus, above the top-up from which OpenRouter's fee is a percentage: the article counted neither. */
const ARTICLE_TOP_UP_USD = 50;

/** The article's table from its claims as data: tokens and models of the one, prices of both sellers. */
function articleMonth(prices: "said" | "today"): CalculatorState | null {
  const claims = readJson(curatedFile("claims.json"), Claims);
  const sides = [
    { platform: "openrouter", terms: termsOf(claims.find(({ id }) => id === "tokens-800m-openrouter")) },
    { platform: "tokenmart", terms: termsOf(claims.find(({ id }) => id === "tokens-800m-tokenmart")) },
  ];
  const defaults = defaultState(calculatorDefaults);
  const lines = (sides[0]?.terms ?? []).map(
    ({ model, tokensM }, index): LineState => ({
      ...lineDefaults(presetOf(calculatorDefaults, defaults.workload), "tokens"),
      model,
      countBy: "tokens",
      paidUsd: 0,
      millionIn: Number(tokensM),
      ownPrices:
        prices === "today"
          ? []
          : sides.map(({ platform, terms }) => ({
              platform,
              input: trimmed(terms[index]?.saidUsd ?? ""),
              output: "",
              cacheRead: "",
            })),
    }),
  );
  if (lines.length === 0) return null;
  const platforms = sides.map(({ platform }) => platform).toSorted(compareText);
  return { ...defaults, lines, platforms, ...(prices === "said" ? { topUpUsd: ARTICLE_TOP_UP_USD } : {}) };
}

interface ArticleTerm {
  readonly model: string;
  readonly tokensM: string;
  readonly saidUsd: string | null;
}

function termsOf(claim: Claim | undefined): readonly ArticleTerm[] {
  if (claim === undefined || claim.formula.kind !== "sum") return [];
  return claim.formula.terms.flatMap(({ tokensM, usdPerMTok }) => {
    const model = modelIn(usdPerMTok);
    return model === null || typeof usdPerMTok === "string" ? [] : [{ model, tokensM, saidUsd: usdPerMTok.said }];
  });
}

function modelIn(input: ClaimInput): string | null {
  if (typeof input === "string" || input.today === null) return null;
  return "model" in input.today ? input.today.model : null;
}

/** `"5.00"` → `"5"`: as the URL writes it. */
const trimmed = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

function mostOffered(): string {
  const [first] = models.toSorted((a, b) => offersOf(b.id).length - offersOf(a.id).length || compareText(a.id, b.id));
  if (first === undefined) throw new Error("a calculator needs a model");
  return first.id;
}

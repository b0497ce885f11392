import { DEFAULT_PURCHASE } from "../../domain/cost/purchase.ts";
import type { Workload, WorkloadPreset } from "../../domain/cost/workload.ts";
import type { PaymentMethod } from "../../domain/platform/fee.ts";

/** What a buyer pays by a contract of their own: decimal text, dollars per million tokens; empty = as the platform lists it. */
export interface OwnPriceState {
  readonly platform: string;
  readonly input: string;
  readonly output: string;
  readonly cacheRead: string;
}

/** A negotiated or committed-use discount on a platform's token prices. */
export interface DiscountState {
  readonly platform: string;
  /** 0.12 = 12 % off. */
  readonly share: number;
}

/** The numbers of one line: all of them stand in the form, those of the other way of counting out of sight. */
export interface LineNumbers extends Workload {
  /** Of the whole month, in millions; counted instead of requests. */
  readonly millionIn: number;
  readonly millionOut: number;
  /** How long the prompts are that make up those millions. */
  readonly promptTokens: number;
}

export interface LineState extends LineNumbers {
  readonly model: string;
  readonly countBy: "requests" | "tokens";
  readonly ownPrices: readonly OwnPriceState[];
}

/** What holds for the whole month, whatever the models. */
export interface TermsState {
  readonly topUpUsd: number;
  readonly method: PaymentMethod;
  readonly firstTopUp: "yes" | "no";
  /** Null = not asked for. */
  readonly budgetUsd: number | null;
  /** A system prompt sent with every request. */
  readonly systemTokens: number;
}

/** All that a calculator's URL says. */
export interface CalculatorState extends TermsState {
  /** The preset the lines start from. */
  readonly workload: string;
  readonly lines: readonly LineState[];
  readonly discounts: readonly DiscountState[];
  /** Platforms to look at; none = all. */
  readonly platforms: readonly string[];
}

/** What the plain URL stands for. */
export interface CalculatorDefaults {
  /** The default first. */
  readonly presets: readonly WorkloadPreset[];
  readonly model: string;
}

export const MOST_LINES = 20;

export const DEFAULT_TERMS: TermsState = {
  topUpUsd: DEFAULT_PURCHASE.topUpCents / 100,
  method: DEFAULT_PURCHASE.method,
  firstTopUp: "no",
  budgetUsd: null,
  systemTokens: 1_500,
};

/** A line as a preset has it. Who counts tokens says nothing of caches: there they start at nothing. */
export function lineDefaults(preset: Workload, countBy: LineState["countBy"]): LineNumbers {
  const { requests, inputTokens, outputTokens, cachedShare, cacheWriteShare, cacheWriteTtl, batchShare, peakShare } = preset;
  const size = { requests, inputTokens, outputTokens, millionIn: 0, millionOut: 0, promptTokens: 2_000 };
  if (countBy === "requests") return { ...size, cachedShare, cacheWriteShare, cacheWriteTtl, batchShare, peakShare };
  return { ...size, cachedShare: 0, cacheWriteShare: 0, cacheWriteTtl: "5m", batchShare: 0, peakShare: null };
}

/** The state of the plain URL: the first preset on the default model. */
export function defaultState({ presets, model }: CalculatorDefaults): CalculatorState {
  const preset = firstOf(presets);
  return {
    ...DEFAULT_TERMS,
    workload: preset.id,
    lines: [{ ...lineDefaults(preset, "requests"), model, countBy: "requests", ownPrices: [] }],
    discounts: [],
    platforms: [],
  };
}

export function presetOf({ presets }: CalculatorDefaults, id: string): WorkloadPreset {
  return presets.find((preset) => preset.id === id) ?? firstOf(presets);
}

function firstOf(presets: readonly WorkloadPreset[]): WorkloadPreset {
  const [first] = presets;
  if (first === undefined) throw new Error("a calculator without presets");
  return first;
}

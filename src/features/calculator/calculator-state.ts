import type { Workload, WorkloadPreset } from "../../domain/cost/workload.ts";
import { DEFAULT_TERMS, type LineNumbers, type TermsState } from "../../site/address/purchase-fields.ts";
import type { RegionChoice } from "../../site/address/region-choice.ts";

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

export interface LineState extends LineNumbers {
  readonly model: string;
  readonly countBy: "requests" | "tokens" | "paid";
  /** Dollars a month at `paidAt`, fees included; counted instead of requests. */
  readonly paidUsd: number;
  readonly ownPrices: readonly OwnPriceState[];
}

/** All that a calculator's URL says. */
export interface CalculatorState extends TermsState {
  /** The preset the lines start from. */
  readonly workload: string;
  readonly lines: readonly LineState[];
  readonly discounts: readonly DiscountState[];
  /** Platforms to look at; none = all. */
  readonly platforms: readonly string[];
  readonly region: RegionChoice;
  /** Where lines that count what is paid are paid now. */
  readonly paidAt: string;
}

/** What the plain URL stands for. */
export interface CalculatorDefaults {
  /** The default first. */
  readonly presets: readonly WorkloadPreset[];
  readonly model: string;
}

/** Where most who pay one bill for models of several makers pay it. */
export const DEFAULT_PAID_AT = "openrouter";

export const MOST_LINES = 20;

/** A line as a preset has it. Who counts tokens says nothing of caches: there they start at nothing. */
export function lineDefaults(preset: Workload, countBy: LineState["countBy"]): LineNumbers {
  const { requests, inputTokens, outputTokens, cachedShare, cacheWriteShare, cacheWriteTtl, batchShare, peakShare } = preset;
  const extras = { writtenForHour: null, searchesPer1000: 0 };
  const size = { requests, inputTokens, outputTokens, millionIn: 0, millionOut: 0, promptTokens: 2_000, ...extras };
  if (countBy !== "tokens") return { ...size, cachedShare, cacheWriteShare, cacheWriteTtl, batchShare, peakShare };
  return { ...size, cachedShare: 0, cacheWriteShare: 0, cacheWriteTtl: "5m", batchShare: 0, peakShare: null };
}

/** The state of the plain URL: the first preset on the default model. */
export function defaultState({ presets, model }: CalculatorDefaults): CalculatorState {
  const preset = firstOf(presets);
  return {
    ...DEFAULT_TERMS,
    workload: preset.id,
    lines: [{ ...lineDefaults(preset, "requests"), model, countBy: "requests", paidUsd: 0, ownPrices: [] }],
    discounts: [],
    platforms: [],
    region: "any",
    paidAt: DEFAULT_PAID_AT,
  };
}

/** The workload of an id; the first where there is none. */
export function presetOf({ presets }: CalculatorDefaults, id: string): WorkloadPreset {
  return presets.find((preset) => preset.id === id) ?? firstOf(presets);
}

function firstOf(presets: readonly WorkloadPreset[]): WorkloadPreset {
  const [first] = presets;
  if (first === undefined) throw new Error("a calculator without presets");
  return first;
}

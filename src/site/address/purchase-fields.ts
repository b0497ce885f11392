import type { Workload } from "../../domain/cost/workload.ts";
import type { PaymentMethod } from "../../domain/platform/fee.ts";
import { DEFAULT_PURCHASE } from "../../domain/purchase/purchase.ts";
import type { CountedPrices } from "../../domain/ranking/eligibility.ts";
import { amountField, countField, type Fields, optionalAmountField, optionalShareField, shareField, wordField } from "./field.ts";

/** The numbers of one line: all of them are in the form, those of the other way of counting out of sight. */
export interface LineNumbers extends Workload {
  /** Null = all writes are kept as long as `cacheWriteTtl` says. */
  readonly writtenForHour: number | null;
  /** Of the platform's own search tool, per 1,000 requests. */
  readonly searchesPer1000: number;
  /** Of the whole month, in millions; counted instead of requests. */
  readonly millionIn: number;
  readonly millionOut: number;
  /** How long the prompts are that make up those millions. */
  readonly promptTokens: number;
}

/** What holds for the whole month, whatever the models. */
export interface TermsState {
  readonly topUpUsd: number;
  readonly method: PaymentMethod;
  readonly firstTopUp: "yes" | "no";
  /** Whether platforms count whose price one catalogue alone names. */
  readonly unconfirmed: "yes" | "no";
  /** Null = not asked for. */
  readonly budgetUsd: number | null;
  /** A system prompt sent with every request. */
  readonly systemTokens: number;
}

export const DEFAULT_TERMS: TermsState = {
  topUpUsd: DEFAULT_PURCHASE.topUpCents / 100,
  method: DEFAULT_PURCHASE.method,
  firstTopUp: "no",
  unconfirmed: "no",
  budgetUsd: null,
  systemTokens: 1_500,
};

/** The published parameters of `/calculator/`: a name here never changes its meaning. The second line's end in 2: `model2`, `in2`. */
const METHODS = ["card", "crypto", "bank", "invoice"] as const satisfies readonly TermsState["method"][];

const MOST_TOKENS = 100_000_000;

export const TERMS_FIELDS: Fields<TermsState> = {
  topUpUsd: amountField("top-up", 1, 1_000_000),
  method: wordField("pay", METHODS),
  firstTopUp: wordField("first-top-up", ["no", "yes"]),
  unconfirmed: wordField("unconfirmed", ["no", "yes"]),
  budgetUsd: optionalAmountField("budget", 0, 1_000_000_000),
  systemTokens: countField("system-prompt", 0, MOST_TOKENS),
};

/** Whose prices may win where a reader asks for the unconfirmed ones too. */
export const countedPrices = ({ unconfirmed }: Pick<TermsState, "unconfirmed">): CountedPrices =>
  unconfirmed === "yes" ? "reported" : "confirmed";

/** `lineName("in", 0)` → `in`, `lineName("in", 1)` → `in2`. */
export const lineName = (name: string, index: number): string => (index === 0 ? name : `${name}${index + 1}`);

/** The numbers of one line of a month, by their names in the address; `index` from 0. */
export const lineFields = (index: number): Fields<Omit<LineNumbers, "cacheWrite1hShare" | "webSearches">> => ({
  requests: countField(lineName("requests", index), 0, 1_000_000_000),
  inputTokens: countField(lineName("in", index), 0, MOST_TOKENS),
  outputTokens: countField(lineName("out", index), 0, MOST_TOKENS),
  millionIn: amountField(lineName("million-in", index), 0, 1_000_000_000),
  millionOut: amountField(lineName("million-out", index), 0, 1_000_000_000),
  promptTokens: countField(lineName("prompt", index), 1, MOST_TOKENS),
  cachedShare: shareField(lineName("cached", index)),
  cacheWriteShare: shareField(lineName("written", index)),
  cacheWriteTtl: wordField(lineName("keep", index), ["5m", "1h"]),
  batchShare: shareField(lineName("batch", index)),
  peakShare: optionalShareField(lineName("peak", index)),
  writtenForHour: optionalShareField(lineName("kept-1h", index)),
  searchesPer1000: amountField(lineName("searches", index), 0, 1_000_000),
});

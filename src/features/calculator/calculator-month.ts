import { landedAt, type MixBill, mixBill } from "../../domain/cost/mix.ts";
import type { MixLine } from "../../domain/cost/mix-line.ts";
import { paidLines } from "../../domain/cost/paid-mix.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import type { SoldOffer } from "../../domain/platform/line-at-platform.ts";
import type { RankOptions } from "../../domain/ranking/cheapest.ts";
import type { RegionChoice } from "../../site/address/region-choice.ts";
import { mixOf } from "./calculator-mix.ts";
import type { CalculatorState, LineState } from "./calculator-state.ts";

/** The data a state is answered from. */
export interface CalculatorData {
  /** At least those of the state's models. */
  readonly offers: ReadonlyMap<string, readonly SoldOffer[]>;
  readonly modelNames: ReadonlyMap<string, string>;
  readonly sellers: Sellers;
}

/** A month with everything it was computed from and is named by. */
export interface CalculatorMonth {
  readonly lines: readonly MixLine[];
  readonly offers: ReadonlyMap<string, readonly SoldOffer[]>;
  readonly sellers: Sellers;
  readonly terms: RankOptions;
  /** Platforms to look at; none = all. */
  readonly only: readonly string[];
  readonly region: RegionChoice;
  /** Whether an offer is of the region. */
  readonly isWanted: (offer: SoldOffer) => boolean;
  readonly bill: MixBill;
  /** The lines' models by name, in their order. */
  readonly modelNames: readonly string[];
  /** What is paid now; null where no line says it. */
  readonly paid: PaidMonth | null;
}

/** A bill that is paid now. */
export interface PaidMonth {
  readonly platform: string;
  readonly usd: number;
  /** What it pays for. */
  readonly requests: number;
  /** The models it is for, by name. */
  readonly models: readonly string[];
  /** Every line is of the bill: only then is it a month to compare others with. */
  readonly isWhole: boolean;
  /** Below 1 where the platform’s fee is unknown: the least share of the requests that it then pays for. */
  readonly leastShare: number;
  /** How much of it may be lost in counting whole requests. */
  readonly roundedUsd: number;
  /** The models it cannot be for: the platform has no price for them. */
  readonly without: readonly string[];
}

/** The month that is asked for at every platform that sells all of its models, cheapest first, and what was paid against it. */
export function monthOf(state: CalculatorState, { offers, sellers, modelNames }: CalculatorData): CalculatorMonth {
  const { lines: requestedLines, terms } = mixOf(state);
  const withPaid = requestedLines.map((line, at) => ({ line, paidUsd: paidUsdOf(state.lines[at]) }));
  const paidByLine = paidLines(withPaid, state.paidAt, { offers, sellers }, terms);
  const lines = requestedLines.map((line, at) => paidByLine[at] ?? line);
  const lineNames = requestedLines.map(({ model }) => modelNames.get(model) ?? model);
  const { platforms: only, region } = state;
  const isWanted = (offer: SoldOffer) => region === "any" || offer.regionGroup === region;
  return {
    ...{ lines, offers, sellers, terms, only, region, isWanted },
    bill: mixBill(lines, { offers, sellers }, terms, { only, isWanted }),
    modelNames: lineNames,
    paid: paidMonth(
      withPaid.map(({ paidUsd }, at) => ({ paidUsd, line: paidByLine[at] ?? null, name: lineNames[at] ?? "" })),
      state.paidAt,
      feeShareAt(state.paidAt, sellers, terms),
    ),
  };
}

interface PaidAtLine {
  readonly name: string;
  readonly paidUsd: number | null;
  /** With as many requests as are paid for; null = the platform has no price for it. */
  readonly line: MixLine | null;
}

function paidMonth(each: readonly PaidAtLine[], platform: string, leastShare: number): PaidMonth | null {
  const paid = each.flatMap(({ paidUsd, line, name }) =>
    paidUsd === null ? [] : [{ usd: paidUsd, requests: line?.workload.requests ?? 0, name }],
  );
  if (paid.length === 0) return null;
  return {
    platform,
    usd: sumOf(paid.map(({ usd }) => usd)),
    requests: sumOf(paid.map(({ requests }) => requests)),
    models: [...new Set(paid.map(({ name }) => name))],
    isWhole: paid.length === each.length,
    leastShare,
    roundedUsd: sumOf(paid.map(({ usd, requests }) => usd / Math.max(requests, 1) / 2)),
    without: each.filter(({ line }) => line === null).map(({ name }) => name),
  };
}

/** What reaches the tokens of what is paid at a platform, against no fee at all where it is unknown: 1 where it is known. */
function feeShareAt(platform: string, sellers: Sellers, terms: RankOptions): number {
  const { usd, upperUsd, parts } = landedAt(platform, 100, sellers, terms);
  return (usd - parts.subscription) / (upperUsd - parts.subscription);
}

const sumOf = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0);

const paidUsdOf = (line: LineState | undefined): number | null => (line?.countBy === "paid" ? line.paidUsd : null);

import { type MixBill, mixBill } from "../../domain/cost/mix.ts";
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
  /** The models it cannot be for: the platform has no price for them. */
  readonly without: readonly string[];
}

/** The month that is asked for at every platform that sells all of its models, cheapest first, and what was paid against it. */
export function monthOf(state: CalculatorState, { offers, sellers, modelNames }: CalculatorData): CalculatorMonth {
  const { lines: requestedLines, terms } = mixOf(state);
  const withPaid = requestedLines.map((line, at) => ({ line, paidUsd: paidUsdOf(state.lines[at]) }));
  const paidByLine = paidLines(withPaid, state.paidAt, { offers, sellers }, terms);
  const lines = requestedLines.map((line, at) => paidByLine[at] ?? line);
  const nameOf = ({ model }: MixLine) => modelNames.get(model) ?? model;
  const paidSums = withPaid.flatMap(({ paidUsd }) => paidUsd ?? []);
  const paid = {
    platform: state.paidAt,
    usd: paidSums.reduce((sum, usd) => sum + usd, 0),
    without: requestedLines.filter((_, at) => paidByLine[at] === null).map(nameOf),
  };
  const { platforms: only, region } = state;
  const isWanted = (offer: SoldOffer) => region === "any" || offer.regionGroup === region;
  return {
    ...{ lines, offers, sellers, terms, only, region, isWanted },
    bill: mixBill(lines, { offers, sellers }, terms, { only, isWanted }),
    modelNames: lines.map(nameOf),
    paid: paidSums.length === 0 ? null : paid,
  };
}

const paidUsdOf = (line: LineState | undefined): number | null => (line?.countBy === "paid" ? line.paidUsd : null);

import { type MixBill, mixBill } from "../../domain/cost/mix.ts";
import type { MixLine } from "../../domain/cost/mix-line.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import type { Names } from "../../domain/offer/seller-names.ts";
import type { SoldOffer } from "../../domain/platform/line-at-platform.ts";
import type { RankOptions } from "../../domain/ranking/cheapest.ts";
import { mixOf } from "./calculator-mix.ts";
import type { RegionChoice } from "./calculator-region.ts";
import type { CalculatorState } from "./calculator-state.ts";

/** The data a state is answered from. */
export interface CalculatorData {
  /** At least those of the state's models. */
  readonly offers: ReadonlyMap<string, readonly SoldOffer[]>;
  readonly modelNames: ReadonlyMap<string, string>;
  readonly sellers: Sellers;
  readonly names: Names;
}

/** A month with everything it was computed from and is named by. */
export interface Month {
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
  readonly names: Names;
}

export function monthOf(state: CalculatorState, { offers, sellers, modelNames, names }: CalculatorData): Month {
  const { lines, terms } = mixOf(state);
  const { platforms: only, region } = state;
  const isWanted = (offer: SoldOffer) => region === "any" || offer.regionGroup === region;
  return {
    ...{ lines, offers, sellers, terms, only, region, isWanted, names },
    bill: mixBill(lines, offers, sellers, terms, only, isWanted),
    modelNames: lines.map(({ model }) => modelNames.get(model) ?? model),
  };
}

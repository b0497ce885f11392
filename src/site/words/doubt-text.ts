import type { Doubt, SlipFactor } from "../../domain/doubt/doubt.ts";
import { formatCount, formatDay, formatMultiple, formatPlural, formatUsd, formatUsdPerMTok } from "../format.ts";
import { pairText } from "./price-pair-text.ts";
import { shownAs } from "./source-name.ts";

/** Why a price is in doubt, in one line: `in doubt: $191.25 for chat, under half of $1,800, the lowest price a platform itself names`. */
export const doubtText = (doubt: Doubt): string => `in doubt: ${reasonOf(doubt)}`;

function reasonOf(doubt: Doubt): string {
  switch (doubt.rule) {
    case "underFirstHand":
      return `${formatUsd(doubt.monthUsd)} for chat, under half of ${formatUsd(doubt.otherMonthUsd)}, the lowest price a platform itself names`;
    case "underMarket":
    case "overMarket":
      return `${formatUsd(doubt.monthUsd)} for chat, where ${formatPlural(doubt.sellers, "other seller")} ask ${formatUsd(doubt.medianUsd)} in the middle`;
    case "underEverySeller":
      return `${doubt.meter} of ${formatUsdPerMTok(doubt.price)}, others ask from ${formatUsdPerMTok(doubt.otherPrice)} on`;
    case "underList":
      return `${formatUsd(doubt.monthUsd)} for chat, far under the maker’s ${formatUsd(doubt.otherMonthUsd)}, and nobody else runs this model`;
    case "unitSlip":
      return `${doubt.meter} of ${formatUsdPerMTok(doubt.price)}: ${formatPlural(doubt.sellers, "seller")} ask ${factorText(doubt.factor)}`;
    case "cacheAboveInput":
      return `cached input at ${formatUsdPerMTok(doubt.cacheRead)} costs more than input at ${formatUsdPerMTok(doubt.input)}`;
    case "cheaperTier":
      return `${doubt.meter} is cheaper above ${formatCount(doubt.promptTokensAbove)} tokens than below`;
    case "unknownCurrency":
      return currencyText(doubt);
    case "newerReading":
      return `a newer reading says ${pairText(doubt.prices)}: ${shownAs(doubt.source) ?? "the platform itself"}, ${formatDay(doubt.readAt)}`;
    case "noLongerServed":
      return "no longer sold there";
    case "notInNewerList":
      return `no longer ${doubt.listOf === undefined ? "sold there" : "in the list it resells"}, ${formatDay(doubt.readAt)}`;
    case "beforeChange":
      return `the maker’s price of before ${formatDay(doubt.changedOn)}`;
    case "globalInRegion":
      return "the price of a global call: a single region costs more";
    case "homeMarketPrice":
      return "the maker’s price in its home market, asked outside it";
    case "batchAsStandard":
      return "the maker’s batch price as the standard one";
    case "mediaAsText":
      return `an ${doubt.meter === "imageOutput" ? "image" : "audio"} price of ${formatUsdPerMTok(doubt.output)} as text output, which costs ${formatUsdPerMTok(doubt.textOutput)}`;
    default:
      return doubt satisfies never;
  }
}

function factorText(factor: SlipFactor): string {
  return factor.kind === "powerOfTen"
    ? `${formatMultiple(factor.times)} that: another unit?`
    : `that in ${factor.currency}, taken for dollars?`;
}

function currencyText({ currency, figuresAre }: Extract<Doubt, { rule: "unknownCurrency" }>): string {
  const billed = currency === null ? "its currency is not known" : `it bills in ${currency}`;
  switch (figuresAre) {
    case "unconverted":
      return `${billed}, and the figures stand unconverted as dollars`;
    case "unchecked":
      return `${billed}, and nobody checked how the figures became dollars`;
    case "anotherMarkets":
      return `${billed}, and the figures are another market’s`;
    default:
      return figuresAre satisfies never;
  }
}

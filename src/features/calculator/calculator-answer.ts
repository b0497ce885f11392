import type { PlatformBill } from "../../domain/cost/mix.ts";
import { microUsd } from "../../domain/money/micro-usd.ts";
import { sellerName } from "../../domain/offer/seller.ts";
import { countsLine } from "../../domain/platform/line-at-platform.ts";
import { inRegion } from "../../site/address/region-choice.ts";
import { formatBill, formatCount, formatDelta, formatPlural, formatUsdRange } from "../../site/format.ts";
import type { Phrase } from "../../site/words/answer.ts";
import { evidenceText } from "../../site/words/evidence-text.ts";
import type { CalculatorMonth } from "./calculator-month.ts";

/** The first thing the calculator says: who is cheapest, by how much, and what splitting the lines would save. */
export function billAnswer(month: CalculatorMonth): readonly Phrase[] {
  const { bill, modelNames, sellers } = month;
  const modelList = listText([...new Set(modelNames)]);
  const current = bill.platforms.filter(({ landed, counts }) => landed !== null && counts);
  const [first] = current;
  const inRegionText = inRegion(month.region);
  const { paid } = month;
  if (paid !== null && paid.without.length > 0)
    return [
      { text: `${sellerName(sellers, paid.platform)} has no price for ${listText(paid.without)}: choose where you pay it.` },
    ];
  if (bill.platforms.length === 0) return [{ text: `No platform we read sells ${modelList}${inRegionText}.` }];
  if (first?.landed == null)
    return [
      { text: `No platform has a current price for all of this month of ${modelList}${inRegionText}. ${splitText(month)}` },
    ];
  const among = `cheapest of ${formatPlural(current.length, "platform")}`;
  const many = current.length === 1 ? "the only platform" : `${tiedText(current, sellers)}${among}`;
  return [
    { text: paidText(month) },
    { text: `${modelList}${inRegionText} costs ${rangeText(first.landed)} a month at ` },
    { text: sellerName(sellers, first.platform), strong: true },
    { text: `, ${many} with a price for all of it${againstList(first.landed.upperUsd, bill.listUsd)}.` },
    { text: ` Prices: ${evidenceOf(first)}.` },
    { text: inRegionText === "" ? "" : " Sellers that name no region are left out." },
    { text: splitSaving(month, first.landed.upperUsd) },
    { text: unconfirmedSaving(month, first.landed.upperUsd) },
  ];
}

/** `tied with Amazon Bedrock as ` before what the first of equal bills is called; empty where the second costs more. */
function tiedText([first, ...others]: readonly PlatformBill[], sellers: CalculatorMonth["sellers"]): string {
  const ticks = (bill: PlatformBill | undefined): number | null => (bill?.landed == null ? null : microUsd(bill.landed.upperUsd));
  const names = others.filter((other) => ticks(other) === ticks(first)).map(({ platform }) => sellerName(sellers, platform));
  if (names.length === 0) return "";
  return `tied with ${names.length <= MOST_NAMED ? listText(names) : `${formatCount(names.length)} others`} as `;
}

/** More are counted. */
const MOST_NAMED = 3;

/** `$3,000.00 at OpenRouter pays for 1,200,000 requests a month, fees included. ` Empty where nothing is said of a bill. */
function paidText({ paid, bill, sellers }: CalculatorMonth): string {
  if (paid === null) return "";
  return `${formatBill(paid.usd)} at ${sellerName(sellers, paid.platform)} pays for ${formatCount(Math.round(bill.requests))} requests a month, fees included. `;
}

/** Who says so and when: for every line its own, the same said once. */
function evidenceOf({ lines }: PlatformBill): string {
  const assumed = lines.flatMap((line) => {
    if (line.kind !== "priced") return [];
    const { offer, price } = line;
    return price === "own" || offer.restsOn === null ? ["your own price"] : [evidenceText({ ...offer, restsOn: offer.restsOn })];
  });
  return listText([...new Set(assumed)]);
}

/** ` Unconfirmed: $191.25 at UnoRouter, one catalogue only.` Empty where nothing is lower. */
function unconfirmedSaving({ bill, sellers }: CalculatorMonth, usd: number): string {
  const lower = bill.platforms.find(
    ({ landed, lines }) =>
      landed !== null &&
      landed.upperUsd < usd &&
      lines.every((line) => countsLine(line) || (line.kind === "priced" && line.price === "unconfirmed")),
  );
  if (lower?.landed == null || lower.counts) return "";
  return ` Unconfirmed: ${rangeText(lower.landed)} at ${sellerName(sellers, lower.platform)}, one catalogue only.`;
}

function againstList(usd: number, listUsd: number | null): string {
  if (listUsd === null || listUsd === 0) return "";
  const bps = Math.round(((usd - listUsd) / listUsd) * 10_000);
  if (bps === 0) return ", at the makers’ list price";
  return `, ${formatDelta(Math.abs(bps)).slice(1)} ${bps < 0 ? "under" : "over"} the makers’ list price of ${formatBill(listUsd)}`;
}

function splitSaving(month: CalculatorMonth, usd: number): string {
  const { split } = month.bill;
  return split === null || usd - split.upperUsd < 0.005 ? "" : ` ${splitText(month)}`;
}

/** `Line by line it is $1,100.00: Azure, Vertex and TokenMart.` */
function splitText({ bill: { split }, sellers }: CalculatorMonth): string {
  if (split === null) return "Some model has none anywhere.";
  return `Bought line by line it is ${rangeText(split)}: ${listText(split.platforms.map((id) => sellerName(sellers, id)))}.`;
}

const rangeText = ({ usd, upperUsd }: { readonly usd: number; readonly upperUsd: number }): string =>
  formatUsdRange(usd, upperUsd, formatBill);

/** `a`, `a and b`, `a, b and c` */
export function listText(words: readonly string[]): string {
  const [last = "", ...others] = words.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
}

import type { PlatformBill, SplitBill } from "../../domain/cost/mix.ts";
import { requestShape } from "../../domain/cost/mix-line.ts";
import { microUsd } from "../../domain/money/micro-usd.ts";
import { sellerName } from "../../domain/offer/seller.ts";
import { countsLine, type LineAtPlatform } from "../../domain/platform/line-at-platform.ts";
import { deltaBps } from "../../domain/reference/delta.ts";
import { inRegion } from "../../site/address/region-choice.ts";
import { formatBill, formatCount, formatPercent, formatPlural, formatUsdRange } from "../../site/format.ts";
import type { Phrase } from "../../site/words/answer.ts";
import { evidenceInShort } from "../../site/words/evidence-text.ts";
import { longPromptText } from "../../site/words/seller-label.ts";
import type { CalculatorMonth } from "./calculator-month.ts";
import { isLess, type MonthRange, moreText, paidText, savingText } from "./calculator-saving.ts";
import { listText } from "./list-text.ts";

/** The first thing the calculator says: where the month is cheapest, what that saves, and what it costs at one platform alone. */
export function billAnswer(month: CalculatorMonth): readonly Phrase[] {
  const unpaid = unpaidText(month);
  if (unpaid !== null) return [{ text: unpaid }];
  const { bill, region } = month;
  const whole = bill.platforms.find(isWinner);
  const { split } = bill;
  const cheapest = cheapestPhrases(month, whole, split);
  if (cheapest === null) return [{ text: gapText(month) }];
  return [
    { text: paidText(month) },
    ...cheapest,
    { text: region === "any" ? "" : " Sellers that name no region are left out." },
    { text: unconfirmedText(month, split ?? whole?.landed ?? null) },
  ];
}

/** Why a bill that is paid stands for no month; null = it does, or none is paid. */
export function unpaidText({ paid, sellers }: CalculatorMonth): string | null {
  if (paid === null) return null;
  if (paid.without.length > 0)
    return `${sellerName(sellers, paid.platform)} has no price for ${listText(paid.without)}: choose where you pay it.`;
  return paid.isWhole && paid.usd === 0 ? "What do you pay a month? Type it in: $0 pays for nothing." : null;
}

type WholeBill = PlatformBill & { readonly landed: MonthRange };
const isWinner = (bill: PlatformBill): bill is WholeBill & PlatformBill => bill.landed !== null && bill.counts;

/** The cheapest way, one platform or several, and where it is several, the cheapest single platform after it. Null = there is neither. */
function cheapestPhrases(
  month: CalculatorMonth,
  whole: WholeBill | undefined,
  split: SplitBill | null,
): readonly Phrase[] | null {
  if (whole !== undefined && (split === null || !isLess(split, whole.landed))) return wholePhrases(month, whole);
  return split === null ? null : splitPhrases(month, split, whole);
}

/** `GPT-5.4 costs $1,025.00 a month at OpenAI, tied with Azure as cheapest of 6 platforms …`, the platform stressed. */
function wholePhrases(month: CalculatorMonth, whole: WholeBill): readonly Phrase[] {
  const { sellers, paid, bill } = month;
  const saving = paid?.platform === whole.platform ? ", where you pay now" : savingText(whole.landed, paid);
  return [
    { text: `${costText(month, whole.landed)} a month at ` },
    { text: sellerName(sellers, whole.platform), strong: true },
    { text: `${saving}, ${rankText(month)}${againstList(whole.landed, bill.listUsd)}.` },
    { text: ` Prices: ${evidenceOf(whole.lines)}.` },
  ];
}

/** Several platforms first, where they are cheaper than one: `… costs $1,861.26 a month bought at Anthropic and OpenAI … All at one platform: …` */
function splitPhrases(month: CalculatorMonth, split: SplitBill, whole: WholeBill | undefined): readonly Phrase[] {
  const { sellers, paid, bill } = month;
  const lines = split.platforms.flatMap((id, at) => bill.platforms.find(({ platform }) => platform === id)?.lines[at] ?? []);
  const single =
    whole === undefined
      ? " No platform has a price that counts for all of it."
      : ` All at one platform: ${rangeText(whole.landed)} at ${sellerName(sellers, whole.platform)}${moreText(whole.landed, split)}, ${rankText(month)}.`;
  return [
    { text: `${costText(month, split)} a month bought at ` },
    { text: listText([...new Set(split.platforms)].map((id) => sellerName(sellers, id))), strong: true },
    { text: `${savingText(split, paid)}${againstList(split, bill.listUsd)}. Prices: ${evidenceOf(lines)}.${single}` },
  ];
}

/** `Claude Opus 4.8 and GPT-5.4 in the EU cost $4,625.00` */
function costText({ modelNames, region }: CalculatorMonth, landed: MonthRange): string {
  const names = [...new Set(modelNames)];
  return `${listText(names)}${inRegion(region)} ${names.length === 1 ? "costs" : "cost"} ${rangeText(landed)}`;
}

/** `tied with Amazon Bedrock as cheapest of 5 platforms with a confirmed price` */
function rankText({ bill, sellers }: CalculatorMonth): string {
  const current = bill.platforms.filter(isWinner);
  const many =
    current.length === 1
      ? "the only platform"
      : `${tiedText(current, sellers)}cheapest of ${formatPlural(current.length, "platform")}`;
  return `${many} with a confirmed price`;
}

/** `tied with Amazon Bedrock as ` before what the first of equal bills is called; empty where the second costs more. */
function tiedText([first, ...others]: readonly WholeBill[], sellers: CalculatorMonth["sellers"]): string {
  const ticks = (bill: WholeBill | undefined): number | null => (bill === undefined ? null : microUsd(bill.landed.upperUsd));
  const names = others.filter((other) => ticks(other) === ticks(first)).map(({ platform }) => sellerName(sellers, platform));
  if (names.length === 0) return "";
  return `tied with ${names.length <= MOST_NAMED ? listText(names) : `${formatCount(names.length)} others`} as `;
}

/** More are counted. */
const MOST_NAMED = 3;

/** How the prices are known and of which day, the same said once: through whom is said where each price is. */
const evidenceOf = (lines: readonly LineAtPlatform[]): string =>
  withDaysJoined([...new Set(lines.flatMap(evidenceOfLine))]).join("; ");

/** `written down from its page, 24 Oct` and `written down from its page, 3 Oct` → `written down from its page, 24 Oct and 3 Oct`. */
function withDaysJoined(texts: readonly string[]): readonly string[] {
  const parts = texts.map((text) => /^(.*), ([^,]+)$/.exec(text) ?? [text, text, ""]);
  const byWords = Map.groupBy(parts, ([, words = ""]) => words);
  return [...byWords].map(([words, same]) =>
    [words, listText(same.flatMap(([, , day = ""]) => day || []))].filter((part) => part !== "").join(", "),
  );
}

function evidenceOfLine(line: LineAtPlatform): readonly string[] {
  if (line.kind !== "priced") return [];
  const { offer, price, month } = line;
  if (price === "own" || offer.restsOn === null) return ["your own price"];
  return [evidenceInShort({ ...offer, restsOn: offer.restsOn }), longPromptText(month) || []].flat();
}

/** ` Unconfirmed: $191.25 at UnoRouter, one catalogue only.` Empty where nothing is lower. */
function unconfirmedText({ bill, sellers }: CalculatorMonth, than: MonthRange | null): string {
  const lower = bill.platforms.find(
    ({ landed, lines }) =>
      landed !== null &&
      than !== null &&
      isLess(landed, than) &&
      lines.every((line) => countsLine(line) || (line.kind === "priced" && line.price === "unconfirmed")),
  );
  if (lower?.landed == null || lower.counts) return "";
  return ` Unconfirmed: ${rangeText(lower.landed)} at ${sellerName(sellers, lower.platform)}, one catalogue only.`;
}

/** `, 5.5 % over the list price of $1,861.26`, `, up to 5.5 % over …` where a fee is unknown. */
function againstList({ usd, upperUsd }: MonthRange, listUsd: number | null): string {
  const [least, most] = [deltaBps(usd, listUsd), deltaBps(upperUsd, listUsd)];
  if (listUsd === null || least === null || most === null) return "";
  if (least === 0 && most === 0) return ", at list price";
  return `, ${apartText(least, most)} the list price of ${formatBill(listUsd)}`;
}

function apartText(least: number, most: number): string {
  if (least < 0 && most > 0) return `from ${formatPercent(least)} under to ${formatPercent(most)} over`;
  const side = most > 0 ? "over" : "under";
  if (least === most) return `${formatPercent(most)} ${side}`;
  if (least === 0 || most === 0) return `up to ${formatPercent(least + most)} ${side}`;
  const [low, high] = [least, most].map(Math.abs).toSorted((a, b) => a - b);
  return `${formatPercent(low ?? 0)} – ${formatPercent(high ?? 0)} ${side}`;
}

/** Why there is no cheapest: for each model that no platform has a price for that counts, what stands in the way. */
function gapText({ bill, lines, modelNames, region, only }: CalculatorMonth): string {
  const where = `${inRegion(region)}${only.length === 0 ? "" : " at the chosen platforms"}`;
  const whoSells = only.length === 0 ? "No platform we read sells" : "None of the chosen platforms sells";
  if (bill.platforms.length === 0) return `${whoSells} ${anyOf(modelNames)}${inRegion(region)}.`;
  const gaps = lines.flatMap((line, at): readonly (readonly [name: string, says: string])[] => {
    const sold = bill.platforms.flatMap((platform) => platform.lines[at] ?? []);
    if (sold.some(countsLine)) return [];
    const name = modelNames[at] ?? line.model;
    const isTooLong = sold.some((each) => each.kind === "excluded" && each.why === "doesNotFit");
    if (!isTooLong || sold.some(({ kind }) => kind === "priced")) return [[name, `price of {} is confirmed${where}`]];
    const { inputTokens, outputTokens } = requestShape(line);
    const request = `${formatCount(inputTokens)} tokens in and ${formatCount(outputTokens)} out`;
    return [[name, `offer of {}${where} takes a request of ${request}`]];
  });
  return [...Map.groupBy(gaps, ([, says]) => says)]
    .map(([says, same]) => `No ${says.replace("{}", anyOf(same.map(([name]) => name)))}.`)
    .join(" ");
}

/** Of a "no": `No price of Nano or Mini is confirmed`. */
const anyOf = (modelNames: readonly string[]): string =>
  new Intl.ListFormat("en-GB", { type: "disjunction" }).format(new Set(modelNames));

const rangeText = ({ usd, upperUsd }: MonthRange): string => formatUsdRange(usd, upperUsd, formatBill);

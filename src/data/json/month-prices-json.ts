import { z } from "zod";
import type { MonthPrice, PastPriceSpan, SpanInMonth } from "../../domain/history/past/month-prices.ts";
import { PromptCondition, WindowCondition } from "../../domain/offer/condition.ts";
import { Prices } from "../../domain/offer/meter.ts";
import { OfferKey } from "../../domain/offer/offer.ts";
import { EVIDENCE } from "../../domain/source/evidence-class.ts";
import { SourceId } from "../../domain/source/source-ref.ts";
import type { PriceMonth } from "../past-prices.ts";

const Day = z.iso.date();

const MonthPriceJson = z.strictObject({
  offerId: z.string(),
  model: z.string(),
  ...OfferKey.shape,
  list: z.boolean().describe("The maker’s own list price: its API, standard tier, no region"),
  firstDay: Day.describe("First day in the month on which it stood"),
  lastDay: Day.describe("Last day in the month on which it stood, included"),
  seenOn: Day.describe("The day this card was first read, in this month or before"),
  notBefore: Day.nullable().describe(
    "The day of the reading before, where days lie between the two: the card began at some time between them. null = on seenOn, as far as anybody knows",
  ),
  prices: Prices.describe("The base card in US dollars per million tokens; a meter that is not there is unknown or not sold"),
  conditions: z
    .array(
      z.union([
        PromptCondition.pick({ promptTokensAbove: true, prices: true }),
        WindowCondition.pick({ utc: true, days: true, prices: true }),
      ]),
    )
    .describe("What the card becomes above a prompt length or in UTC hours; a meter left out keeps the base price"),
  evidence: z.enum(EVIDENCE).describe("How the price was known on these days"),
  source: SourceId.describe("The source that said so"),
  sourceUrl: z.string().nullable().describe("The page whose dated transcript says the same; null = nobody transcribed it"),
});

/** `/api/v1/prices/<YYYY-MM>.json.gz`, and unpacked for 13 months */
export const MonthPricesJson = z.strictObject({
  month: z.string().regex(/^\d{4}-\d\d$/),
  through: Day.describe("The last day the file tells of"),
  complete: z.boolean().describe("The month is over: the file stays as it is, whatever is read later"),
  prices: z
    .array(MonthPriceJson)
    .describe("Every confirmed list price and price at OpenRouter, and what other platforms said themselves"),
  reported: z.array(MonthPriceJson).describe("List prices that a single catalogue alone gave"),
});

/**
 * Every confirmed price of a month with its days, as the file has it; what one catalogue alone says is apart. A piece that stands for years is in the
 * files of a hundred months, and is written once for all of them. Joined in one go: strings put together pair by pair are copied pair by pair.
 */
export function monthPricesText({ month, through, isOver }: PriceMonth, spans: readonly SpanInMonth[]): string {
  const head = JSON.stringify({ month, through, complete: isOver }).slice(0, -1);
  const parts = [head, ',"prices":['];
  addRows(parts, spans, false);
  parts.push('],"reported":[');
  addRows(parts, spans, true);
  parts.push("]}");
  return parts.join("");
}

/** Piece by piece to one list: ten years have half a million. */
function addRows(parts: string[], spans: readonly SpanInMonth[], isReported: boolean): void {
  let separator = "";
  for (const { span, firstDay, lastDay } of spans) {
    if ((span.evidence === "reported") !== isReported) continue;
    const [before, after] = aroundDays(span);
    parts.push(separator, before, ',"firstDay":"', firstDay, '","lastDay":"', lastDay, '"', after);
    separator = ",";
  }
}

const around = new WeakMap<PastPriceSpan, readonly [before: string, after: string]>();

/** A row's text before its days and after them. */
function aroundDays(span: PastPriceSpan): readonly [before: string, after: string] {
  const known = around.get(span);
  if (known !== undefined) return known;
  const text = JSON.stringify(rowJson({ ...span, firstDay: "", lastDay: "" }));
  const [before = "", after = ""] = text.split(',"firstDay":"","lastDay":""');
  around.set(span, [before, after]);
  return [before, after];
}

function rowJson(price: MonthPrice): z.input<typeof MonthPriceJson> {
  const { offerId, model, platform, host, region, tier, quantization, variant, isList, conditions } = price;
  const { firstDay, lastDay, seenOn, notBefore, evidence, source, sourceUrl } = price;
  return {
    ...{ offerId, model, platform, host, region, tier, quantization, variant, list: isList },
    ...{ firstDay, lastDay, seenOn, notBefore, prices: cardJson(price.prices) },
    conditions: conditions.map((condition) =>
      "promptTokensAbove" in condition
        ? { promptTokensAbove: condition.promptTokensAbove, prices: cardJson(condition.prices) }
        : { utc: condition.utc, days: condition.days, prices: cardJson(condition.prices) },
    ),
    ...{ evidence, source, sourceUrl },
  };
}

const cardJson = (prices: Prices): z.input<typeof Prices> => Prices.encode(prices);

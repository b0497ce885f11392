import { type StepLine, seriesOf } from "../../../domain/chart/price-step.ts";
import { type CardLine, type CardSpan, cardOn, pricesOf } from "../../../domain/history/past/card-span.ts";
import { readOfferId } from "../../../domain/offer/offer-id.ts";
import type { PricePair } from "../../../domain/reference/delta.ts";
import { formatDay, formatPlural, formatUsdPerMTok } from "../../../site/format.ts";
import { pairText } from "../../../site/words/price-pair-text.ts";

/** What every seller of a model asked, by offer id: the very spans `/api/v1/prices/` is cut from. */
export type OfferPasts = ReadonlyMap<string, readonly CardSpan<CardLine>[]>;

/** A figure whose past is shown, by the name a page gives it. */
export interface NamedFigure {
  readonly offerId: string;
  readonly name: string;
}

/**
 * What a model cost on a day: `1 Jul 2026: list price $5.00 in · $25.00 out; OpenRouter $5.00 in · $25.00 out. 23 platforms known that day, input
 * from $4.29 to $6.00.` The standard card of each seller; a figure without a price that day is left out.
 */
export function dayPricesText(pasts: OfferPasts, day: string, figures: readonly NamedFigure[]): string {
  const texts = figures.flatMap(({ offerId, name }) => {
    const pair = pairOn(pasts.get(offerId) ?? [], day);
    return pair.input === null && pair.output === null ? [] : [`${name} ${pairText(pair)}`];
  });
  const all = othersOn(pasts, day);
  const range =
    all.inputs.length === 0
      ? ""
      : `, input from ${formatUsdPerMTok(Math.min(...all.inputs))} to ${formatUsdPerMTok(Math.max(...all.inputs))}`;
  const marketText = all.platforms < 2 ? "" : ` ${formatPlural(all.platforms, "platform")} known that day${range}.`;
  return `${formatDay(day)}: ${texts.length === 0 ? "no price known" : texts.join("; ")}.${marketText}`;
}

/** The days on which one of the figures moved, in order. */
export function moveDays(lines: readonly StepLine[], figures: readonly NamedFigure[]): readonly string[] {
  const days = figures.flatMap(({ offerId }) =>
    (["input", "output"] as const).flatMap((meter) => seriesOf(lines, offerId, meter, null).map(({ from }) => from)),
  );
  return [...new Set(days)].toSorted();
}

function pairOn(spans: readonly CardSpan<CardLine>[], day: string): PricePair {
  const card = cardOn(spans, day);
  const { input = null, output = null } = card === null ? {} : pricesOf(card, null);
  return { input, output };
}

/** Standard offers with a price on a day: how many platforms, and their input prices above zero. */
function othersOn(pasts: OfferPasts, day: string): { readonly platforms: number; readonly inputs: readonly number[] } {
  const priced = [...pasts].flatMap(([id, spans]) => {
    const { platform, tier } = readOfferId(id);
    const { input } = tier === "standard" ? pairOn(spans, day) : { input: null };
    return input === null || input === 0 ? [] : [{ platform, input }];
  });
  return { platforms: new Set(priced.map(({ platform }) => platform)).size, inputs: priced.map(({ input }) => input) };
}

import type { CheckAnswer, CheckedRow, MeterDrift } from "../answers/check.ts";
import type { CompareAnswer } from "../answers/compare.ts";
import type { CostAnswer, PlatformCost } from "../answers/cost.ts";
import type { OfferRow, PriceTexts } from "../answers/offer-row.ts";
import type { PastCostAnswer } from "../answers/past-cost.ts";
import type { PastRow, PriceAnswer } from "../answers/price.ts";
import { dollarRange, dollarText, perMTokText } from "./money-text.ts";
import { columnsText, type Grid, markdownText, withoutControlSigns } from "./table-text.ts";

const MOST_ROWS = 25;

interface ShownPrices {
  /** Prices that one catalogue alone names, too; else they are counted. */
  readonly showsUnconfirmed: boolean;
}

/** What a model costs, the confirmed prices apart from the others. */
export function priceText(answer: PriceAnswer<OfferRow | PastRow>, { showsUnconfirmed }: ShownPrices): string {
  const { name, model, day, list, confirmed, unconfirmed, note } = answer;
  const listed =
    list === null ? "List price unknown." : `List price ${perMTokText(list["input"])} in, ${perMTokText(list["output"])} out.`;
  const others = unconfirmed.length === 0 ? null : `${unconfirmed.length} not confirmed: --unconfirmed shows them, apart.`;
  return joined([
    `${withoutControlSigns(name)} (${model}), ${day}, dollars per million tokens. ${listed}`,
    confirmed.length > 0
      ? columnsText(short(priceGrid(confirmed)))
      : `Confirmed price: unknown.${note === null ? "" : ` ${note}`}`,
    moreRowsText(confirmed),
    showsUnconfirmed && unconfirmed.length > 0 ? `Not confirmed:\n${columnsText(priceGrid(unconfirmed))}` : others,
  ]);
}

function priceGrid(rows: readonly (OfferRow | PastRow)[]): Grid {
  return {
    head: ["Offer", "Input", "Output", "Cached input", "Cache write", "Conditions", "Known as", "Read on, or stood", "Beside it"],
    rows: rows.map((row) => [
      nameOf(row),
      ...SHOWN_METERS.map((meter) => perMTokText(row.prices[meter], "gaps" in row ? row.gaps[meter] : undefined)),
      row.conditions.map((condition) => conditionText(condition, row.prices)).join("; "),
      row.unconfirmedBecause ?? knownAs(row),
      "readOn" in row ? row.readOn : `${row.firstDay} – ${row.lastDay}`,
      "caveats" in row ? caveatsText(row) : "",
    ]),
  };
}

const SHOWN_METERS = ["input", "output", "cacheRead", "cacheWrite5m"] as const;

/** `mirror, aging` */
const knownAs = (row: OfferRow | PastRow): string =>
  "age" in row && row.age !== "fresh" ? `${row.evidence}, ${row.age}` : row.evidence;

/** `held since 2026-09-30: bills in EUR; no dated rate read`, and whatever else limits the price. */
function caveatsText({ caveats, unitPrices }: OfferRow): string {
  const { doubts, held, billed, unreadMeters, priceEndsOn, retiresOn } = caveats;
  const rate = billed?.rate ?? null;
  return [
    doubts === undefined ? "" : `in doubt: ${doubts.map(inWords).join(", ")}`,
    held === undefined ? "" : `held since ${held.since}: ${held.because}`,
    billed === undefined ? "" : `bills in ${billed.currency}${rate === null ? "" : `, at $${rate.usd} of ${rate.day}`}`,
    unreadMeters === undefined ? "" : `has an unread meter: ${unreadMeters.join(", ")}`,
    priceEndsOn === undefined ? "" : `price certain until ${priceEndsOn}`,
    retiresOn === undefined ? "" : `ends ${retiresOn}`,
    ...Object.entries(unitPrices).map(([name, { amount, per }]) => `${name}: $${amount} per ${per}`),
  ]
    .filter((part) => part !== "")
    .join("; ");
}

/** `cacheReadBilledAsInput` → `cached input billed as input` */
const inWords = (name: string): string =>
  name
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace("cache read", "cached input")
    .replace("cache write", "cache writes");

/** `openrouter, host deepinfra, fp8` */
const nameOf = ({ platform, host, region, tier, quantization, variant }: OfferRow | PastRow): string =>
  [platform, host === null ? null : `host ${host}`, region, tier === "standard" ? null : tier, quantization, variant]
    .filter((part) => part !== null)
    .join(", ");

/** A meter that the condition leaves out keeps the base price. */
function conditionText(condition: OfferRow["conditions"][number], base: PriceTexts): string {
  const { promptTokensAbove, utc, days } = condition;
  const hours = `${utc?.join("–")} UTC${days == null ? "" : ` ${days.join(",")}`}`;
  const when = promptTokensAbove === undefined ? hours : `above ${promptTokensAbove} tokens`;
  const prices = { ...base, ...condition.prices };
  return `${when}: ${perMTokText(prices["input"])}/${perMTokText(prices["output"])}`;
}

/** Models side by side. */
export function comparisonText({ asOf, workload, region, models }: CompareAnswer): string {
  const grid = {
    head: ["Model", "A month", "Cheapest confirmed seller", "Input", "Output", "Known as", "Read on", "Taken for granted"],
    rows: models.map(({ model, cheapest, tiedWith }) =>
      cheapest === null
        ? [model, "unknown", "no confirmed price"]
        : [
            model,
            dollarRange(cheapest.usdPerMonth, cheapest.usdPerMonthUpper),
            `${nameOf(cheapest)}${tiedWith.length === 0 ? "" : ` (tied with ${tiedWith.join(", ")})`}`,
            perMTokText(cheapest.prices["input"]),
            perMTokText(cheapest.prices["output"]),
            knownAs(cheapest),
            cheapest.readOn,
            cheapest.assumptions.map(inWords).join(", "),
          ],
    ),
  };
  return joined([`${workload}, fees included${region === null ? "" : `, ${region}`}, ${asOf}`, columnsText(grid)]);
}

/** What calls cost at every platform. */
export function costText({ asOf, region, used, unread, listUsd, split, platforms, notCounted }: CostAnswer): string {
  return joined([
    `${asOf}, fees included${region === null ? "" : `, ${region}`}`,
    usedText({ used, unread }),
    `At list prices: ${listUsd === null ? "unknown" : dollarText(listUsd)}.`,
    split === null
      ? "Cheapest: unknown."
      : `Cheapest: ${dollarRange(split.usd, split.usdUpper)} (${split.platforms.join(", ")}).`,
    platforms.length === 0 ? "No platform sells all of it at a price that counts." : columnsText(short(costGrid(platforms))),
    moreRowsText(platforms),
    notCounted.length === 0 ? null : `Older, or not confirmed:\n${columnsText(short(costGrid(notCounted)))}`,
  ]);
}

/** What calls cost on a past day. */
export function pastCostText({ day, used, unread, listUsd, platforms, note }: PastCostAnswer): string {
  const grid = {
    head: ["Platform", "Cost", "Known as", "Taken for granted"],
    rows: platforms.map(({ platform, usd, evidence, assumptions }) => [
      platform,
      dollarText(usd),
      evidence.join(", "),
      assumptions.map(inWords).join(", "),
    ]),
  };
  return joined([
    `${day}, before fees`,
    usedText({ used, unread }),
    `At list prices: ${listUsd === null ? "unknown" : dollarText(listUsd)}.`,
    platforms.length === 0 ? note : columnsText(grid),
  ]);
}

const usedText = ({ used, unread }: Pick<CostAnswer, "used" | "unread">): string =>
  [
    ...used.map(
      ({ model, calls, inputTokens, cacheReadTokens, outputTokens }) =>
        `${model}: ${calls} calls, ${inputTokens} tokens in (${cacheReadTokens} cached), ${outputTokens} out`,
    ),
    ...(unread.length === 0
      ? []
      : [`Not in the bill, because no price here is for it: ${unread.map(withoutControlSigns).join(", ")}.`]),
  ].join("\n");

const costGrid = (rows: readonly PlatformCost[]): Grid => ({
  head: ["Platform", "Cost", "Taken for granted"],
  rows: rows.map(({ platform, usd, usdUpper, because, assumptions }) => [
    platform,
    dollarRange(usd, usdUpper),
    [...because, ...assumptions].map(inWords).join(", "),
  ]),
});

/** What a check found, for a terminal. */
export function checkText(answer: CheckAnswer): string {
  return joined([checkSentence(answer), columnsText(checkGrid(answer.rows))]);
}

/** The same for a pull request. */
export function checkMarkdown(answer: CheckAnswer): string {
  const table =
    answer.counts.drift === 0 ? null : markdownText(checkGrid(answer.rows.filter(({ verdict }) => verdict === "drift")));
  const unknown = answer.rows.filter(({ verdict }) => verdict.startsWith("unknown"));
  const details = `<details><summary>Not checked: ${unknown.length}</summary>\n\n${markdownText(checkGrid(unknown))}\n\n</details>`;
  return joined([`### Prices against Token Parity`, checkSentence(answer), table, unknown.length === 0 ? null : details]);
}

function checkSentence({ asOf, maxDriftPercent, counts }: CheckAnswer): string {
  const { same, drift, unknownModel, unknownPrice, skipped } = counts;
  return `${drift} of ${same + drift} prices are more than ${maxDriftPercent} % off, data as of ${asOf}. Not checked: ${unknownModel} of unknown models, ${unknownPrice} without a confirmed price, ${skipped} not by the token.`;
}

const checkGrid = (rows: readonly CheckedRow[]): Grid => ({
  head: ["Line", "Verdict", "Yours", "Ours", "Off by", "Held against"],
  rows: rows.map(({ key, verdict, meters, against, model }) => [
    key,
    VERDICTS[verdict],
    meters.map(({ meter, yours }) => `${meter} $${yours}`).join(", "),
    meters.map(({ meter, ours }) => `${meter} $${ours}`).join(", "),
    meters.map(driftText).join(", "),
    against === "list" ? `list price of ${model}` : (against ?? model ?? ""),
  ]),
});

const VERDICTS: Readonly<Record<CheckedRow["verdict"], string>> = {
  same: "ok",
  drift: "OFF",
  unknownModel: "unknown model",
  unknownPrice: "price unknown",
};

const driftText = ({ driftPercent }: MeterDrift): string =>
  driftPercent === null ? "ours is free" : `${driftPercent > 0 ? "+" : ""}${Number(driftPercent.toFixed(2))} %`;

const short = ({ head, rows }: Grid): Grid => ({ head, rows: rows.slice(0, MOST_ROWS) });
const moreRowsText = (rows: readonly unknown[]): string | null =>
  rows.length > MOST_ROWS ? `And ${rows.length - MOST_ROWS} more: --json has them all.` : null;

const joined = (parts: readonly (string | null)[]): string => `${parts.filter((part) => part !== null).join("\n\n")}\n`;

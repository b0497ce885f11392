import { conditionKey } from "../../domain/offer/condition.ts";
import { METERS } from "../../domain/offer/meter.ts";
import type { ModelSheet, SheetRow } from "../../domain/reference/model-sheet.ts";
import type { BulkTable, ColumnType } from "./bulk-table.ts";

type Cell = string | number | null;
type OfferLine = Readonly<Record<string, Cell>>;

const TYPES: ReadonlyMap<string, ColumnType> = new Map([
  ...METERS.map((meter) => [meter, "usdPerMTok"] as const),
  ...(["contextTokens", "maxOutputTokens", "maxInputTokens", "inputDeltaBps", "outputDeltaBps"] as const).map(
    (name) => [name, "count"] as const,
  ),
  ["landedUsdPerMonth", "usd"],
  ["landedUsdPerMonthUpper", "usd"],
  ["readAt", "instant"],
  ["restsOnReadAt", "instant"],
  ...["comparedOn", "rateDay", "heldSince", "priceEndsOn", "retiresOn"].map((name) => [name, "day"] as const),
  ["usdPerBilled", "number"],
]);

/** Every offer and every condition of one: the one list of columns, of `offers.csv` too. A price nobody has is null, and `gaps` says why: `cacheRead:notSold`. */
export function offersTable(sheets: readonly ModelSheet[]): BulkTable {
  const lines = sheets.flatMap((sheet) => sheet.rows.flatMap((row) => linesOf(row, sheet)));
  const names = Object.keys(lines[0] ?? {});
  return {
    columns: names.map((name) => ({ name, type: TYPES.get(name) ?? "text", cells: lines.map((line) => line[name] ?? null) })),
  };
}

function linesOf(row: SheetRow, { reference }: ModelSheet): readonly OfferLine[] {
  const { offer, landed } = row;
  const cards = [
    { condition: null, prices: offer.prices, bps: row.deltas?.bps ?? null, landed },
    ...row.conditions.map(({ condition, deltas }) => ({
      condition: conditionKey(condition),
      prices: { ...offer.prices, ...condition.prices },
      bps: deltas?.bps ?? null,
      landed: null,
    })),
  ];
  const { platform, host, region, regionGroup, tier, quantization, variant, upstreamId, contextTokens, maxOutputTokens } = offer;
  return cards.map((card) => ({
    ...{ id: offer.id, model: offer.model, platform, host, region, regionGroup, tier, quantization, variant, upstreamId },
    ...{ contextTokens, maxOutputTokens, condition: card.condition },
    ...Object.fromEntries(METERS.map((meter) => [meter, card.prices[meter] ?? null])),
    gaps: Object.entries(offer.gaps)
      .map(([meter, gap]) => `${meter}:${gap}`)
      .join(" "),
    ...{ inputDeltaBps: card.bps?.input ?? null, outputDeltaBps: card.bps?.output ?? null, reference: reference?.kind ?? null },
    ...{
      landedUsdPerMonth: card.landed?.usd ?? null,
      status: offer.status,
      sourceId: offer.source.id,
      sourceUrl: offer.source.url,
    },
    ...{ readAt: offer.source.readAt, evidence: offer.evidence, age: offer.age, via: offer.via },
    doubts: offer.doubts.map(({ rule }) => rule).join(" "),
    landedUsdPerMonthUpper: card.landed?.upperUsd ?? null,
    ...{ restsOnSourceId: offer.restsOn.id, restsOnUrl: offer.restsOn.url, restsOnReadAt: offer.restsOn.readAt },
    ...{ comparedOn: row.comparedOn, ...caveatsOf(offer), maxInputTokens: offer.maxInputTokens ?? null },
  }));
}

/** What a page says beside the price: units of its own, another currency with its dated rate, a hold, and days after which it is another. */
function caveatsOf({ unitPrices, unreadMeters, billed, heldBecause, priceEndsOn, retiresOn }: SheetRow["offer"]): OfferLine {
  const units = Object.entries(unitPrices).map(([name, { amount, per }]) => `${name}: ${amount} per ${per}`);
  const rate = billed?.rate ?? null;
  return {
    ...{ unitPrices: units.join("; "), unreadMeters: unreadMeters.join(" ") },
    ...{
      billedCurrency: billed?.currency ?? null,
      usdPerBilled: rate === null ? null : Number(rate.usd),
      rateDay: rate?.day ?? null,
    },
    ...{ heldSince: heldBecause?.since.slice(0, 10) ?? null, heldBecause: heldBecause?.detail ?? null },
    ...{ priceEndsOn: priceEndsOn ?? null, retiresOn },
  };
}

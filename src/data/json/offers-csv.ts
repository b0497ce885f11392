import { stringify } from "csv-stringify/sync";
import { integerToDecimal } from "../../domain/money/decimal.ts";
import { conditionKey } from "../../domain/offer/condition.ts";
import { METERS } from "../../domain/offer/meter.ts";
import type { ModelSheet, SheetRow } from "../../domain/reference/model-sheet.ts";

const COLUMNS = [
  ...["id", "model", "platform", "host", "region", "regionGroup", "tier", "quantization", "variant", "upstreamId"],
  ...["contextTokens", "maxOutputTokens", "condition"],
  ...METERS,
  ...["inputDeltaBps", "outputDeltaBps", "reference", "landedUsdPerMonth", "status", "sourceId", "sourceUrl", "readAt"],
  ...["evidence", "age", "via", "doubts", "landedUsdPerMonthUpper"],
] as const;

/**
 * What the pages show as a table: one line per offer and one per condition of an offer. Prices in USD per million tokens; a word where there
 * is no figure (`unknown`, `not sold`, `other unit`), `0` = free. Text that a spreadsheet would run as a formula gets an apostrophe; numbers
 * stay numbers, below zero too.
 */
export function offersCsv(sheets: readonly ModelSheet[]): string {
  const rows = sheets.flatMap((sheet) => sheet.rows.flatMap((row) => linesOf(row, sheet)));
  return stringify([[...COLUMNS], ...rows], { escape_formulas: true });
}

const GAP_WORDS = { unknown: "unknown", notSold: "not sold", otherUnit: "other unit" } as const;

function linesOf(row: SheetRow, { reference }: ModelSheet): readonly (readonly (string | number)[])[] {
  const { offer } = row;
  const cards = [
    { name: "", prices: offer.prices, bps: row.deltas?.bps ?? null, landed: row.landed },
    ...row.conditions.map(({ condition, deltas }) => ({
      name: conditionKey(condition),
      prices: { ...offer.prices, ...condition.prices },
      bps: deltas.bps,
      landed: null,
    })),
  ];
  const place = [offer.platform, offer.host, offer.region, offer.regionGroup, offer.tier, offer.quantization, offer.variant];
  const sizes = [offer.contextTokens, offer.maxOutputTokens];
  const source = [offer.status, offer.source.id, offer.source.url, offer.source.readAt];
  const trust = [offer.evidence, offer.age, offer.via, offer.doubts.map(({ rule }) => rule).join(" ")];
  return cards.map(({ name, prices, bps, landed }) =>
    [
      ...[offer.id, offer.model, ...place, offer.upstreamId, ...sizes, name],
      ...METERS.map((meter) => {
        const price = prices[meter];
        return price === undefined ? GAP_WORDS[offer.gaps[meter] ?? "unknown"] : integerToDecimal(price);
      }),
      ...[
        bps?.input ?? null,
        bps?.output ?? null,
        reference?.kind ?? null,
        landed === null ? null : landed.usd.toFixed(6),
        ...source,
        ...trust,
        landed === null ? null : landed.upperUsd.toFixed(6),
      ],
    ].map((cell) => cell ?? ""),
  );
}

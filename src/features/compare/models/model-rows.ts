import { priceFacts } from "../../../domain/chart/price-series.ts";
import type { Change } from "../../../domain/history/change.ts";
import type { Quality } from "../../../domain/quality/quality.ts";
import type { ModelSheet } from "../../../domain/reference/model-sheet.ts";
import type { ComparedModelRow, PricePast } from "./compared-model.ts";

/** What is known of models beside their offers. */
export interface ModelRecords {
  readonly asOf: string;
  readonly qualityOf: (modelId: string) => Quality | null;
  readonly changesOf: (modelId: string) => readonly Change[];
}

/** A model's row of `/api/compare/models.json`. */
export function comparedModelRow(sheet: ModelSheet, { asOf, qualityOf, changesOf }: ModelRecords): ComparedModelRow {
  const { id, name } = sheet.model;
  const quality = qualityOf(id);
  const past = pastOf(sheet, changesOf(id), asOf);
  return {
    ...{ id, name },
    ...(quality?.value == null ? {} : { quality: { value: quality.value, interval: quality.interval, status: quality.status } }),
    ...(past === null ? {} : { past }),
  };
}

/** Of the list price's input alone; where there is none, or it is only known from an offer at a discount, nothing is one model's own past. */
function pastOf({ reference }: ModelSheet, changes: readonly Change[], asOf: string): PricePast | null {
  if (reference?.kind !== "list" || reference.offer.discountBps !== null) return null;
  const facts = priceFacts(changes, { offerId: reference.offer.id, meter: "input", condition: null }, asOf);
  if (facts === null || facts.current === null) return null;
  return { since: facts.since, low: facts.low.micro, high: facts.high.micro, changesIn90Days: facts.changesIn90Days };
}

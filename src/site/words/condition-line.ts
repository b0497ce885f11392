import { type Condition, conditionKey } from "../../domain/offer/condition.ts";
import type { ConditionRow, ModelSheet, SheetRow } from "../../domain/reference/model-sheet.ts";
import { formatDelta, formatMeter, formatTokens } from "../format.ts";
import { sellerText } from "./seller-label.ts";

/** One conditional card, and everybody who sells at it. */
export interface ConditionLine {
  readonly when: string;
  readonly input: string;
  readonly output: string;
  readonly cacheRead: string;
  readonly delta: string;
  /** The model has no list price: the difference is to the median host. */
  readonly isToMedian: boolean;
  readonly side: "under" | "over" | undefined;
  readonly sellers: string;
}

/** The tiers and windows of a model's offers: equal cards share a line, thresholds first. */
export function conditionLines({ rows, reference }: ModelSheet): readonly ConditionLine[] {
  const cards = rows.flatMap((row) => row.conditions.map((card) => ({ row, card })));
  const groups = Map.groupBy(cards, ({ row, card }) =>
    JSON.stringify([conditionKey(card.condition), card.prices, cacheRead(row, card)]),
  );
  const isToMedian = reference?.kind === "medianHost";
  return [...groups.values()]
    .map((group) => lineOf(group, isToMedian))
    .toSorted((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
}

function lineOf(group: readonly { readonly row: SheetRow; readonly card: ConditionRow }[], isToMedian: boolean): ConditionLine {
  const [first] = group;
  if (first === undefined) throw new Error("a group of no cards");
  const { card, row } = first;
  const bps = card.deltas?.bps.input ?? null;
  return {
    when: whenText(card.condition),
    input: formatMeter(card.prices.input ?? undefined, undefined),
    output: formatMeter(card.prices.output ?? undefined, undefined),
    cacheRead: formatMeter(cacheRead(row, card) ?? undefined, row.offer.gaps.cacheRead),
    delta: bps === null ? "–" : bps === 0 ? (isToMedian ? "= median" : "= list") : formatDelta(bps),
    isToMedian,
    side: bps === null || bps === 0 ? undefined : bps < 0 ? "under" : "over",
    sellers: group.map((each) => sellerText(each.row.offer)).join(", "),
  };
}

const cacheRead = ({ offer }: SheetRow, { condition }: ConditionRow): number | null =>
  condition.prices.cacheRead ?? offer.prices.cacheRead ?? null;

/** `prompts over 200K tokens`, `01:00–04:00 UTC, mon–fri`. */
export function whenText(condition: Condition): string {
  if ("promptTokensAbove" in condition) return `prompts over ${formatTokens(condition.promptTokensAbove)} tokens`;
  const [from, to] = condition.utc;
  return `${from}–${to} UTC${condition.days === null ? "" : `, ${daysText(condition.days)}`}`;
}

function daysText(days: readonly string[]): string {
  const text = days.join(",");
  if (text === "mon,tue,wed,thu,fri") return "Monday to Friday";
  return text === "sat,sun" ? "weekends" : days.join(", ");
}

import { z } from "zod";
import { compareText } from "../money/compare-text.ts";
import { DAYS } from "../money/weekday.ts";
import { SourceRef } from "../source/source-ref.ts";
import { Prices } from "./meter.ts";

const HourMinute = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);
export const Weekday = z.enum(DAYS);
export type Weekday = z.output<typeof Weekday>;

const carried = { prices: Prices, source: SourceRef.optional(), note: z.string().optional() };

/** The card for prompts of more than N tokens (strictly greater): the whole request moves. Meters it leaves out keep the base price. */
export const PromptCondition = z.strictObject({ promptTokensAbove: z.int().positive(), ...carried });
export type PromptCondition = z.output<typeof PromptCondition>;

/** The card inside a UTC window, end exclusive, may wrap over midnight. `days: null` = every day. */
export const WindowCondition = z.strictObject({
  utc: z.tuple([HourMinute, HourMinute]),
  days: z.array(Weekday).nullable(),
  ...carried,
});
export type WindowCondition = z.output<typeof WindowCondition>;

export const Condition = z.union([PromptCondition, WindowCondition]);
export type Condition = z.output<typeof Condition>;

/** Whether a card is for prompts above a number of tokens, and not for a time of the day. */
export const isPromptCondition = (condition: Condition): condition is PromptCondition => "promptTokensAbove" in condition;

/** Whether a card is for hours of the week, and not for long prompts. */
export const isWindowCondition = (condition: Condition): condition is WindowCondition => !isPromptCondition(condition);

/** One name per condition, the same in history, merge and pages: `"prompt>272000"`, `"utc 01:00-04:00"`, `"utc 01:00-04:00 mon,tue"`. */
export function conditionKey(condition: Condition): string {
  if (isPromptCondition(condition)) return `prompt>${condition.promptTokensAbove}`;
  const days = condition.days === null ? "" : ` ${condition.days.join(",")}`;
  return `utc ${condition.utc[0]}-${condition.utc[1]}${days}`;
}

/** What a condition's key says: the inverse of `conditionKey`, without prices. Throws for any other text. */
export function readConditionKey(
  key: string,
): Pick<PromptCondition, "promptTokensAbove"> | Pick<WindowCondition, "utc" | "days"> {
  const [, tokens, from, to, days] = KEY.exec(key) ?? [];
  if (tokens !== undefined) return { promptTokensAbove: Number(tokens) };
  if (from === undefined || to === undefined) throw new Error(`${key}: no condition`);
  return { utc: [from, to], days: days === undefined ? null : z.array(Weekday).parse(days.split(",")) };
}

const KEY = /^(?:prompt>(\d+)|utc (\d\d:\d\d)-(\d\d:\d\d)(?: ([a-z,]+))?)$/;

/** Prompt tiers first, low to high, then windows by start: a total order. */
export function compareConditions(a: Condition, b: Condition): number {
  const rank = (condition: Condition) => (isPromptCondition(condition) ? condition.promptTokensAbove : Number.MAX_SAFE_INTEGER);
  return rank(a) - rank(b) || compareText(conditionKey(a), conditionKey(b));
}

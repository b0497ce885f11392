import { millionthText } from "../../../../domain/money/micro-usd.ts";
import { clearText } from "../../calculator-numbers.ts";
import { type CalculatorState, MOST_LINES } from "../../calculator-state.ts";
import { paidNow } from "../../paid-now.ts";
import { controlsOf, lineSets, setLineCount } from "./form-parts.ts";
import type { MonthData } from "./month-data.ts";

/** The place of the line that a touched control makes count its bill; -1 = it is no such control. */
export const billStartedBy = (form: HTMLFormElement, control: EventTarget | null): number =>
  lineSets(form).findIndex((set) => controlsOf(set).get("by") === control && isPaid(set));

/**
 * Writes into a line's bill what the line costs now, as the form counted it before, or counts a line that is new, unless an amount is typed before
 * that is known.
 */
export async function startBill(
  form: HTMLFormElement,
  at: number,
  [before, after]: readonly [CalculatorState, CalculatorState],
  { offersOf, sellers }: Pick<MonthData, "offersOf" | "sellers">,
): Promise<void> {
  const set = lineSets(form)[at];
  const paid = set && controlsOf(set).get("paid");
  if (paid === undefined) return;
  const state = at < before.lines.length ? before : after;
  const shownAmount = paid.value;
  const offers = await offersOf(state.lines.map(({ model }) => model)).catch(() => new Map());
  const usd = paidNow(state, at, { offers, sellers });
  if (paid.value === shownAmount) paid.value = clearText("paid", millionthText(usd));
}

/** Adds a line like the last where one more fits, of the most used model that no line is of; returns its place where it counts its bill, else -1. */
export function addLine(form: HTMLFormElement, { lines }: CalculatorState, byUse: readonly string[]): number {
  if (lines.length >= MOST_LINES) return -1;
  const chosenModels = lines.map(({ model }) => model);
  setLineCount(form, lines.length + 1);
  const added = lineSets(form).at(-1);
  const model = added && controlsOf(added).get("model");
  if (added === undefined || model === undefined) return -1;
  model.value = byUse.find((id) => !chosenModels.includes(id)) ?? model.value;
  return isPaid(added) ? lines.length : -1;
}

const isPaid = (set: HTMLElement): boolean => controlsOf(set).get("by")?.value === "paid";

import { readUsage } from "../../../../domain/usage/usage-json.ts";
import { type UsageLine, usageLines } from "../../../../domain/usage/usage-lines.ts";
import { formatPlural } from "../../../../site/format.ts";
import type { CalculatorState, LineState } from "../../calculator-state.ts";
import { listText } from "../../list-text.ts";
import type { MonthData } from "./month-data.ts";

/** A state with what was pasted in its lines, and what is to be said about it. */
export interface Pasted {
  readonly state: CalculatorState;
  readonly message: string;
}

/** One model fills in the first line; several make lines of their own, with as many requests as were pasted. Null = this is no JSON. */
export function pasteUsage(
  text: string,
  state: CalculatorState,
  { modelNames, slugs }: Pick<MonthData, "modelNames" | "slugs">,
): Pasted | null {
  const calls = readUsage(text);
  if (calls === null) return null;
  const found = usageLines(calls, [...modelNames.keys()], slugs());
  const [first] = state.lines;
  if (found.length === 0 || first === undefined) return { state, message: "No usage in it that we know. Nothing was changed." };
  const known = found.filter(({ model }) => model !== null);
  const lines =
    known.length > 1
      ? known.map((line) => lineFrom(line, first, line.calls))
      : [lineFrom(known[0] ?? found[0], first, first.requests)];
  const others = known.length > 1 ? [] : state.lines.slice(1);
  return { state: { ...state, lines: [...lines, ...others] }, message: saidOf(found, known.length > 1) };
}

function lineFrom(found: UsageLine | undefined, first: LineState, requests: number): LineState {
  if (found === undefined) return first;
  return { ...first, ...found.numbers, countBy: "requests", requests, model: found.model ?? first.model };
}

function saidOf(found: readonly UsageLine[], isMix: boolean): string {
  const calls = found.reduce((sum, line) => sum + line.calls, 0);
  const unknown = found.flatMap(({ model, named }) => (model === null && named !== null ? [`“${named.slice(0, 60)}”`] : []));
  const read = `${formatPlural(calls, "response")} read: tokens and cache shares are their average.`;
  const size = isMix ? " Requests are as many as you pasted: set how many a month has." : " Set how many requests a month has.";
  const unread = [...new Set(found.flatMap((line) => line.unread))];
  const left = unread.length === 0 ? "" : ` Not in the bill, because no price here is for it: ${listText(unread.slice(0, 8))}.`;
  return `${read}${size}${left}${unknown.length === 0 ? "" : ` No model here is called ${listText(unknown)}.`}`;
}

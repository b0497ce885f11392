import { caveatsOf, monthText } from "../../../site/words/month-cell.ts";
import type { Cell } from "../../../table/column.ts";
import type { ModelOfferLine } from "./offer-line.ts";

/** What keeps a month from winning and is no fault of it. */
const COMPARABLE: readonly (ModelOfferLine["ineligible"] | null)[] = [null, "otherTier", "free"];

/** Whether a row's month is one to compare: neither held, nor old, nor in doubt. */
export const isMonthComparable = ({ ineligible }: Pick<ModelOfferLine, "ineligible">): boolean => COMPARABLE.includes(ineligible);

/** What months take for granted, for the mark beside them: `some: every request waits for the batch` where not each of several does. */
export function monthHint(lines: readonly ModelOfferLine[]): Pick<Cell, "hint"> {
  const each = lines.map((line) => caveatsOf(line, "exceptRange"));
  const hints = [...new Set(each.flat())].map((text) => `${each.every((own) => own.includes(text)) ? "" : "some: "}${text}`);
  return hints.length === 0 ? {} : { hint: hints.join("; ") };
}

/** What the workload costs there a month. */
export function monthCell(line: ModelOfferLine): Cell {
  const text = monthText(line);
  const figure = line.landed === null || line.offer.tier === "free" ? {} : { figure: line.landed.upperUsd };
  const counts = isMonthComparable(line) ? {} : ({ side: "muted" } as const);
  return { text, ...figure, ...counts, file: text, ...monthHint([line]) };
}

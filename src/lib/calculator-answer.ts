import type { MixBill } from "../domain/mix.ts";
import type { Phrase } from "./answer.ts";
import { formatBill, formatDelta, formatPlural } from "./format.ts";
import type { Names } from "./seller-label.ts";

/** The first thing the calculator says: who is cheapest, by how much, and what splitting the lines would save. */
export function billAnswer(bill: MixBill, modelNames: readonly string[], names: Names): readonly Phrase[] {
  const what = listed(modelNames);
  const [first] = bill.platforms;
  if (first === undefined) return [{ text: `No platform we read sells ${what}.` }];
  if (first.landed === null) return [{ text: `No single platform prices all of this month. ${splitText(bill, names)}` }];
  const complete = bill.platforms.filter(({ landed }) => landed !== null);
  return [
    { text: `Cheapest for this month of ${what} is ` },
    { text: names.platform(first.platform), strong: true },
    { text: ` at ${formatBill(first.landed.usd)}${againstList(first.landed.usd, bill.listUsd)}, ` },
    {
      text: `${complete.length === 1 ? "the only platform" : `out of ${formatPlural(complete.length, "platform")}`} with a price for all of it.`,
    },
    { text: splitSaving(bill, first.landed.usd, names) },
  ];
}

function againstList(usd: number, listUsd: number | null): string {
  if (listUsd === null || listUsd === 0) return "";
  const bps = Math.round(((usd - listUsd) / listUsd) * 10_000);
  if (bps === 0) return ", the makers’ list price";
  return `, ${formatDelta(Math.abs(bps)).slice(1)} ${bps < 0 ? "under" : "over"} the makers’ list price of ${formatBill(listUsd)}`;
}

function splitSaving(bill: MixBill, usd: number, names: Names): string {
  const { split } = bill;
  return split === null || usd - split.usd < 0.005 ? "" : ` ${splitText(bill, names)}`;
}

/** `Line by line it is $1,100.00: Azure, Vertex and TokenMart.` */
function splitText({ split }: MixBill, names: Names): string {
  if (split === null) return "Some line has no price anywhere.";
  return `Bought line by line it is ${formatBill(split.usd)}: ${listed(split.platforms.map((id) => names.platform(id)))}.`;
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  const [last = "", ...others] = words.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
}

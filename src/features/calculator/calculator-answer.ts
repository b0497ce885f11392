import type { MixBill, PlatformBill } from "../../domain/cost/mix.ts";
import type { Names } from "../../domain/offer/seller-names.ts";
import { formatBill, formatDelta, formatPlural, formatUsdRange } from "../../site/format.ts";
import type { Phrase } from "../../site/words/answer.ts";
import { sourceName } from "../../site/words/source-name.ts";

/** The first thing the calculator says: who is cheapest, by how much, and what splitting the lines would save. */
export function billAnswer(bill: MixBill, modelNames: readonly string[], names: Names): readonly Phrase[] {
  const what = listed([...new Set(modelNames)]);
  const current = bill.platforms.filter(({ landed, isHeld }) => landed !== null && !isHeld);
  const [first] = current;
  if (bill.platforms.length === 0) return [{ text: `No platform we read sells ${what}.` }];
  if (first?.landed == null)
    return [{ text: `No platform has a current price for all of this month of ${what}. ${splitText(bill, names)}` }];
  const many = current.length === 1 ? "the only platform" : `cheapest of ${formatPlural(current.length, "platform")}`;
  return [
    { text: `This month of ${what} costs ${rangeText(first.landed)} at ` },
    { text: names.platform(first.platform), strong: true },
    { text: `, ${many} with a price for all of it${againstList(first.landed.upperUsd, bill.listUsd)}.` },
    { text: unconfirmed(first, current, names) },
    { text: splitSaving(bill, first.landed.upperUsd, names) },
  ];
}

/** A winner by somebody else's word is said to be so, and the best by its own named. */
function unconfirmed(first: PlatformBill, current: readonly PlatformBill[], names: Names): string {
  const copies = first.lines.flatMap((line) =>
    line.kind === "priced" && line.price === "read" && line.offer.source?.hand === "second"
      ? [sourceName(line.offer.source)]
      : [],
  );
  if (copies.length === 0) return "";
  const confirmed = current.find(({ lines }) =>
    lines.every((line) => line.kind === "priced" && line.offer.source?.hand !== "second"),
  );
  const own =
    confirmed?.landed == null
      ? ""
      : `; cheapest by its own word is ${names.platform(confirmed.platform)} at ${rangeText(confirmed.landed)}`;
  return ` That is ${listed([...new Set(copies)])}’s figure, not confirmed by the platform${own}.`;
}

function againstList(usd: number, listUsd: number | null): string {
  if (listUsd === null || listUsd === 0) return "";
  const bps = Math.round(((usd - listUsd) / listUsd) * 10_000);
  if (bps === 0) return ", at the makers’ list price";
  return `, ${formatDelta(Math.abs(bps)).slice(1)} ${bps < 0 ? "under" : "over"} the makers’ list price of ${formatBill(listUsd)}`;
}

function splitSaving(bill: MixBill, usd: number, names: Names): string {
  const { split } = bill;
  return split === null || usd - split.upperUsd < 0.005 ? "" : ` ${splitText(bill, names)}`;
}

/** `Line by line it is $1,100.00: Azure, Vertex and TokenMart.` */
function splitText({ split }: MixBill, names: Names): string {
  if (split === null) return "Some model has none anywhere.";
  return `Bought line by line it is ${rangeText(split)}: ${listed(split.platforms.map((id) => names.platform(id)))}.`;
}

const rangeText = ({ usd, upperUsd }: { readonly usd: number; readonly upperUsd: number }): string =>
  formatUsdRange(usd, upperUsd, formatBill);

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  const [last = "", ...others] = words.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
}

import { cheapestOf, isDistrusted, type RankedOffer } from "../../../domain/ranking/cheapest.ts";
import { formatShortDay, formatUsdRange } from "../../../site/format.ts";
import { othersAt } from "../../../site/words/answer.ts";
import { sellerText } from "../../../site/words/seller-label.ts";

/** What a model costs a month for one of the named workloads, and who asks it. */
export interface WorkloadMonth {
  readonly workloadName: string;
  /** `$4,230`, or why there is none. */
  readonly month: string;
  /** Null = nobody. */
  readonly seller: { readonly name: string; readonly platformId: string } | null;
  /** `and 2 more` platforms ask the same, `(read 30 Sep)` where the price is an older one; else empty. */
  readonly more: string;
}

/** The cheapest confirmed month of each workload: what a reader comes for before any workload is chosen. Empty where no price is confirmed. */
export function workloadMonths(
  presets: readonly { readonly name: string; readonly rows: readonly RankedOffer[] }[],
): readonly WorkloadMonth[] {
  const months = presets.map(({ name, rows }) => monthOf(name, rows));
  return months.some(({ seller }) => seller !== null) ? months : [];
}

function monthOf(workloadName: string, rows: readonly RankedOffer[]): WorkloadMonth {
  const cheapest = cheapestOf(rows);
  if (cheapest?.landed == null) return { workloadName, month: whyNone(rows), seller: null, more: "" };
  const { landed, offer } = cheapest;
  const others = othersAt({ rows }, cheapest);
  const more = [
    ...(others === 0 ? [] : [`and ${others} more`]),
    ...(offer.age === "aging" ? [`(read ${formatShortDay(offer.restsOn.readAt)})`] : []),
  ];
  return {
    workloadName,
    month: formatUsdRange(landed.usd, landed.upperUsd),
    seller: { name: sellerText(offer), platformId: offer.platform },
    more: more.join(" "),
  };
}

/** Too long for every offer, or not for one that may not win. */
const whyNone = (rows: readonly RankedOffer[]): string =>
  rows.some(({ ineligible }) => ineligible === "doesNotFit") && !rows.some(isDistrusted)
    ? "requests too long"
    : "no confirmed price";

/** A line of the Markdown twin: `$4,230 at Anthropic and 1 more`. */
export const workloadMonthText = ({ month, seller, more }: WorkloadMonth): string =>
  seller === null ? month : `${month} at ${seller.name} ${more}`.trimEnd();

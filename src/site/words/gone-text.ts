import { compareText } from "../../domain/money/compare-text.ts";
import type { GoneOffer, GoneReason } from "../../domain/offer/gone-offer.ts";
import type { SellerNames } from "../../domain/offer/seller-names.ts";
import { formatDay } from "../format.ts";
import { escapeMarkdown } from "../markdown.ts";

/** One line about something that is no longer sold, with where that was read. */
export interface GoneLine {
  readonly text: string;
  readonly sourceUrl: string;
}

/** A model's tombstones in words, one line for each seller and day: `Groq: sold no more since 16 August 2026.` Newest first. */
export function goneLines(gone: readonly (GoneOffer & SellerNames)[]): readonly GoneLine[] {
  const lines = gone
    .toSorted(
      (a, b) => compareText(b.goneOn ?? "", a.goneOn ?? "") || compareText(sellerOf(a), sellerOf(b)) || compareText(a.id, b.id),
    )
    .map((each) => ({ text: `${sellerOf(each)}: ${goneLine(each).text}`, sourceUrl: each.sourceUrl }));
  return [...new Map(lines.map((line) => [line.text, line])).values()];
}

/** The lines as a list in Markdown. */
export const goneMarkdown = (lines: readonly GoneLine[]): string =>
  lines.map(({ text, sourceUrl }) => `- ${escapeMarkdown(text)} ${escapeMarkdown(sourceUrl)}`).join("\n");

/** The same where the seller is known: `sold no more since 16 August 2026.` */
export function goneLine({ why, goneOn, sourceUrl }: GoneOffer): GoneLine {
  return { text: `${REASONS[why]}${goneOn === null ? "" : ` since ${formatDay(goneOn)}`}.`, sourceUrl };
}

const REASONS = {
  closed: "closed",
  retired: "shut down by the maker",
  withdrawn: "sold no more",
} as const satisfies Record<GoneReason, string>;

const sellerOf = ({ platformName, hostName }: SellerNames): string =>
  hostName === null ? platformName : `${hostName} through ${platformName}`;

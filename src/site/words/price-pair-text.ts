import type { Reference } from "../../domain/reference/delta.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { formatDay, formatUsdPerMTok, WORDS } from "../format.ts";
import { EVIDENCE_WORDS } from "./evidence-text.ts";
import { sourceName } from "./source-name.ts";

/** Two prices in micro-dollars a million tokens: `{ input: 1_200_000, output: 0 }` → `$1.20 in · free out`. */
export function pairText({ input, output }: { readonly input: number | null; readonly output: number | null }): string {
  const text = (price: number | null) => (price === null ? WORDS.unknown : price === 0 ? WORDS.free : formatUsdPerMTok(price));
  return `${text(input)} in · ${text(output)} out`;
}

/** The maker's own page needs no word; what it asks as a host of OpenRouter says where and when. */
export function listPriceText({ prices, atOpenrouter }: Extract<Reference, { kind: "list" }>): string {
  if (atOpenrouter === undefined) return pairText(prices);
  const { seenOn, confirmedBy } = atOpenrouter;
  // Who saw it earlier adds nothing.
  const isLater = confirmedBy !== null && confirmedBy.readAt.slice(0, 10) > seenOn;
  const same = !isLater ? "" : `; ${sourceName(confirmedBy)} shows the same, ${formatDay(confirmedBy.readAt)}`;
  return `${pairText(prices)}, the maker’s own endpoint on OpenRouter, last seen ${formatDay(seenOn)}${same}`;
}

/** `$2.00 in · $6.00 out, two catalogues agree`; `…, the maker’s own endpoint on OpenRouter, last read 8 Aug 2026`. */
export function unconfirmedListText({ platform, prices, evidence, restsOn }: AssessedOffer): string {
  const pair = pairText({ input: prices.input ?? null, output: prices.output ?? null });
  return platform === "openrouter"
    ? `${pair}, the maker’s own endpoint on OpenRouter, last read ${formatDay(restsOn.readAt)}`
    : `${pair}, ${EVIDENCE_WORDS[evidence]}`;
}

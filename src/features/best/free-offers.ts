import { compareText } from "../../domain/money/compare-text.ts";
import type { Quality } from "../../domain/quality/quality.ts";
import { isFreshAndConfirmed, isUnconfirmed } from "../../domain/ranking/eligibility.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { formatDay, formatTokens, WORDS } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { formatElo, intervalText } from "../../site/words/quality-text.ts";
import { sellerText } from "../../site/words/seller-label.ts";
import { type Cell, type Column, countColumn } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";

type FreeQuality = Pick<Quality, "value" | "interval">;
type QualityOf = (modelId: string) => FreeQuality | null;

/** Everything given away, what is confirmed lately before the rest, best models first: free offers have limits and win no value ranking. */
export function freeTable(sheets: readonly ModelSheet[], qualityOf: QualityOf): TableView {
  const caption =
    "Confirmed lately first, then by quality. Free offers are limited in requests a day, and what you send may be used for training.";
  return plainTable({ label: "Free offers", caption }, COLUMNS, freeLines(sheets, qualityOf));
}

/** `GPT-5.5 at OpenRouter`: the best of what a fresh reading confirms to be free; null = none. One catalogue's word makes nothing the best. */
export function bestFree(sheets: readonly ModelSheet[], qualityOf: QualityOf): string | null {
  const best = freeLines(sheets, qualityOf).find(({ offer }) => whyNotBest(offer).length === 0);
  return best === undefined || best.quality?.value == null ? null : `${best.model.name} at ${best.seller}`;
}

function freeLines(sheets: readonly ModelSheet[], qualityOf: QualityOf): readonly FreeLine[] {
  const free = sheets.flatMap(({ model, rows }) =>
    rows.flatMap(({ offer, ineligible }) => (ineligible === "free" && offer.status === "current" ? [{ model, offer }] : [])),
  );
  const value = (id: string): number => qualityOf(id)?.value ?? 0;
  return free
    .toSorted(
      (a, b) =>
        trustRank(a.offer) - trustRank(b.offer) ||
        value(b.model.id) - value(a.model.id) ||
        compareText(a.model.id, b.model.id) ||
        compareText(a.offer.id, b.offer.id),
    )
    .map((each) => ({ ...each, quality: qualityOf(each.model.id), seller: sellerText(each.offer) }));
}

/** A fresh confirmed offer, then one confirmed earlier, then what one catalogue alone calls free. */
const trustRank = (offer: FreeLine["offer"]): number => (isUnconfirmed(offer) ? 2 : isFreshAndConfirmed(offer) ? 0 : 1);

interface FreeLine {
  readonly model: ModelSheet["model"];
  readonly offer: ModelSheet["rows"][number]["offer"];
  readonly quality: FreeQuality | null;
  readonly seller: string;
}

const COLUMNS: readonly Column<FreeLine>[] = [
  {
    id: "model",
    label: "Model",
    kind: "text",
    cell: ({ model }) => ({ text: model.name, href: paths.model(model.id), notes: [model.makerName] }),
  },
  {
    id: "seller",
    label: "Free at",
    kind: "prose",
    cell: ({ seller, offer }) => ({ text: seller, notes: whyNotBest(offer) }),
  },
  { id: "quality", label: "Quality", kind: "score", isMain: true, cell: qualityCell },
  countColumn("context", "Context", ({ offer }) =>
    offer.contextTokens === null ? WORDS.unknown : formatTokens(offer.contextTokens),
  ),
  {
    id: "read",
    label: "Read on",
    kind: "day",
    wide: true,
    cell: ({ offer }) => ({ text: formatDay(offer.restsOn.readAt), href: offer.restsOn.url }),
  },
];

/** What keeps a free offer from being called the best: nothing of one that a fresh reading confirms. */
export function whyNotBest(offer: FreeLine["offer"]): readonly string[] {
  if (isUnconfirmed(offer)) return ["unconfirmed"];
  const old = isFreshAndConfirmed(offer) ? [] : [`last confirmed ${formatDay(offer.restsOn.readAt)}`];
  return offer.doubts.length === 0 ? old : [...old, "in doubt"];
}

function qualityCell({ quality }: FreeLine): Cell {
  if (quality?.value == null) return { text: "not rated" };
  const [low, high] = quality.interval ?? [0, 0];
  return { text: formatElo(quality.value), figure: quality.value, notes: [intervalText({ low, high })] };
}

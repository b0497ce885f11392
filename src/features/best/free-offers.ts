import { compareText } from "../../domain/money/compare-text.ts";
import type { Names } from "../../domain/offer/seller-names.ts";
import type { Quality } from "../../domain/quality/quality.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { formatDay, formatTokens, WORDS } from "../../site/format.ts";
import { paths } from "../../site/paths.ts";
import { elo, intervalText } from "../../site/words/quality-text.ts";
import { sellerText } from "../../site/words/seller-label.ts";
import type { FigureTable, TableRow } from "../../table/figure-table.ts";

/** Everything given away, best models first: free offers have limits and win no value ranking. */
export function freeTable(
  sheets: readonly ModelSheet[],
  qualityOf: (modelId: string) => Quality | null,
  names: Names,
): FigureTable {
  const free = sheets.flatMap(({ model, rows }) =>
    rows.flatMap(({ offer, ineligible }) => (ineligible === "free" && offer.status === "current" ? [{ model, offer }] : [])),
  );
  const value = (id: string): number => qualityOf(id)?.value ?? 0;
  const sorted = free.toSorted(
    (a, b) => value(b.model.id) - value(a.model.id) || compareText(a.model.id, b.model.id) || compareText(a.offer.id, b.offer.id),
  );
  const row = ({ model, offer }: (typeof free)[number]): TableRow => {
    const quality = qualityOf(model.id);
    const [low, high] = quality?.interval ?? [0, 0];
    const scored = quality?.value == null ? { text: "not rated" } : null;
    return {
      head: { text: model.name, href: paths.model(model.id), notes: [model.makerName] },
      cells: [
        { text: sellerText(offer, names) },
        scored ?? { text: elo(value(model.id)), figure: value(model.id), notes: [intervalText({ low, high })] },
        { text: offer.contextTokens === null ? WORDS.unknown : formatTokens(offer.contextTokens) },
        { text: formatDay(offer.source.readAt), href: offer.source.url },
      ],
    };
  };
  const columns = [
    { label: "Model", isNumber: false },
    { label: "Free at", isNumber: false },
    { label: "Quality", isNumber: true, isMain: true },
    { label: "Context", isNumber: true },
    { label: "Read on", isNumber: false, isWide: true },
  ];
  const caption = "Best first. Free offers are limited in requests a day, and what you send may be used for training.";
  return { label: "Free offers", caption, columns, groups: [{ title: null, rows: sorted.map(row) }] };
}

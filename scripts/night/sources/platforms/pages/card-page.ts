import type { Meter } from "../../../../../src/domain/offer/meter.ts";
import { htmlTexts } from "../html-page.ts";
import { readDollarCell } from "../page-cell.ts";
import type { PlatformCard, ReadPlatformRow } from "../platform-card.ts";
import { wrongShape } from "../wrong-shape.ts";

/** A page of cards, of which only the order of its texts is known: labels, each before its price, and where a card's name stands. */
export interface CardPage {
  /** `"Input (/M tokens)"` → input. `other`: a label of another unit, whose price is none of ours. Null: no label. */
  readonly labelOf: (text: string) => Meter | "other" | null;
  /** The id that a text of the page is, or null: it is something else. */
  readonly idOf: (text: string) => string | null;
  /** Whether a card's id is before its prices or after them. */
  readonly idStands: "before" | "after";
}

const OTHER_CURRENCY = /[€£¥]\s*\d|\d\s*[€£¥]/;

/** The cards of a page by the order of its texts. A figure in another currency throws: the same page is in euros elsewhere. */
export function readCardPage(content: unknown, page: CardPage): readonly ReadPlatformRow[] {
  if (typeof content !== "string") throw wrongShape("", content, "a page");
  const texts = htmlTexts(content).flatMap(labelAndPrice);
  const places = texts.flatMap((text, index) => (page.idOf(text) === null ? [] : [index]));
  return places.flatMap((place, index) => {
    const card =
      page.idStands === "after" ? texts.slice((places[index - 1] ?? -1) + 1, place) : texts.slice(place + 1, places[index + 1]);
    return cardOf(page.idOf(texts[place] ?? ""), figuresOf(card, page));
  });
}

/** The first text with a digit behind each label. */
function figuresOf(texts: readonly string[], { labelOf }: CardPage): ReadonlyMap<Meter, string> {
  const figures = new Map<Meter, string>();
  let label: Meter | "other" | null = null;
  for (const text of texts) {
    const named = labelOf(text);
    if (named === null && label !== null && /\d/.test(text)) {
      if (OTHER_CURRENCY.test(text)) throw wrongShape(label, text, "in dollars");
      if (label !== "other" && !figures.has(label)) figures.set(label, text);
      label = null;
    } else label = named ?? label;
  }
  return figures;
}

/** `"Input (/M tokens) $0.4"` says both at once. */
const labelAndPrice = (text: string): readonly string[] => {
  const at = text.search(/(?<=\S\s*)(?:US)?[$€£¥]\s*\d/);
  return at <= 0 ? [text] : [text.slice(0, at).trim(), text.slice(at)];
};

function cardOf(id: string | null, figures: ReadonlyMap<Meter, string>): readonly ReadPlatformRow[] {
  if (id === null || figures.size === 0) return [];
  const cells = [...figures].map(([meter, text]) => ({ meter, text, price: readDollarCell(text) }));
  const raw = cells.map(({ meter, text }) => `${meter} ${JSON.stringify(text)}`).join(", ");
  const prices = Object.fromEntries(
    cells.flatMap(({ meter, price }) => (typeof price === "number" && price > 0 ? [[meter, price]] : [])),
  );
  if (cells.some(({ price }) => price === "unread")) return [{ subject: id, why: "no readable price per token", detail: raw }];
  const isWhole = prices["input"] !== undefined && prices["output"] !== undefined;
  return [
    isWhole
      ? ({ upstreamId: id, prices, raw } satisfies PlatformCard)
      : { subject: id, why: "only one of input and output has a price" },
  ];
}

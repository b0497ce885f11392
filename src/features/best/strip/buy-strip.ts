import type { RankingRow } from "../../../domain/ranking/ranking.ts";
import { bestBuyRows, rangeText } from "../words/best-words.ts";
import { MOST_WORSE_ANSWER, sliderShare } from "../worse-answer.ts";

/** A best buy's part of the strip below the slider. Places are percent of its width. */
export interface StripPart {
  readonly modelId: string;
  /** Of all best buys, cheapest first: the same in strip, picture and table. */
  readonly number: number;
  readonly width: number;
  /** Whether the reader's price of a worse answer lies in it. */
  readonly isHere: boolean;
  readonly name: string;
  /** Its bar as the attributes of an element of SVG: a little space lies between it and the next. */
  readonly bar: Readonly<Record<"x" | "width" | "height" | "rx", string>>;
  /** What is written in its bar; null = it has no room for a number. */
  readonly label: StripLabel | null;
  /** Prices of a worse answer: `$0.0023–$0.09`. */
  readonly range: string;
  /** `2 DeepSeek V4 Flash: $0.0023–$0.09` */
  readonly title: string;
}

/** The number in a bar, and after it the name. */
export interface StripLabel {
  /** As the attributes of an element of SVG. */
  readonly at: Readonly<Record<"x" | "y" | "text-anchor", string>>;
  /** Whether a phone has no room for the number. */
  readonly isThin: boolean;
  /** Null = a desk has no room for the name. */
  readonly name: string | null;
}

/** Percent of a desk's width that a letter takes. */
const LETTER_PERCENT = 0.72;
/** Below these widths, in percent, a bar has no room for a number on a desk, and on a phone. */
const [LEAST_ON_A_DESK, LEAST_ON_A_PHONE] = [1.8, 6];
/** Percent between two bars, and the least of a bar. */
const [GAP, LEAST_BAR] = [0.2, 0.1];

/** The best buys over what the slider can say; those that win only below it or above it have no part. */
export function stripOf(
  ranking: { readonly rows: readonly Pick<RankingRow, "modelId" | "wins">[] },
  nameOf: (modelId: string) => string,
): readonly StripPart[] {
  const firstModelId = ranking.rows[0]?.modelId;
  return bestBuyRows(ranking).flatMap(({ modelId, wins }, at) => {
    const [start, end] = [sliderShare(wins.from), sliderShare(wins.to ?? MOST_WORSE_ANSWER)];
    const name = nameOf(modelId);
    const width = hundredth((end - start) * 100);
    if (width <= 0) return [];
    const x = hundredth(start * 100);
    const part = { modelId, width, isHere: modelId === firstModelId, name, bar: barOf(x, width), label: labelOf(x, width, name) };
    return [numbered({ ...part, range: rangeText(wins) }, at + 1)];
  });
}

/** The same numbered by themselves, where no picture and no table stand beside the strip: 3, 4, 5 → 1, 2, 3. */
export const countedAlone = (parts: readonly StripPart[]): readonly StripPart[] =>
  parts.map((part, at) => numbered(part, at + 1));

function numbered(part: Omit<StripPart, "number" | "title">, number: number): StripPart {
  return { ...part, number, title: `${number} ${part.name}: ${part.range}` };
}

function barOf(x: number, width: number): StripPart["bar"] {
  return { x: `${x}%`, width: `${Math.max(LEAST_BAR, width - GAP)}%`, height: "26", rx: "3" };
}

function labelOf(x: number, width: number, name: string): StripLabel | null {
  if (width <= LEAST_ON_A_DESK) return null;
  return {
    at: { x: `${x + width / 2}%`, y: "17.5", "text-anchor": "middle" },
    isThin: width < LEAST_ON_A_PHONE,
    name: width > (name.length + 3) * LETTER_PERCENT ? name : null,
  };
}

/**
 * What the numbers of a strip and its dollars mean, where the names have no room in it: `Best buys by what a worse answer costs you:
 * 1 GPT-5 Nano, under $0.003; 2 GLM 5.3 Flash, over $0.003.` Empty = there is none.
 */
export const stripKey = (parts: readonly StripPart[]): string =>
  parts.length === 0
    ? ""
    : `Best buys by what a worse answer costs you: ${parts.map(({ number, name, range }) => `${number} ${name}, ${range}`).join("; ")}.`;

const hundredth = (value: number): number => Math.round(value * 100) / 100;

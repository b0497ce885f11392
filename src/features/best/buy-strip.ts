import type { RankingRow } from "../../domain/ranking/ranking.ts";
import { bestBuysOf, rangeText } from "./words/best-words.ts";
import { MOST_WORSE_ANSWER, sliderShare } from "./worse-answer.ts";

/** A best buy's part of the strip below the slider. Places are percent of its width. */
export interface StripPart {
  readonly modelId: string;
  /** Of all best buys, cheapest first: the same in strip, picture and table. */
  readonly number: number;
  readonly x: number;
  readonly width: number;
  /** Whether the reader's price of a worse answer lies in it. */
  readonly isHere: boolean;
  readonly name: string;
  /** Whether its name has room on a desk. */
  readonly isWide: boolean;
  /** `DeepSeek V4 Flash: $0.0023–$0.09` */
  readonly title: string;
}

/** Percent of a desk's width that a letter takes. */
const LETTER_PERCENT = 0.72;

/** The best buys over what the slider can say; those that win only below it or above it have no part. */
export function stripOf(
  ranking: { readonly rows: readonly Pick<RankingRow, "modelId" | "wins">[] },
  nameOf: (modelId: string) => string,
): readonly StripPart[] {
  const here = ranking.rows[0]?.modelId;
  return bestBuysOf(ranking).flatMap(({ modelId, wins }, at) => {
    const [start, end] = [sliderShare(wins.from), sliderShare(wins.to ?? MOST_WORSE_ANSWER)];
    const name = nameOf(modelId);
    const width = hundredth((end - start) * 100);
    if (width <= 0) return [];
    const isWide = width > (name.length + 3) * LETTER_PERCENT;
    const part = { modelId, number: at + 1, x: hundredth(start * 100), width, isHere: modelId === here, name, isWide };
    return [{ ...part, title: `${at + 1} ${name}: ${rangeText(wins)}` }];
  });
}

/**
 * What the numbers of a strip and its dollars mean, where the names have no room in it: `What a worse answer costs you, and the best buy
 * there: 1 GPT-5 Nano, 2 GLM 5.3 Flash.`
 */
export const stripKey = (parts: readonly StripPart[]): string =>
  `What a worse answer costs you, and the best buy there: ${parts.map(({ number, name }) => `${number} ${name}`).join(", ")}.`;

const hundredth = (value: number): number => Math.round(value * 100) / 100;

import { byLabel, type SelectOption } from "../../site/address/option.ts";
import type { DayLines } from "./change-lines.ts";
import type { MoveFacts } from "./changes-state.ts";

/** What the listed changes can be filtered by, by name. */
export interface ChangeOptions {
  readonly makers: readonly SelectOption[];
  readonly platforms: readonly SelectOption[];
  readonly words: readonly SelectOption[];
}

const WORDS = {
  seller: "the seller’s own",
  routed: "routed price",
  copy: "a copy",
} as const satisfies Record<MoveFacts["word"], string>;

/** Only what some listed change has: a choice that would find nothing is not offered. */
export function changeOptions(
  days: readonly DayLines[],
  makers: readonly SelectOption[],
  platformName: (id: string) => string,
): ChangeOptions {
  const facts = days.flatMap(({ lines }) => lines.map((line) => line.facts));
  const factMakers = new Set(facts.map(({ maker }) => maker));
  const platforms = [...new Set(facts.map(({ platform }) => platform))];
  const words = new Set(facts.map(({ word }) => word));
  return {
    makers: makers.filter(({ value }) => factMakers.has(value)),
    platforms: platforms.map((value) => ({ value, label: platformName(value) })).toSorted(byLabel),
    words: (["seller", "routed", "copy"] as const)
      .filter((word) => words.has(word))
      .map((value) => ({ value, label: WORDS[value] })),
  };
}

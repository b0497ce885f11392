import { median } from "../../../src/domain/money/median.ts";
import { PAGE_NODES } from "../site/budget.ts";
import type { Goal } from "./goal.ts";
import type { Paint } from "./paint-of.ts";

/** A page and what it has to keep. */
export interface PaintedPage {
  readonly name: string;
  readonly path: string;
  /** The most of the other build's first and largest paint that a page may take; absent = reported, not held. */
  readonly mostOfOther?: number;
  /** The goal is about what a page takes beyond a blank one: of a fast page's time the line's way there and back is the most. */
  readonly isBeyondBlank?: true;
}

/** A page of every kind that a reader comes to from outside. */
export const PAINTED_PAGES: readonly PaintedPage[] = [
  { name: "home", path: "" },
  { name: "model page", path: "models/anthropic/claude-opus-4.8/", mostOfOther: 0.85 },
  { name: "platform page", path: "platforms/openrouter/", mostOfOther: 0.4, isBeyondBlank: true },
  { name: "ranking page", path: "best/chat/" },
  { name: "comparison", path: "compare/" },
  { name: "deltas", path: "deltas/" },
];

/**
 * What a page's loads must keep: elements and movement always, first and largest paint beside another build where there is one. `still` are loads
 * on screens of all widths. `paintGoals(page, { own: [a], still: [b], other: [] })` → a goal of elements and one of movement.
 */
export function paintGoals(page: PaintedPage, loads: PaintLoads): readonly Goal[] {
  const { own, still, other, blank } = loads;
  const { mostOfOther, isBeyondBlank = false } = page;
  const blankMs = isBeyondBlank ? medianMs(blank.map(firstPaintMs)) : 0;
  const ratio = (of: (paint: Paint) => number) => (medianMs(own.map(of)) - blankMs) / (medianMs(other.map(of)) - blankMs);
  const beside = isBeyondBlank ? "beyond a blank page, beside the other build" : "beside the other build";
  const paints =
    mostOfOther === undefined || other.length === 0
      ? []
      : [
          atMost(`${page.name}, first paint ${beside}`, ratio(firstPaintMs), mostOfOther),
          atMost(`${page.name}, largest paint ${beside}`, ratio(largestPaintMs), mostOfOther),
        ];
  return [
    ...paints,
    atMost(`${page.name}, elements`, Math.max(...own.map(({ nodes }) => nodes)), PAGE_NODES),
    atMost(`${page.name}, what moved on any screen`, Math.max(...[...own, ...still].map(({ shift }) => shift)), 0),
  ];
}

export interface PaintLoads {
  readonly own: readonly Paint[];
  readonly still: readonly Paint[];
  readonly other: readonly Paint[];
  /** Of a page with one word, by which figures of different days can be compared. */
  readonly blank: readonly Paint[];
}

/** Milliseconds until something is painted. */
export const firstPaintMs = (paint: Paint): number => paint.firstMs;

/** Milliseconds until the largest part is painted. */
export const largestPaintMs = (paint: Paint): number => paint.largestMs;

/** The median of milliseconds or their ratios; NaN of none, which no goal holds. */
export const medianMs = (values: readonly number[]): number => median(values) ?? Number.NaN;

const atMost = (name: string, figure: number, limit: number): Goal => ({ name, figure, bound: "at most", limit, unit: "" });
